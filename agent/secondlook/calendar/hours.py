"""Is this moment work time, and how sure are we? Policy IHB, "during work hours"; default hours where none are set.

Pure: the moment comes in, the clock is read elsewhere. Where the clock or the zone is in doubt the answer is `doubtful`,
and the product stays silent rather than accuse. Called by the checker.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from secondlook.calendar.day import SchoolCalendar, SchoolDay
from secondlook.calendar.holidays import holidays

SCHOOL_ZONE = ZoneInfo("America/New_York")
BUILT_AFTER = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that shows an earlier time than the product's own making is wrong."""
PLAUSIBLE_YEARS = 15
NOON, AFTER_NOON = time(12), time(13)

Kind = Literal["work", "edge", "off", "doubtful"]


@dataclass(frozen=True)
class Stretch:
    """From a wall time to a wall time; one that ends at or before its start runs past midnight."""

    start: time
    end: time


@dataclass(frozen=True)
class Exempt:
    """A window inside the work day that does not count as work: lunch, a duty-free period.

    Attributes:
        weekdays: Monday = 0.
        kind: `off` = nothing is said, `edge` = a note at most. Policy IHB is silent on lunch, so it is IT's to set.

    """

    stretch: Stretch
    weekdays: frozenset[int] = frozenset(range(7))
    kind: Literal["off", "edge"] = "off"


_DAY = (Stretch(time(7, 30), time(14, 30)),)


@dataclass(frozen=True)
class Hours:
    """The work week of one staff group, in local wall time.

    Attributes:
        week: the stretches of each day, Monday first.
        exempt: windows that do not count.
        edge: this long after a stretch's start and before its end counts as an edge, not as work.
        half_day_end: when the work day ends on a half day; None = an edge from noon to one, then none.
        year_round: works in vacations and summer too, legal holidays apart.
        snow_days: works on snow days.

    """

    week: tuple[tuple[Stretch, ...], ...] = (_DAY,) * 5 + ((), ())
    exempt: tuple[Exempt, ...] = ()
    edge: timedelta = timedelta(minutes=10)
    half_day_end: time | None = None
    year_round: bool = False
    snow_days: bool = False


DEFAULT_HOURS = Hours()


@dataclass(frozen=True)
class WorkState:
    """Whether a moment is work time, and what that rests on."""

    kind: Kind
    calendar: Literal["ready", "missing", "doubtful"]


@dataclass(frozen=True)
class Week:
    """Everything that says when somebody works.

    Attributes:
        hours: of the staff group, or the person's own.
        calendar: the school's, or None: then the default school year and the state's holidays.
        said: days that IT or the person has spoken for; they come before the calendar.

    """

    hours: Hours = DEFAULT_HOURS
    calendar: SchoolCalendar | None = None
    said: Mapping[date, SchoolDay] = field(default_factory=dict)


DEFAULT_WEEK = Week()


def work_state(moment: datetime, week: Week = DEFAULT_WEEK) -> WorkState:
    """Tell work from edge from off.

    Args:
        moment: aware, in any zone; a naive one is taken for school time.
        week: whose.

    """
    local = moment.astimezone(SCHOOL_ZONE) if moment.tzinfo else moment.replace(tzinfo=SCHOOL_ZONE)
    if not BUILT_AFTER <= local <= BUILT_AFTER.replace(year=BUILT_AFTER.year + PLAUSIBLE_YEARS):
        return WorkState("doubtful", "doubtful")
    known: Literal["ready", "missing"] = "ready" if _calendar_on(local.date(), week) else "missing"
    wall = local.replace(tzinfo=None)
    # A shift that began yesterday may still run, so yesterday is asked too.
    kinds = {_kind_in(wall, wall.date() - timedelta(days=back), week) for back in (0, 1)}
    kind: Kind = "work" if "work" in kinds else "edge" if "edge" in kinds else "off"
    return WorkState(kind, known)


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


def _calendar_on(day: date, week: Week) -> SchoolCalendar | None:
    return week.calendar if week.calendar and week.calendar.covers(day) else None


def school_day(day: date, week: Week) -> SchoolDay:
    """What kind of day it is for this person; who spoke last has the say."""
    calendar = _calendar_on(day, week)
    said = week.said.get(day) or (calendar.day_of(day) if calendar else None)
    if said is None:
        opened = (in_school_year(day) or week.hours.year_round) and day not in holidays(day.year)
        return SchoolDay("school" if opened else "off")
    if said.kind == "snow_day":
        return SchoolDay("school" if week.hours.snow_days else "off")
    if said.kind == "off" and week.hours.year_round and day not in week.said:
        return SchoolDay("off" if day in holidays(day.year) else "school")
    return said


def work_spans(day: date, week: Week) -> tuple[tuple[datetime, datetime], ...]:
    """The stretches that begin on a day, in wall time, as a late start or a half day moves them; none on a day off."""
    stretches, school = week.hours.week[day.weekday()], school_day(day, week)
    if not stretches or school.kind == "off":
        return ()
    found: list[tuple[datetime, datetime]] = []
    for stretch in stretches:
        start, end = _span(day, stretch)
        if stretch.start < NOON:
            start += school.delay
        half_day_end = week.hours.half_day_end or (AFTER_NOON if stretch.start < NOON else None)
        if school.kind == "half_day" and half_day_end:
            end = min(end, datetime.combine(day, half_day_end))
        if start < end:
            found.append((start, end))
    return tuple(found)


def _kind_in(wall: datetime, day: date, week: Week) -> Kind:
    """What the stretches that begin on `day` make of a wall time."""
    hours = week.hours
    for start, end in work_spans(day, week):
        if not start <= wall < end:
            continue
        exempt = next((one for one in hours.exempt if _within(wall, day, one)), None)
        if exempt:
            return exempt.kind
        half_day = school_day(day, week).kind == "half_day"
        long_day = half_day and hours.half_day_end is None and wall.time() >= NOON
        return "edge" if long_day or wall - start < hours.edge or end - wall <= hours.edge else "work"
    return "off"


def _span(day: date, stretch: Stretch) -> tuple[datetime, datetime]:
    start, end = datetime.combine(day, stretch.start), datetime.combine(day, stretch.end)
    return start, end if end > start else end + timedelta(days=1)


def _within(wall: datetime, day: date, exempt: Exempt) -> bool:
    """Whether an exempt window holds; on a shift that runs past midnight it may lie on the next day."""
    if day.weekday() not in exempt.weekdays:
        return False
    return any(
        start <= wall < end for later in (0, 1) for start, end in (_span(day + timedelta(days=later), exempt.stretch),)
    )
