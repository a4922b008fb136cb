"""Is this moment work time, and how sure are we? Policy IHB, "during work hours"; default hours where none are set.

Pure: the moment comes in, the clock is read elsewhere. Where the clock or the zone is in doubt the answer is `doubtful`,
and the product stays silent rather than accuse. Called by `facts.py`. A school calendar is any object with `kind_of`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal, Protocol
from zoneinfo import ZoneInfo

from secondlook.calendar.holidays import holidays

SCHOOL_ZONE = ZoneInfo("America/New_York")
BUILT_AFTER = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that shows an earlier time than the product's own making is wrong."""
PLAUSIBLE_YEARS = 15

DayKind = Literal["school", "half_day", "staff_day", "off"]
"""`half_day`: pupils leave early, staff usually stay. `staff_day`: no pupils, staff work (a professional-development day)."""


class SchoolCalendar(Protocol):
    """What a district's calendar can tell about one day."""

    def kind_of(self, day: date) -> DayKind | None:
        """The kind of day, or None when the calendar does not say."""


@dataclass(frozen=True)
class Hours:
    """The work day of one staff group, in local wall time.

    Attributes:
        start, end: of the work day.
        lunch: a stretch inside it that counts as an edge, or None. Policy IHB is silent on lunch, so it is IT's to set.
        edge: this long after the start and before the end counts as an edge, not as work.
        weekdays: Monday = 0.
        half_day_end: when the work day ends on a half day, or None for no change.

    """

    start: time = time(7, 30)
    end: time = time(14, 30)
    lunch: tuple[time, time] | None = None
    edge: timedelta = timedelta(minutes=10)
    weekdays: frozenset[int] = frozenset(range(5))
    half_day_end: time | None = None


@dataclass(frozen=True)
class WorkState:
    """Whether a moment is work time, and what that rests on."""

    kind: Literal["work", "edge", "off", "doubtful"]
    calendar: Literal["ready", "missing", "doubtful"]


def work_state(moment: datetime, hours: Hours | None = None, calendar: SchoolCalendar | None = None) -> WorkState:
    """Tell work from edge from off.

    Args:
        moment: aware, in any zone; a naive one is taken for school time.
        hours: None = the default hours.
        calendar: None = the default school year (see `in_school_year`) and the state's holidays.

    """
    hours = hours or Hours()
    local = moment.astimezone(SCHOOL_ZONE) if moment.tzinfo else moment.replace(tzinfo=SCHOOL_ZONE)
    known: Literal["ready", "missing"] = "missing" if calendar is None else "ready"
    if not BUILT_AFTER <= local <= BUILT_AFTER.replace(year=BUILT_AFTER.year + PLAUSIBLE_YEARS):
        return WorkState("doubtful", "doubtful")
    kind = _day_kind(local.date(), hours, calendar)
    if kind == "off":
        return WorkState("off", known)
    end = hours.half_day_end if kind == "half_day" and hours.half_day_end else hours.end
    return WorkState(_time_kind(local.time(), hours, end), known)


def in_school_year(day: date) -> bool:
    """From the last Monday of August to 15 June: the span in which Massachusetts districts hold their 180 days."""
    last_monday_of_august = date(day.year, 8, 31) - timedelta(days=date(day.year, 8, 31).weekday())
    return day >= last_monday_of_august or day <= date(day.year, 6, 15)


def zone_in_doubt(machine_offset: timedelta | None, moment: datetime) -> bool:
    """Whether the machine's own zone differs from the school's: a traveller, or a clock set wrong.

    Args:
        machine_offset: the machine's offset from UTC at the moment, or None when unknown.
        moment: aware.

    """
    return machine_offset != moment.astimezone(SCHOOL_ZONE).utcoffset()


def _day_kind(day: date, hours: Hours, calendar: SchoolCalendar | None) -> DayKind:
    if day.weekday() not in hours.weekdays:
        return "off"
    said = calendar.kind_of(day) if calendar else None
    if said is not None:
        return said
    return "school" if in_school_year(day) and day not in holidays(day.year) else "off"


def _time_kind(now: time, hours: Hours, end: time) -> Literal["work", "edge", "off"]:
    if not hours.start <= now < end:
        return "off"
    minute = timedelta(hours=now.hour, minutes=now.minute, seconds=now.second)
    opens = timedelta(hours=hours.start.hour, minutes=hours.start.minute)
    closes = timedelta(hours=end.hour, minutes=end.minute)
    at_edge = minute - opens < hours.edge or closes - minute <= hours.edge
    at_lunch = hours.lunch is not None and hours.lunch[0] <= now < hours.lunch[1]
    return "edge" if at_edge or at_lunch else "work"
