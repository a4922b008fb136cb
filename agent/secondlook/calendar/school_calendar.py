"""Reads a district's calendar from an .ics file: which days are off, half days, or staff days without pupils.

Only all-day events count, and only titles that name the kind of day; concerts and games in the same feed are ignored.
No network: the file is handed in. Called by `app.py` and the command line.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

from secondlook.calendar.hours import DayKind
from secondlook.errors import SecondLookError

MAX_BYTES = 5_000_000
MAX_DAYS = 100
"""The longest event taken at its word: a summer. A longer one is a mistake in the feed."""

_TITLES: tuple[tuple[DayKind, tuple[str, ...]], ...] = (
    # A professional-development day is often titled "No School: PD Day"; staff work on it, so it is asked first.
    ("staff_day", ("professional development", "pd day", "teacher workday", "staff day", "teachers only")),
    ("half_day", ("early release", "early dismissal", "half day", "half-day", "delayed opening", "hour delay")),
    (
        "off",
        ("no school", "no classes", "vacation", "recess", "holiday", "schools closed", "school closed", "snow day"),
    ),
)
_OPENS = ("first day of school", "first day for students")
_CLOSES = ("last day of school", "last day for students")


class BadCalendarError(SecondLookError):
    """The calendar file cannot be used at all."""

    code, exit_code = "bad-calendar", 2


@dataclass
class IcsCalendar:
    """A school calendar by date; days it does not name are school days between its first and last day of school."""

    days: dict[date, DayKind] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None

    def kind_of(self, day: date) -> DayKind | None:
        """The kind of day, or None when the calendar does not say."""
        if day in self.days:
            return self.days[day]
        if self.first and self.last:
            return None if self.first <= day <= self.last else "off"
        return None


def read_calendar(path: Path) -> IcsCalendar:
    """Read an .ics file.

    Raises:
        BadCalendarError: it is missing, too large or not a calendar.

    """
    from icalendar import Calendar  # noqa: PLC0415  slow to import, and most homes have no calendar

    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadCalendarError(f"{path} is larger than {MAX_BYTES // 1_000_000} MB; that is not a school calendar.")
        feed = Calendar.from_ical(path.read_bytes())
    except OSError as error:
        raise BadCalendarError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, KeyError, IndexError) as error:
        raise BadCalendarError(f"{path} is not an iCalendar (.ics) file.") from error
    found = IcsCalendar()
    strength: dict[date, int] = {}
    for event in feed.walk("VEVENT"):
        _take(event, found, strength)
    return found


def _take(event: object, found: IcsCalendar, strength: dict[date, int]) -> None:
    title = " ".join(str(event.get("SUMMARY", "")).casefold().split())  # type: ignore[attr-defined]  # icalendar is untyped
    days = list(_all_day(event))
    if not days:
        return
    if any(words in title for words in _OPENS):
        found.first = min(found.first or days[0], days[0])
    elif any(words in title for words in _CLOSES):
        found.last = max(found.last or days[0], days[0])
    for rank, (kind, words) in enumerate(_TITLES):
        if any(word in title for word in words):
            for day in days:
                if rank <= strength.get(day, len(_TITLES)):
                    strength[day], found.days[day] = rank, kind
            return


def _all_day(event: object) -> Iterator[date]:
    try:
        start, end = event.start, event.end  # type: ignore[attr-defined]  # icalendar is untyped
    except (ValueError, KeyError, AttributeError):  # an event without a sound start is passed over, not fatal
        return
    if isinstance(start, datetime) or not isinstance(start, date) or isinstance(end, datetime):
        return
    for number in range(min(max((end - start).days, 1), MAX_DAYS)):  # DTEND is exclusive (RFC 5545, 3.6.1)
        yield start + timedelta(days=number)
