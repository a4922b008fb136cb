"""What lies in a district folder, and whether all of it can be used: overlay, labels, settings, calendar, rosters.

Looks at everything and changes nothing. Called by `build.py` before a folder is written and by `in_use.py` before one is
taken into use, so that what an administrator is told at the desk and what a laptop does are the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from secondlook.calendar.school_calendar import BadCalendarError, read_calendar
from secondlook.calendar.title_words import TitleWords
from secondlook.config import shipped
from secondlook.district.key import key_id
from secondlook.district.manifest import BadDistrictError, RosterNote
from secondlook.errors import BadRosterError, SecondLookError
from secondlook.people.index_file import load_index
from secondlook.policy.check_folder import check_folder
from secondlook.policy.load import load_policy
from secondlook.policy.site_changes import read_site_changes
from secondlook.settings.files import DistrictSettings
from secondlook.settings.read import read_settings

OVERLAY, SITES = "overlay", "sites"
STUDENTS, STAFF = "students.index", "staff.index"
CALENDAR, SETTINGS = "calendar.ics", "settings.json"


@dataclass(frozen=True)
class Content:
    """The content folder of one district folder; each path is None where it has no such thing."""

    folder: Path

    @property
    def overlay(self) -> Path | None:
        """Levels, rules and terms laid over the shipped policy."""
        return _if_there(self.folder / OVERLAY)

    @property
    def sites(self) -> Path | None:
        """Labels and anchors in place of the shipped ones."""
        return _if_there(self.folder / SITES)

    @property
    def settings(self) -> Path | None:
        """The district's settings; the calendar beside them is named in them."""
        return _if_there(self.folder / SETTINGS)

    @property
    def students(self) -> Path | None:
        """The sealed index of students."""
        return _if_there(self.folder / STUDENTS)

    @property
    def staff(self) -> Path | None:
        """The sealed index of employees."""
        return _if_there(self.folder / STAFF)


def _if_there(path: Path) -> Path | None:
    return path if path.exists() else None


def check_content(content: Content, today: date) -> list[str]:
    """Everything but the rosters: a sentence for each part there is, and for each date in it that has passed.

    Raises:
        BadDistrictError: naming part, place and reason.

    """
    told: list[str] = []
    try:
        if content.overlay:
            told += [f"Rules: {line}" for line in _rules(content.overlay)]
        if content.sites:
            policy = load_policy(shipped("shared_rules"))
            told += [f"Sites: {line}" for line in read_site_changes(content.sites, policy.sites).effects]
        if content.settings:
            told += [f"Settings: {line}" for line in _settings(content.settings, today)]
    except BadDistrictError:
        raise
    except SecondLookError as error:
        raise BadDistrictError(_short(error.sentence, content.folder)) from None
    return told


def _short(sentence: str, folder: Path) -> str:
    """Without the long way to the folder, which is our own copy's and helps nobody."""
    return sentence.replace(f"{folder}/", "").replace(f"{folder}\\", "")


def _rules(overlay: Path) -> Iterable[str]:
    report = check_folder(overlay)
    if not report.ok:
        more = f" And {len(report.problems) - 1} more." if len(report.problems) > 1 else ""
        raise BadDistrictError(f"{OVERLAY}/{report.problems[0]}{more}")
    return report.summary


def _settings(path: Path, today: date) -> Iterable[str]:
    settings = read_settings(path, DistrictSettings)
    if settings.unknown_group:
        raise BadDistrictError(f"{path.name}, {settings.unknown_group}")
    yield (
        f"staff groups {len(settings.staff_groups)}, days {len(settings.days)}, "
        f"professional accounts {len(settings.professional_accounts)}."
    )
    yield from (f"{path.name}, {place}" for place in settings.past_days(today))
    if settings.calendar is None:
        return
    if settings.calendar != CALENDAR:
        raise BadDistrictError(f"{path.name}, calendar: in a district folder it is called {CALENDAR}.")
    yield from _calendar(path.parent / CALENDAR, settings.calendar_titles, today)


def _calendar(path: Path, words: TitleWords, today: date) -> Iterable[str]:
    calendar = read_calendar(path, words)
    if not calendar.days and not (calendar.first and calendar.last):
        raise BadCalendarError(f"{path.name}: no entry says what kind of day it is, so it would change nothing.")
    yield f"days named in the calendar: {len(calendar.days)}."
    yield from (f"{path.name}, {remark}" for remark in calendar.remarks(today))


def check_rosters(content: Content, note: RosterNote | None, key: bytes | None) -> list[str]:
    """The rosters, opened with their key: a sentence for each.

    Raises:
        BadDistrictError: there is no key, it is another one, or a roster is damaged.

    """
    parts = (("students", content.students), ("employees", content.staff))
    if note is None:
        if any(path for _, path in parts):
            raise BadDistrictError("The manifest says nothing of the roster that is there.")
        return []
    if key is None:
        raise BadDistrictError(f"The roster's key ({note.key}) has not been delivered.")
    if key_id(key) != note.key:
        raise BadDistrictError(f"The key is another one than the roster's ({note.key}).")
    told = []
    for people, path in parts:
        if path is not None:
            try:
                index = load_index(path, key)
            except BadRosterError:
                raise BadDistrictError(f"{path.name}: damaged, or sealed with another key; seal it again.") from None
            told.append(f"Roster: {index.people:,} {people}, used until {index.ends}.")
    return told
