"""What a day asks of one person, and who said so: for the page that shows them their hours. Pure.

The same functions decide that decide a check, so the page cannot tell another story. Called by `mine/hours.py`.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from secondlook.calendar.day import DayKind
from secondlook.calendar.holidays import holidays
from secondlook.calendar.hours import Week, in_school_year, school_day, work_spans

Because = Literal["you", "district", "calendar", "weekday", "holiday", "vacation", "usual"]
"""`you` said so today; the `district` set the day; the school `calendar` says so; no work on that `weekday`; a legal
`holiday`; outside the school year (`vacation`); or nobody said anything (`usual`)."""


@dataclass(frozen=True)
class DayPlan:
    """One day of one person.

    Attributes:
        kind: what the day is for them.
        because: whose word that rests on.
        spans: from and to, in wall time; an end may lie on the next day.

    """

    kind: DayKind
    because: Because
    spans: tuple[tuple[datetime, datetime], ...]


def plan_of(day: date, week: Week, own: Container[date]) -> DayPlan:
    """The plan of a day.

    Args:
        day: which.
        week: whose; its `said` holds the district's days and the person's.
        own: the days of `said` that the person spoke for.

    """
    kind = school_day(day, week).kind
    return DayPlan(kind, _because(day, week, own), work_spans(day, week))


def _because(day: date, week: Week, own: Container[date]) -> Because:
    if day in own:
        return "you"
    if not week.hours.week[day.weekday()]:
        return "weekday"
    if day in week.said:
        return "district"
    if week.calendar and week.calendar.covers(day) and week.calendar.day_of(day) is not None:
        return "calendar"
    if day in holidays(day.year):
        return "holiday"
    return "usual" if in_school_year(day) or week.hours.year_round else "vacation"
