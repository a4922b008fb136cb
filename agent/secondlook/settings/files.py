"""The shape of the two settings files: the district's, which IT writes, and the person's own. Data only.

The district's lies where only an administrator can write (`config.district_settings`), the person's in the home. Both are
JSON, strict: an unknown field, a time that is none or an empty name is refused with its place. Read by `read.py`.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints, field_validator

from secondlook.calendar.day import USUAL_DELAY, SchoolDay
from secondlook.calendar.hours import Exempt, Hours, Stretch
from secondlook.calendar.title_words import NO_WORDS, TitleWords
from secondlook.contract import Name, Wire
from secondlook.settings.profile import ProfessionalAccount

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: dict[str, tuple[int, ...]] = {name: (number,) for number, name in enumerate(WEEKDAYS)}
DAYS["weekdays"] = tuple(range(5))


def _clock(written: str) -> time:
    hour, colon, minute = written.partition(":")
    if not (colon and len(minute) == 2 and hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60):
        raise ValueError("a time should look like 07:05")
    return time(int(hour), int(minute))


def stretch_of(written: str) -> Stretch:
    """From "07:05-14:20". Raises ValueError."""
    start, dash, end = written.partition("-")
    if not dash or start.strip() == end.strip():
        raise ValueError("a stretch of time should look like 07:05-14:20")
    return Stretch(_clock(start.strip()), _clock(end.strip()))


def _is_stretch(written: str) -> str:
    stretch_of(written)
    return written


def _is_clock(written: str) -> str:
    _clock(written)
    return written


def _is_date(written: str) -> str:
    if date.fromisoformat(written).isoformat() != written:  # Python reads 20261201 and weeks, too: one day, two names
        raise ValueError("a date should look like 2026-12-01")
    return written


Span = Annotated[str, StringConstraints(max_length=20), AfterValidator(_is_stretch)]
Clock = Annotated[str, StringConstraints(max_length=5), AfterValidator(_is_clock)]
DayWritten = Annotated[str, StringConstraints(max_length=10), AfterValidator(_is_date)]
GroupName = Annotated[str, StringConstraints(min_length=1, max_length=60)]
Domain = Annotated[str, StringConstraints(pattern=r"^([a-z0-9-]+\.)+[a-z]{2,}$")]
Phone = Annotated[str, StringConstraints(pattern=r"^[0-9()+./ x-]{7,30}$")]
Word = Annotated[str, StringConstraints(min_length=1, max_length=120)]
SaidDay = Literal["snow_day", "half_day", "delayed", "staff_day", "off", "school"]


class ExemptWindow(Wire):
    """A window in the work day that does not count: lunch, a duty-free period. `note`: a note at most, not silence."""

    time: Span
    days: list[Weekday] = []
    what: str = Field(default="", max_length=60)
    note: bool = False

    def window(self) -> Exempt:
        """As the calendar uses it; without days it holds on all."""
        days = frozenset(WEEKDAYS.index(day) for day in self.days) or frozenset(range(7))
        return Exempt(stretch_of(self.time), days, "edge" if self.note else "off")


class WorkWeek(Wire):
    """The hours of a staff group, or of one person. A day that is left out is free; `weekdays` stands for mon to fri."""

    hours: Annotated[dict[Literal[Weekday, "weekdays"], list[Span]], Field(min_length=1)]
    exempt: list[ExemptWindow] = Field(default=[], max_length=50)
    half_day_end: Clock | None = None
    edge_minutes: Annotated[int, Field(ge=0, le=120)] = 10
    year_round: bool = False
    works_on_snow_days: bool = False

    def as_hours(self) -> Hours:
        """As the calendar uses it. A day named by itself comes before `weekdays`."""
        week: list[tuple[Stretch, ...]] = [()] * 7
        for name, spans in sorted(self.hours.items(), key=lambda entry: entry[0] != "weekdays"):
            for number in DAYS[name]:
                week[number] = tuple(stretch_of(span) for span in spans)
        return Hours(
            week=tuple(week),
            exempt=tuple(window.window() for window in self.exempt),
            edge=timedelta(minutes=self.edge_minutes),
            half_day_end=_clock(self.half_day_end) if self.half_day_end else None,
            year_round=self.year_round,
            snow_days=self.works_on_snow_days,
        )


class EmailDomains(Wire):
    """E-mail domains of the district. Unless set, those seen in the staff and student files count."""

    staff: list[Domain] | None = None
    students: list[Domain] | None = None


class DistrictSettings(Wire):
    """What IT sets for everybody.

    Attributes:
        staff_groups: weekly hours by group, such as `teachers`; `default_group` holds for whoever named none.
        calendar: path of an .ics file, relative to the settings file.
        calendar_titles: words of the calendar's titles, beside the shipped ones.
        days: days that come before the calendar, by date: a snow day, announced the same morning.
        copies: names or handles of athletic director and principal (clause D-coach).
        platforms: accepted messaging platforms, in place of those in the policy folder.
        orientation: `open` = the home page opens by itself for it, once a school year; `quiet` = the page waits to be opened.
        pause: the longest pause that a person may take; `never` forbids it.
        school_phones, school_names: public numbers; names of schools, also those that hold a person's name.

    """

    staff_groups: dict[GroupName, WorkWeek] = {}
    default_group: GroupName | None = None
    calendar: Annotated[str, StringConstraints(min_length=1, max_length=1_000)] | None = None
    calendar_titles: TitleWords = NO_WORDS
    days: dict[DayWritten, SaidDay] = {}
    copies: list[Name] = Field(default=[], max_length=100, repr=False)
    platforms: list[Word] | None = None
    orientation: Literal["open", "quiet"] = "open"
    pause: Literal["never", "15_minutes", "until_tomorrow"] = "until_tomorrow"
    school_phones: list[Phone] = []
    school_names: list[Word] = []
    email_domains: EmailDomains = EmailDomains()
    professional_accounts: list[ProfessionalAccount] = Field(default=[], max_length=2_000, repr=False)

    @property
    def no_such_group(self) -> str:
        """What to say of a group that is not there."""
        return f"no such staff group; there are: {', '.join(self.staff_groups) or 'none'}."

    @property
    def unknown_group(self) -> str:
        """Place and reason when `default_group` names none of the groups; else empty."""
        known = self.default_group is None or self.default_group in self.staff_groups
        return "" if known else f"default_group: {self.no_such_group}"

    def said_days(self) -> dict[date, SchoolDay]:
        """`days` as the calendar uses them."""
        return {
            date.fromisoformat(day): SchoolDay(kind, USUAL_DELAY if kind == "delayed" else timedelta(0))
            for day, kind in self.days.items()
        }

    def past_days(self, today: date) -> list[str]:
        """A sentence with the place of each of `days` that has passed; it does no harm and no good."""
        return [f"days.{day}: has passed, and changes nothing." for day in sorted(self.days) if day < today.isoformat()]


class PersonSettings(Wire):
    """What a person sets for themselves. `own_week` comes before the staff group's hours."""

    staff_group: GroupName | None = None
    own_week: WorkWeek | None = None
    coach: bool = False
    copies: list[Name] = Field(default=[], max_length=100, repr=False)
    professional_accounts: list[ProfessionalAccount] = Field(default=[], max_length=200, repr=False)

    @field_validator("professional_accounts")
    @classmethod
    def _named(cls, accounts: list[ProfessionalAccount]) -> list[ProfessionalAccount]:
        if any(not (one.handle or one.name or one.id) for one in accounts):
            raise ValueError("an account needs a handle, a name or an id")
        return accounts
