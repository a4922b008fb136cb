"""Reads a district's calendar from an .ics file: which days are off, half, delayed, shut by snow, or for staff alone.

Only titles that name the kind of day count (`titles.py`); concerts and games in the same feed are ignored. An event with
a time counts only for delays and early releases. No network: the file is handed in. Called by `configured.py` and `check`.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from secondlook.calendar.day import DayKind, SchoolDay
from secondlook.calendar.holidays import holidays
from secondlook.calendar.occurrences import days_of, first_day
from secondlook.calendar.title_words import NO_WORDS, TitleWords
from secondlook.calendar.titles import Titles, strength
from secondlook.errors import SecondLookError

MAX_BYTES = 5_000_000
_NEAR = timedelta(days=45)
"""A calendar speaks of the days between its first and last entry and a little around them; of other years it is silent."""
_MOST_TOLD = 5
UNSOUND = (ValueError, KeyError, AttributeError, TypeError, OverflowError)
"""What reading one event may raise; icalendar's own errors are ValueErrors."""


class BadCalendarError(SecondLookError):
    """The calendar file cannot be used at all."""

    code, exit_code = "bad-calendar", 2


@dataclass
class IcsCalendar:
    """A school calendar by date; days it does not name are school days between its first and last day of school.

    Attributes:
        passed_over: events that were not sound, by place in the file; for doctor.

    """

    days: dict[date, SchoolDay] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    passed_over: list[int] = field(default_factory=list)

    def remarks(self, today: date) -> list[str]:
        """What of the file is of no use, by place: events that were passed over, and that all its days have passed."""
        told = []
        if self.passed_over:
            which = ", ".join(map(str, self.passed_over[:_MOST_TOLD]))
            more = f" and {len(self.passed_over) - _MOST_TOLD} more" if len(self.passed_over) > _MOST_TOLD else ""
            told.append(f"event {which}{more}: not sound, passed over.")
        if (known := self._known()) and max(known) < today:
            told.append(f"last event: {max(known)} has passed; nothing in it is about the days to come.")
        return told

    def _known(self) -> list[date]:
        return [*self.days, *(edge for edge in (self.first, self.last) if edge)]

    def day_of(self, day: date) -> SchoolDay | None:
        """The kind of day, or None when the calendar does not say."""
        if day in self.days:
            return self.days[day]
        if self.first and self.last and self.first < self.last:
            if not self.first <= day <= self.last:
                return SchoolDay("off")
            return None if day in holidays(day.year) else SchoolDay("school")
        return None

    def kind_of(self, day: date) -> DayKind | None:
        """The kind alone."""
        found = self.day_of(day)
        return found.kind if found else None

    def covers(self, day: date) -> bool:
        """Whether the calendar speaks of this time at all; last year's file does not."""
        known = self._known()
        return bool(known) and min(known) - _NEAR <= day <= max(known) + _NEAR


def read_calendar(path: Path, words: TitleWords = NO_WORDS) -> IcsCalendar:
    """Read an .ics file.

    Args:
        path: of the file.
        words: for titles, beside the shipped ones.

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
    events = list(feed.walk("VEVENT"))
    moved = _moved(events)
    found, titles = IcsCalendar(), Titles(words)
    for place, event in enumerate(events, 1):
        try:
            _take(event, found, titles, moved)
        except UNSOUND:
            found.passed_over.append(place)  # an event that is not sound is passed over, not fatal
    return found


def _moved(events: list[Any]) -> dict[str, set[date]]:
    """By event, the repeats that an entry of their own has replaced (RFC 5545, 3.8.4.4)."""
    moved: dict[str, set[date]] = {}
    for event in events:
        if event.get("RECURRENCE-ID") is not None:
            with contextlib.suppress(*UNSOUND):  # which repeat it replaces cannot be told, so none is replaced
                moved.setdefault(str(event.get("UID")), set()).add(first_day(event["RECURRENCE-ID"].dt))
    return moved


def _take(event: Any, found: IcsCalendar, titles: Titles, moved: dict[str, set[date]]) -> None:
    title = str(event.get("SUMMARY", ""))
    if str(event.get("STATUS", "")).upper() == "CANCELLED":
        return
    said = titles.day_of(title)
    with_time = isinstance(event.start, datetime)
    if with_time and (said is None or said.kind not in ("half_day", "delayed")):
        return  # a "No School Committee" meeting at seven is no day off
    replaced = set() if event.get("RECURRENCE-ID") is not None else moved.get(str(event.get("UID")), set())
    days = [day for day in days_of(event) if day not in replaced]
    if not days:
        return
    if not with_time and titles.is_first_day(title):
        found.first = min(found.first or days[0], days[0])
    elif not with_time and titles.is_last_day(title):
        found.last = max(found.last or days[0], days[0])
    if said is None:
        return
    for day in days:
        known = found.days.get(day)
        if known is None or strength(said.kind) <= strength(known.kind):
            found.days[day] = said
