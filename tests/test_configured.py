"""The settings put together: whose hours hold, what today is, and that the last good file goes on working."""

from __future__ import annotations

import json
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from secondlook import configured
from secondlook.calendar.hours import DEFAULT_HOURS, SCHOOL_ZONE, work_state
from secondlook.config import Home
from secondlook.configured import Configuration, Set, said_today, say_today
from secondlook.detection.settings import DetectionSettings
from secondlook.status.settings_in_words import hours_in_words, settings_in_words
from secondlook.store import Store

TEACHERS = {"hours": {"weekdays": ["07:05-14:20"]}}
NURSES = {"hours": {"weekdays": ["08:00-15:00"]}}
SNOW = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{}\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
NOON = datetime(2026, 12, 1, 12, tzinfo=SCHOOL_ZONE)


class Desk:
    """A home, a district's file, and how both are written."""

    def __init__(self, folder: Path) -> None:
        self.home, self.district = Home(folder / "home"), folder / "district" / "settings.json"
        self.home.path.mkdir()
        self.district.parent.mkdir()

    def write(self, path: Path, content: Any) -> None:
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")

    def set(self) -> Set:
        return Configuration(self.home).now


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    made = Desk(tmp_path)
    monkeypatch.setenv("SECONDLOOK_DISTRICT_SETTINGS", str(made.district))
    return made


def test_nothing_set_is_the_default(desk: Desk) -> None:
    """Default hours, no problem, nobody a coach."""
    now = desk.set()
    assert (now.hours, now.problems, now.profile.coach) == (DEFAULT_HOURS, (), False)


def test_whose_hours_hold(desk: Desk) -> None:
    """The person's own week, else their group's, else the district's default group's."""
    desk.write(desk.district, {"staff_groups": {"teachers": TEACHERS, "nurses": NURSES}, "default_group": "teachers"})
    assert desk.set().hours.week[0][0].start.hour == 7
    desk.write(desk.home.settings_file, {"staff_group": "nurses"})
    assert desk.set().hours.week[0][0].start.hour == 8
    desk.write(desk.home.settings_file, {"staff_group": "nurses", "own_week": {"hours": {"mon": ["10:00-12:00"]}}})
    assert desk.set().hours.week[0][0].start.hour == 10


def test_an_unknown_staff_group_is_told(desk: Desk) -> None:
    """By file and place, with the groups there are; the default holds meanwhile."""
    desk.write(desk.district, {"staff_groups": {"teachers": TEACHERS}})
    desk.write(desk.home.settings_file, {"staff_group": "pilots"})
    now = desk.set()
    assert now.hours == DEFAULT_HOURS
    (problem,) = now.problems
    assert "settings.json, staff_group" in problem
    assert "teachers" in problem
    assert "pilots" not in problem


def test_the_last_good_file_goes_on_working(desk: Desk) -> None:
    """A broken change is told and not used; mending it is noticed."""
    desk.write(desk.home.settings_file, {"coach": True})
    configuration = Configuration(desk.home)
    desk.write(desk.home.settings_file, '{"coach": tru')
    assert configuration.refresh()
    assert configuration.now.profile.coach
    assert "line 1" in configuration.now.problems[0]
    desk.write(desk.home.settings_file, {"coach": False})
    assert configuration.refresh()
    assert (configuration.now.profile.coach, configuration.now.problems) == (False, ())
    assert not configuration.refresh()


def test_the_last_good_calendar_goes_on_working(desk: Desk) -> None:
    """The same for the .ics file that the district names, relative to its own."""
    calendar = desk.district.parent / "school.ics"
    desk.write(desk.district, {"calendar": "school.ics"})
    desk.write(calendar, SNOW.format("No School"))
    configuration = Configuration(desk.home)
    assert work_state(NOON, configuration.now.week({})).kind == "off"
    desk.write(calendar, "<html>404</html>")
    assert configuration.refresh()
    assert work_state(NOON, configuration.now.week({})).kind == "off"
    assert "school.ics" in configuration.now.problems[0]
    desk.write(calendar, SNOW.format("PD Day"))
    assert configuration.refresh()
    assert work_state(NOON, configuration.now.week({})).kind == "work"
    assert configuration.now.problems == ()


def test_another_calendar_that_is_broken_leaves_the_last_good_one(desk: Desk) -> None:
    """Next year's file, named before it is there: this year's goes on, and the settings beside it count."""
    desk.write(desk.district, {"calendar": "school.ics"})
    desk.write(desk.district.parent / "school.ics", SNOW.format("No School"))
    configuration = Configuration(desk.home)
    desk.write(desk.district, {"calendar": "next.ics", "pause": "never"})
    assert configuration.refresh()
    assert work_state(NOON, configuration.now.week({})).kind == "off"
    assert configuration.now.district.pause == "never"
    assert "next.ics" in configuration.now.problems[0]


def test_an_unknown_group_leaves_the_last_good_file(desk: Desk) -> None:
    """The same for a group that is not there, in either file: the hours stay what they were, and file and place are told."""
    groups = {"teachers": TEACHERS, "nurses": NURSES}
    desk.write(desk.district, {"staff_groups": groups, "default_group": "nurses"})
    configuration = Configuration(desk.home)
    desk.write(desk.district, {"staff_groups": groups, "default_group": "pilots"})
    assert configuration.refresh()
    assert configuration.now.hours.week[0][0].start.hour == 8
    assert "settings.json, default_group: no such staff group" in configuration.now.problems[0]
    desk.write(desk.district, {"staff_groups": groups, "default_group": "teachers"})
    desk.write(desk.home.settings_file, {"staff_group": "nurses"})
    configuration.refresh()
    desk.write(desk.home.settings_file, {"staff_group": "pilots"})
    assert configuration.refresh()
    assert configuration.now.hours.week[0][0].start.hour == 8
    assert "settings.json, staff_group: no such staff group" in configuration.now.problems[0]


def test_a_delayed_day_begins_later(desk: Desk) -> None:
    """A delay that the district announces without a number is two hours."""
    desk.write(desk.district, {"days": {"2026-12-01": "delayed"}})
    week = desk.set().week({})
    assert work_state(datetime(2026, 12, 1, 8, 30, tzinfo=SCHOOL_ZONE), week).kind == "off"
    assert work_state(datetime(2026, 12, 1, 11, tzinfo=SCHOOL_ZONE), week).kind == "work"


def test_days_that_have_passed_are_told(desk: Desk) -> None:
    """By file and place, not today's and none to come; they are no problem."""
    desk.write(desk.district, {"days": {"2026-11-30": "off", "2026-12-01": "off", "2026-12-02": "off"}})
    now = desk.set()
    assert now.remarks(NOON.date(), desk.district) == [
        f"{desk.district}, days.2026-11-30: has passed, and changes nothing."
    ]
    assert now.problems == ()


@pytest.mark.parametrize("file", ["settings.json", "school.ics"])
def test_a_change_while_it_is_read_is_not_missed(desk: Desk, monkeypatch: pytest.MonkeyPatch, file: str) -> None:
    """A file that is written between our reading and the end of the look is read at the next one."""
    desk.write(desk.district, {"calendar": "school.ics"})
    desk.write(desk.district.parent / "school.ics", SNOW.format("Concert"))
    configuration = Configuration(desk.home)
    real = {"settings.json": configured.read_settings, "school.ics": configured.read_calendar}[file]
    later = {"settings.json": '{"calendar": "school.ics", "pause": "never"}', "school.ics": SNOW.format("No School")}

    def read_and_be_overtaken(path: Path, *more: Any) -> Any:
        held = real(path, *more)
        if path.name == file and path.parent == desk.district.parent:
            monkeypatch.undo()
            monkeypatch.setenv("SECONDLOOK_DISTRICT_SETTINGS", str(desk.district))
            desk.write(path, later[file])
        return held

    monkeypatch.setattr(configured, real.__name__, read_and_be_overtaken)
    desk.write(desk.district, {"calendar": "school.ics", "pause": "15_minutes"})
    assert configuration.refresh()
    assert configuration.refresh(), "the change meanwhile"
    assert not configuration.refresh()
    now = configuration.now
    assert (now.district.pause == "never", work_state(NOON, now.week({})).kind == "off") == (
        file == "settings.json",
        file == "school.ics",
    )


def test_a_calendar_broken_from_the_start(desk: Desk) -> None:
    """Default school year and holidays, the state says that there is none, and the problem is told."""
    desk.write(desk.district, {"calendar": "school.ics"})
    now = desk.set()
    state = work_state(NOON, now.week({}))
    assert (state.kind, state.calendar) == ("work", "missing")
    assert "school.ics" in now.problems[0]


def test_it_speaks_for_a_day(desk: Desk) -> None:
    """A snow day of the district's, announced this morning; the person's own word comes before it."""
    desk.write(desk.district, {"days": {"2026-12-01": "snow_day"}})
    now = desk.set()
    assert work_state(NOON, now.week({})).kind == "off"
    store = Store(desk.home.store_file)
    say_today(store, "half_day", NOON.date())
    assert work_state(NOON, now.week(said_today(store))).kind == "edge"
    say_today(store, "snow_day", NOON.date())
    assert work_state(NOON, Set().week(said_today(store))).kind == "off"
    tomorrow = datetime(2026, 12, 2, 12, tzinfo=SCHOOL_ZONE)
    assert work_state(tomorrow, Set().week(said_today(store))).kind == "work"
    say_today(store, "normal", NOON.date())
    assert said_today(store) == {}
    store.close()


def test_a_damaged_word_about_today_is_none(desk: Desk) -> None:
    """Whatever stands there, a check goes on."""
    store = Store(desk.home.store_file)
    for kept in (5, {}, {"date": "x", "day": "snow_day"}, None):
        store.set_setting("today", kept)
        assert said_today(store) == {}
    store.close()


def test_what_a_check_gets(desk: Desk) -> None:
    """Copies and accounts of both files; the district's domains replace those seen in the rosters, phones are added."""
    desk.write(
        desk.district,
        {"copies": ["@ad.rivera"], "professional_accounts": [{"handle": "mps"}], "school_phones": ["508-555-0100"],
         "school_names": ["Francis J. Kane"], "email_domains": {"staff": ["mps-edu.org"]}},
    )  # fmt: skip
    desk.write(desk.home.settings_file, {"coach": True, "copies": ["Pat Lee"], "professional_accounts": [{"id": "1"}]})
    now = desk.set()
    assert (now.profile.copies, len(now.profile.professional_accounts)) == (["@ad.rivera", "Pat Lee"], 2)
    seen = DetectionSettings(frozenset({"5085550199"}), frozenset({"seen.org"}), frozenset({"pupils.org"}))
    made = now.detection(seen)
    assert made.school_phones == {"5085550199", "508-555-0100"}
    assert (made.district_domains, made.student_domains) == ({"mps-edu.org"}, {"pupils.org"})
    assert made.school_names == ("Francis J. Kane",)


def test_doctor_names_nobody(desk: Desk) -> None:
    """Counts and hours, never a name, a handle or an account."""
    desk.write(desk.district, {"staff_groups": {"teachers": TEACHERS}, "default_group": "teachers"})
    desk.write(desk.home.settings_file, {"copies": ["Zebulon"], "professional_accounts": [{"handle": "zebulon.q"}]})
    told = settings_in_words(desk.set(), desk.home, desk.district)
    assert "zebulon" not in told.lower()
    assert hours_in_words(desk.set().hours, "en") == "Mon-Fri 07:05-14:20"
    assert hours_in_words(desk.set().hours, "pt") == "seg-sex 07:05-14:20"
    assert "staff group teachers" in told
    assert "Recipients of copies: 1" in told


def test_the_day_is_the_one_it_was_said_of(desk: Desk) -> None:
    """A laptop that slept over night does not take yesterday's snow for today's."""
    store = Store(desk.home.store_file)
    say_today(store, "snow_day", date(2026, 11, 30))
    assert set(said_today(store)) == {date(2026, 11, 30)}
    store.close()
