"""What is set for one person, put together: the district's settings, their own, the calendar, and what they said of today.

Each file is used whole or not at all; when one is broken the last good one goes on working and `problems` says which.
Checks see it as `Week`, `Profile` and detection settings. Called by `app.py`, `doctor.py` and the command line.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel

from secondlook.calendar.day import SchoolCalendar, SchoolDay
from secondlook.calendar.hours import DEFAULT_HOURS, Hours, Week
from secondlook.calendar.school_calendar import BadCalendarError, read_calendar
from secondlook.calendar.title_words import TitleWords
from secondlook.config import Home, district_settings
from secondlook.contract import SaidToday
from secondlook.detection.settings import DetectionSettings
from secondlook.errors import BadSettingsError
from secondlook.settings.files import DistrictSettings, PersonSettings
from secondlook.settings.profile import ProfessionalAccount, Profile
from secondlook.settings.read import read_settings
from secondlook.store import Store

TODAY = "today"
"""The store's setting that holds what the person said of one day: {"date": …, "day": …}."""
_Model = TypeVar("_Model", bound=BaseModel)


@dataclass(frozen=True)
class Set:
    """The settings in use.

    Attributes:
        calendar: the school's, or None.
        calendar_path: where it was read from, or None.
        problems: one sentence for each file or entry that cannot be used.

    """

    district: DistrictSettings = field(default_factory=DistrictSettings)
    person: PersonSettings = field(default_factory=PersonSettings)
    calendar: SchoolCalendar | None = None
    calendar_path: Path | None = None
    problems: tuple[str, ...] = ()

    @property
    def group(self) -> str | None:
        """The staff group in use: the person's if the district knows it, else the district's default, else None."""
        named = self.person.staff_group
        if named in self.district.staff_groups:
            return named
        return self.district.default_group if self.district.default_group in self.district.staff_groups else None

    @property
    def hours(self) -> Hours:
        """Their own week, else their group's, else the default."""
        if self.person.own_week:
            return self.person.own_week.as_hours()
        return self.district.staff_groups[self.group].as_hours() if self.group else DEFAULT_HOURS

    @property
    def profile(self) -> Profile:
        """The person as a check sees them."""
        accounts: list[ProfessionalAccount | str] = [
            *self.person.professional_accounts,
            *self.district.professional_accounts,
        ]
        return Profile(
            coach=self.person.coach,
            copies=[*self.district.copies, *self.person.copies][:100],
            professional_accounts=accounts,
        )

    def week(self, said: dict[date, SchoolDay]) -> Week:
        """When the person works; `said` is what they said themselves, and comes before the district's days."""
        return Week(self.hours, self.calendar, self.district.said_days() | said)

    def remarks(self, today: date, file: Path) -> list[str]:
        """What is in order and yet worth a word, by file and place: days that have passed.

        Args:
            today: the person's own day.
            file: the district's settings.

        """
        return [f"{file}, {place}" for place in self.district.past_days(today)]

    def detection(self, seen: DetectionSettings) -> DetectionSettings:
        """Detection settings; domains seen in the rosters count unless the district has set some."""
        domains = self.district.email_domains
        return replace(
            seen,
            school_phones=seen.school_phones | frozenset(self.district.school_phones),
            school_names=(*seen.school_names, *self.district.school_names),
            district_domains=seen.district_domains if domains.staff is None else frozenset(domains.staff),
            student_domains=seen.student_domains if domains.students is None else frozenset(domains.students),
        )


class Configuration:
    """Reads the settings of one home, and again when a file has changed.

    Args:
        home: of the person.
        calendar: an .ics file that was named on the command line; it comes before the district's.
        district: the district's settings file; None = the platform's own place.

    Attributes:
        now: the settings in use.
        district: the district's settings file; may be set, and counts from the next look on.

    """

    def __init__(self, home: Home, calendar: Path | None = None, district: Path | None = None) -> None:
        self.district, self._person, self._given = district or district_settings(), home.settings_file, calendar
        # Until a district's file has been read once nobody may pause: a broken one must not allow what it may forbid.
        self.now = Set(district=DistrictSettings(pause="never"))
        self._good: DistrictSettings | None = None
        self._stamp: list[tuple[Any, ...]] = []
        self.now = self._read()

    def refresh(self) -> bool:
        """Read anew if a file has changed since the last time; says whether it was."""
        paths = (self.district, self._person, self.now.calendar_path)
        if [_stamp(path) for path in paths if path is not None] == self._stamp:
            return False
        self.now = self._read()
        return True

    def _read(self) -> Set:
        """Each file's stamp is taken before the file is read, so that a change meanwhile is seen at the next look."""
        problems: list[str] = []
        self._stamp = [_stamp(self.district), _stamp(self._person)]
        district = _or_last(self.district, self.now.district, problems)
        person = _or_last(self._person, self.now.person, problems)
        if problem := district.unknown_group:
            problems.append(f"{self.district}, {problem}")
            district = self._good or district
        self._good = district
        group = None if person.own_week else person.staff_group
        if group and group not in district.staff_groups:
            problems.append(f"{self._person}, staff_group: {district.no_such_group}")
            person = self.now.person if self.now.person.staff_group in district.staff_groups else person
        named = self.district.parent / district.calendar if district.calendar else None
        path = self._given or named
        return Set(district, person, self._calendar(path, district.calendar_titles, problems), path, tuple(problems))

    def _calendar(self, path: Path | None, words: TitleWords, problems: list[str]) -> SchoolCalendar | None:
        if path is None:
            return None
        self._stamp.append(_stamp(path))
        try:
            return read_calendar(path, words)
        except BadCalendarError as error:
            problems.append(error.sentence)
            return self.now.calendar


def say_today(store: Store, said: SaidToday, today: date) -> None:
    """Keep what the person says of today; `normal` takes it back. Yesterday's word is gone by itself."""
    if said == "normal":
        store.forget_setting(TODAY)
    else:
        store.set_setting(TODAY, {"date": today.isoformat(), "day": said})


def said_today(store: Store) -> dict[date, SchoolDay]:
    """What the person said, for the day they said it of. Their snow day is off for them, wherever they work."""
    kept = store.setting(TODAY)
    try:
        day = date.fromisoformat(kept["date"])
        return {day: SchoolDay("off" if kept["day"] == "snow_day" else "half_day")}
    except (TypeError, KeyError, ValueError):
        return {}


def _or_last(path: Path, last: _Model, problems: list[str]) -> _Model:
    try:
        return read_settings(path, type(last))
    except BadSettingsError as error:
        problems.append(error.sentence)
        return last


def _stamp(path: Path) -> tuple[Any, ...]:
    try:
        state = path.stat()
    except OSError:
        return (path.name,)
    return (path.name, state.st_mtime_ns, state.st_size, state.st_ino)
