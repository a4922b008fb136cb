"""Work time: default hours, the school year, holidays, clock changes, and doubt."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

import pytest

from secondlook.calendar.day import DayKind, SchoolDay
from secondlook.calendar.holidays import holidays
from secondlook.calendar.hours import SCHOOL_ZONE, Exempt, Hours, Stretch, Week, WorkState, work_state, zone_in_doubt
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
    night = Hours(week=((Stretch(time(1), time(3)),),) * 7)
    for fold in (0, 1):
        moment = datetime(2026, 11, 1, 1, 30, fold=fold, tzinfo=SCHOOL_ZONE)
        assert work_state(moment, Week(night)).kind == "work"


def test_a_shift_that_runs_through_the_nights_of_the_clock_changes() -> None:
    """22:00 to 06:00: the skipped hour of March and the doubled hour of November lie inside, and the day it began counts."""
    night = Week(Hours(week=((Stretch(time(22), time(6)),),) * 7, year_round=True))
    assert work_state(datetime(2026, 3, 8, 6, 30, tzinfo=UTC), night).kind == "work"  # 1:30 before the jump
    assert work_state(datetime(2026, 3, 8, 7, 30, tzinfo=UTC), night).kind == "work"  # 3:30 after it
    assert work_state(datetime(2026, 3, 8, 9, 55, tzinfo=UTC), night).kind == "edge"  # 5:55
    assert work_state(datetime(2026, 3, 8, 10, 5, tzinfo=UTC), night).kind == "off"
    assert work_state(datetime(2026, 11, 1, 10, 55, tzinfo=UTC), night).kind == "edge"  # 5:55 in winter time
    assert work_state(datetime(2026, 11, 1, 11, 5, tzinfo=UTC), night).kind == "off"
    assert work_state(local("2026-12-25T23:00"), night).kind == "off"  # begins on Christmas
    assert work_state(local("2026-12-25T03:00"), night).kind == "work"  # began the evening before


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


NURSE = Hours(
    week=((Stretch(time(6), time(12)),),) * 5 + ((), ()),
    exempt=(
        Exempt(Stretch(time(10), time(10, 30)), kind="edge"),
        Exempt(Stretch(time(11), time(11, 15)), frozenset({1})),
    ),
    edge=timedelta(0),
    half_day_end=time(9),
)


@pytest.mark.parametrize(
    ("moment", "kind"),
    [
        ("2026-09-15T06:00", "work"),
        ("2026-09-15T10:29", "edge"),
        ("2026-09-15T10:30", "work"),
        ("2026-09-15T11:05", "off"),  # a Tuesday
        ("2026-09-16T11:05", "work"),
        ("2026-09-15T12:00", "off"),
    ],
)
def test_lunch_and_other_hours_are_settings(moment: str, kind: str) -> None:
    """An exempt window is silence, or an edge where it is set so, on its weekdays; a group's hours replace the default."""
    assert work_state(local(moment), Week(NURSE)).kind == kind


class OneDay:
    """A calendar that says the same of every day."""

    def __init__(self, kind: DayKind | None, delay: timedelta = timedelta(0)) -> None:
        self._said = SchoolDay(kind, delay) if kind else None

    def day_of(self, _day: date) -> SchoolDay | None:
        return self._said

    def covers(self, day: date) -> bool:
        return day.year < 2028


def on(moment: str, calendar: OneDay, hours: Hours | None = None) -> WorkState:
    return work_state(local(moment), Week(hours or Hours(), calendar))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("off", "off"),
        ("snow_day", "off"),
        ("school", "work"),
        ("half_day", "off"),
        ("staff_day", "work"),
        (None, "work"),
    ],
)
def test_a_calendar_has_the_say(kind: DayKind | None, expected: str) -> None:
    """Where it speaks it decides; where it is silent the default does. The nurse of a half day is free at eleven."""
    state = on("2026-09-15T11:00", OneDay(kind), Hours(half_day_end=time(10, 30)))
    assert (state.kind, state.calendar) == (expected, "ready")


def test_a_half_day_without_a_set_end_is_an_edge_from_noon() -> None:
    """Pupils leave early, staff somewhat later: a note at most, and from one o'clock on nothing."""
    assert [on(f"2026-09-15T{at}", OneDay("half_day")).kind for at in ("11:40", "12:00", "12:59", "13:30")] == [
        "work",
        "edge",
        "edge",
        "off",
    ]


def test_a_delayed_opening_moves_the_start() -> None:
    """Two hours later, and its edge with it; the end stays."""
    late = OneDay("delayed", timedelta(hours=2))
    assert [on(f"2026-09-15T{at}", late).kind for at in ("08:00", "09:29", "09:35", "09:41", "14:29")] == [
        "off",
        "off",
        "edge",
        "work",
        "edge",
    ]


def test_last_years_calendar_says_nothing_of_this_year() -> None:
    """A feed that does not cover the day is as good as none, and the answer says so."""
    assert on("2028-09-12T10:00", OneDay("off")) == WorkState("work", "missing")


def test_who_speaks_last_has_the_say() -> None:
    """IT's or the person's own word for a day comes before the calendar's."""
    said = {date(2026, 12, 1): SchoolDay("snow_day"), date(2026, 11, 26): SchoolDay("school")}
    week = Week(calendar=OneDay("school"), said=said)
    assert work_state(local("2026-12-01T10:00"), week).kind == "off"
    assert work_state(local("2026-12-02T10:00"), week).kind == "work"
    assert work_state(local("2026-11-26T10:00"), week).kind == "work"


def test_people_who_work_year_round() -> None:
    """Office and custodians: vacations, summer and, where it is set, snow days are work; legal holidays are not."""
    office = Hours(year_round=True)
    assert work_state(local("2026-07-15T10:00"), Week(office)).kind == "work"
    assert work_state(local("2026-07-15T10:00")).kind == "off"
    assert on("2027-02-17T10:00", OneDay("off"), office).kind == "work"
    assert on("2027-02-15T10:00", OneDay("off"), office).kind == "off"  # Washington's Birthday
    assert on("2027-02-17T10:00", OneDay("snow_day"), office).kind == "off"
    assert on("2027-02-17T10:00", OneDay("snow_day"), Hours(snow_days=True)).kind == "work"
    own_word = Week(office, said={date(2027, 2, 17): SchoolDay("off")})
    assert work_state(local("2027-02-17T10:00"), own_word).kind == "off"


def test_for_school_holds_for_one_site_and_one_spell() -> None:
    """It ends by itself, and a clock that went backwards ends it too."""
    spells, moment = Spells(), local("2026-09-15T10:05")
    spells.say("facebook", moment)
    assert spells.holds("facebook", moment + SPELL - timedelta(seconds=1))
    assert not spells.holds("facebook", moment + SPELL)
    assert not spells.holds("facebook", moment - timedelta(seconds=1))
    assert not spells.holds("instagram", moment)
