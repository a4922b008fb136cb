"""The calendar that `--calendar` names, read with the district's own words for titles; what of it is of no use is told on stderr.

Called by `check`, `rules explain` and `run`.
"""

from __future__ import annotations

import sys
from pathlib import Path

from secondlook.calendar.school_calendar import IcsCalendar, read_calendar
from secondlook.calendar.title_words import NO_WORDS, TitleWords
from secondlook.commands.own_people import local_day
from secondlook.config import Home, district_settings
from secondlook.district.in_use import DistrictInUse
from secondlook.errors import BadSettingsError
from secondlook.keys import Keys
from secondlook.settings.files import DistrictSettings
from secondlook.settings.read import read_settings


def read_named_calendar(path: Path, home: Home) -> IcsCalendar:
    """Read it.

    Args:
        path: of the .ics file.
        home: whose district folder counts, when one is delivered.

    Raises:
        BadCalendarError: it is missing, too large or not a calendar.

    """
    calendar = read_calendar(path, _title_words(home))
    for remark in calendar.remarks(local_day()):
        sys.stderr.write(f"{path}, {remark}\n")
    return calendar


def _title_words(home: Home) -> TitleWords:
    """`calendar_titles` of the district's settings that would hold here; a broken file has none."""
    district = DistrictInUse(home, Keys(home), keep=False)
    district.refresh()
    try:
        return read_settings(district.settings or district_settings(), DistrictSettings).calendar_titles
    except BadSettingsError as error:
        sys.stderr.write(f"{error.sentence} Going on with the shipped words for titles.\n")
        return NO_WORDS
