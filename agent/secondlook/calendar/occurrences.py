"""The days of one calendar event, repeats included, by `dateutil` (BSD, Apache). Pure. Called by `school_calendar.py`.

Bounded: a rule that never ends, or one that fires every second, costs no more than a few thousand steps. One that never
comes true would be sought to the year 9999, so what plainly names no day is refused first.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice, takewhile
from typing import Any

from secondlook.calendar.hours import BUILT_AFTER, PLAUSIBLE_YEARS, SCHOOL_ZONE

LONGEST = 100
"""Days of one event taken at its word: a summer. A longer one is a mistake in the feed."""
MOST_REPEATS = 6_000
LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
LAST = datetime(BUILT_AFTER.year + PLAUSIBLE_YEARS, 12, 31)  # noqa: DTZ001  wall time, as are all days here


def days_of(event: Any) -> Iterator[date]:
    """Every day that an event covers.

    Raises:
        ValueError: the event's start, end or rule is not sound.

    """
    start, length = _span(event)
    skipped = set(_dates(event, "EXDATE"))
    for day in sorted({*_repeats(event, start), *_dates(event, "RDATE")}):
        if day not in skipped:
            yield from (day + timedelta(days=number) for number in range(length))


def first_day(value: Any) -> date:
    """A date, or the school's own date of a moment."""
    if isinstance(value, datetime):
        return (value.astimezone(SCHOOL_ZONE) if value.tzinfo else value).date()
    if isinstance(value, date):
        return value
    raise ValueError("neither a date nor a time")


def _span(event: Any) -> tuple[date, int]:
    """First day and number of days; DTEND is exclusive (RFC 5545, 3.6.1), and an event with a time counts once."""
    start, end = event.start, event.end
    if isinstance(start, datetime):
        return first_day(start), 1
    return first_day(start), min(max((first_day(end) - start).days, 1), LONGEST)


def _repeats(event: Any, start: date) -> Iterator[date]:
    written = event.get("RRULE")
    if written is None:
        yield start
        return
    from dateutil.rrule import DAILY, rrulestr  # noqa: PLC0415  slow to import, and start-up has no calendar to read yet

    for one in written if isinstance(written, list) else [written]:
        text = one.to_ical().decode("ascii")
        # A moment in UTC as the end would not compare with our wall times; the day of it is all that matters here.
        parts = [part if not part.startswith("UNTIL=") else part[:14] for part in text.split(";")]
        rule: Any = rrulestr(";".join(parts), dtstart=datetime.combine(start, time()))
        if rule._freq > DAILY:  # noqa: SLF001  no public way; hours, minutes and seconds do not name days
            raise ValueError("repeats more often than daily")
        _refuse_the_impossible(rule)
        yield from (found.date() for found in takewhile(lambda found: found <= LAST, islice(rule, MOST_REPEATS)))


def _refuse_the_impossible(rule: Any) -> None:
    """Raise ValueError for 30 February, and for what RFC 5545, 3.3.10, allows a yearly rule alone."""
    from dateutil.rrule import YEARLY  # noqa: PLC0415  as above

    if rule._freq != YEARLY and (rule._byweekno or rule._byyearday):  # noqa: SLF001  no public way
        raise ValueError("counts weeks or days of the year, and is not yearly")
    months, days = rule._bymonth or range(1, 13), rule._bymonthday  # noqa: SLF001  the same
    if days and min(days) > max(LONGEST_MONTHS[month - 1] for month in months):
        raise ValueError("names a day that its months do not have")


def _dates(event: Any, name: str) -> Iterator[date]:
    written = event.get(name)
    for one in written if isinstance(written, list) else [written] * (written is not None):
        for entry in one.dts:
            yield first_day(entry.dt)
