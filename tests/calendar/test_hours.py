"""Work time: default hours, the school year, holidays, clock changes, and doubt."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from secondlook.calendar.holidays import holidays
from secondlook.calendar.hours import SCHOOL_ZONE, DayKind, Hours, work_state, zone_in_doubt
from secondlook.calendar.spell import SPELL, Spells


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=SCHOOL_ZONE)


@pytest.mark.parametrize(
    ("moment", "kind"),
    [
        ("2026-09-15T10:05", "work"),  # a Tuesday
        ("2026-09-15T07:29:59", "off"),
        ("2026-09-15T07:30", "edge"),
        ("2026-09-15T07:40", "work"),
        ("2026-09-15T14:20", "edge"),
        ("2026-09-15T14:29:59", "edge"),
        ("2026-09-15T14:30", "off"),
        ("2026-09-19T10:05", "off"),  # a Saturday
        ("2026-08-30T10:05", "off"),  # the Sunday before the last Monday of August
        ("2026-08-28T10:05", "off"),
        ("2026-08-31T10:05", "work"),  # the last Monday of August
        ("2027-06-15T10:05", "work"),
        ("2027-06-16T10:05", "off"),
        ("2026-07-15T10:05", "off"),
        ("2026-09-07T10:05", "off"),  # Labor Day
        ("2026-11-26T10:05", "off"),  # Thanksgiving
        ("2027-04-19T10:05", "off"),  # Patriots' Day
    ],
)
def test_default_hours(moment: str, kind: str) -> None:
    """Monday to Friday 7:30 to 14:30 in the school year, holidays off, the first and last ten minutes an edge."""
    state = work_state(local(moment))
    assert (state.kind, state.calendar) == (kind, "missing")


def test_the_twelve_holidays_of_two_years() -> None:
    """Checked by hand against the Commonwealth's list; a Sunday holiday is kept on the Monday (4 July 2027)."""
    assert sorted(holidays(2026)) == [
        date(2026, *day)
        for day in (
            (1, 1),
            (1, 19),
            (2, 16),
            (4, 20),
            (5, 25),
            (6, 19),
            (7, 4),
            (9, 7),
            (10, 12),
            (11, 11),
            (11, 26),
            (12, 25),
        )
    ]
    assert date(2027, 7, 5) in holidays(2027)
    assert date(2027, 7, 4) not in holidays(2027)
    assert all(len(holidays(year)) == 12 for year in range(2026, 2040))


def test_any_zone_means_the_same_moment() -> None:
    """14:05 UTC is 10:05 in the school's summer, 9:05 in its winter; a naive time is school time."""
    assert work_state(datetime(2026, 9, 15, 14, 5, tzinfo=UTC)).kind == "work"
    assert work_state(datetime(2026, 9, 15, 11, 5, tzinfo=UTC)).kind == "off"
    assert work_state(datetime(2026, 12, 15, 12, 35, tzinfo=UTC)).kind == "edge"
    assert work_state(datetime(2026, 9, 15, 10, 5)).kind == "work"  # noqa: DTZ001  naive on purpose


def test_the_autumn_night_has_two_half_past_ones() -> None:
    """Both are answered, and a night shift's hours count wall time."""
    night = Hours(start=time(1), end=time(3), weekdays=frozenset(range(7)))
    for fold in (0, 1):
        moment = datetime(2026, 11, 1, 1, 30, fold=fold, tzinfo=SCHOOL_ZONE)
        assert work_state(moment, night).kind == "work"


@pytest.mark.parametrize("moment", ["2025-12-31T10:00", "1970-01-01T10:00", "2099-01-05T10:00"])
def test_a_clock_that_cannot_be_right_is_in_doubt(moment: str) -> None:
    """Before the product was made, or many years on: silence, not an accusation."""
    state = work_state(local(moment))
    assert (state.kind, state.calendar) == ("doubtful", "doubtful")


def test_a_machine_in_another_zone_is_in_doubt() -> None:
    """Its offset differs from the school's at that moment, or is unknown."""
    moment = local("2026-09-15T10:05")
    assert not zone_in_doubt(timedelta(hours=-4), moment)
    assert zone_in_doubt(timedelta(hours=-5), moment)
    assert not zone_in_doubt(timedelta(hours=-5), local("2026-12-15T10:05"))
    assert zone_in_doubt(timedelta(0), moment)
    assert zone_in_doubt(None, moment)


def test_lunch_and_other_hours_are_settings() -> None:
    """Lunch counts as an edge only where it is set; a group's own hours replace the default."""
    nurse = Hours(start=time(6), end=time(12), lunch=(time(10), time(10, 30)), edge=timedelta(0), half_day_end=time(9))
    assert work_state(local("2026-09-15T06:00"), nurse).kind == "work"
    assert work_state(local("2026-09-15T10:29"), nurse).kind == "edge"
    assert work_state(local("2026-09-15T10:30"), nurse).kind == "work"
    assert work_state(local("2026-09-15T12:00"), nurse).kind == "off"


@pytest.mark.parametrize(
    ("kind", "expected"),
    [("off", "off"), ("school", "work"), ("half_day", "off"), ("staff_day", "work"), (None, "work")],
)
def test_a_calendar_has_the_say(kind: DayKind | None, expected: str) -> None:
    """Where it speaks it decides; where it is silent the default does. The nurse of a half day is free at eleven."""

    class OneKind:
        def kind_of(self, _day: date) -> DayKind | None:
            return kind

    state = work_state(local("2026-09-15T11:00"), Hours(half_day_end=time(10, 30)), OneKind())
    assert (state.kind, state.calendar) == (expected, "ready")


def test_for_school_holds_for_one_site_and_one_spell() -> None:
    """It ends by itself, and a clock that went backwards ends it too."""
    spells, moment = Spells(), local("2026-09-15T10:05")
    spells.say("facebook", moment)
    assert spells.holds("facebook", moment + SPELL - timedelta(seconds=1))
    assert not spells.holds("facebook", moment + SPELL)
    assert not spells.holds("facebook", moment - timedelta(seconds=1))
    assert not spells.holds("instagram", moment)
