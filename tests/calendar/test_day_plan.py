"""The plan of a day: spans as checks use them, and whose word they rest on."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from secondlook.calendar.day import SchoolDay
from secondlook.calendar.day_plan import plan_of
from secondlook.calendar.hours import DEFAULT_HOURS, SCHOOL_ZONE, Week, work_state
from secondlook.calendar.school_calendar import IcsCalendar

MONDAY = date(2026, 11, 23)
CALENDAR = IcsCalendar(
    days={MONDAY: SchoolDay("delayed", timedelta(hours=2)), date(2026, 12, 1): SchoolDay("off")},
    first=date(2026, 8, 31),
    last=date(2027, 6, 15),
)


@pytest.mark.parametrize(
    ("day", "week", "own", "because", "spans"),
    [
        (MONDAY, Week(), (), "usual", ["07:30-14:30"]),
        (date(2026, 11, 22), Week(), (), "weekday", []),
        (date(2026, 11, 26), Week(), (), "holiday", []),
        (date(2026, 7, 20), Week(), (), "vacation", []),
        (MONDAY, Week(said={MONDAY: SchoolDay("off")}), (MONDAY,), "you", []),
        (MONDAY, Week(said={MONDAY: SchoolDay("half_day")}), (), "district", ["07:30-13:00"]),
        (MONDAY, Week(calendar=CALENDAR), (), "calendar", ["09:30-14:30"]),
        (date(2026, 12, 1), Week(calendar=CALENDAR), (), "calendar", []),
    ],
)
def test_a_day_is_told_with_its_reason(day, week, own, because, spans):
    """Each source of a day has its own word."""
    plan = plan_of(day, week, own)
    assert plan.because == because
    assert [f"{start:%H:%M}-{end:%H:%M}" for start, end in plan.spans] == spans


@pytest.mark.parametrize("week", [Week(), Week(calendar=CALENDAR), Week(said={MONDAY: SchoolDay("half_day")})])
def test_the_plan_and_the_checks_agree(week):
    """In the middle of a span a check says work or edge; just before and after it, off."""
    for offset in range(14):
        day = MONDAY + timedelta(days=offset)
        for start, end in plan_of(day, week, ()).spans:
            inside = (start + (end - start) / 2).replace(tzinfo=SCHOOL_ZONE)
            assert work_state(inside, week).kind in {"work", "edge"}
            for outside in (start - timedelta(minutes=1), end):
                assert work_state(outside.replace(tzinfo=SCHOOL_ZONE), week).kind == "off"
    assert Week().hours == DEFAULT_HOURS
