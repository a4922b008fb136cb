"""The one report: each link, the five states, three languages, and never a name."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any, get_args
from zoneinfo import ZoneInfo

import pytest

from secondlook.calendar.day import SchoolDay
from secondlook.calendar.school_calendar import IcsCalendar
from secondlook.config import Home
from secondlook.configured import Set
from secondlook.contract import Language, LinkName, StatusReport
from secondlook.rosters import Rosters
from secondlook.settings.files import PersonSettings
from secondlook.status import Seen, protection, report
from secondlook.status.seen import DistrictSeen, Hosts, KeptSeen, KeySeen, RulesSeen
from secondlook.status.sentences import OVERALL, SAYS
from secondlook.status.steps import NEXT

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=ZoneInfo("America/New_York"))
FRESH = Rosters(state="fresh", students=812, staff=64, ends=date(2027, 6, 30))
WELL = Seen(
    now=NOW,
    home=Home(Path("/somewhere/second-look")),
    agent="running",
    version="0.1.0",
    port=47615,
    started=NOW - timedelta(hours=2),
    pauses=("15_minutes", "until_tomorrow"),
    names="ready",
    rosters=FRESH,
    imported=NOW - timedelta(days=3),
    rules=RulesSeen(42, "sha256:" + "ab" * 32),
    key=KeySeen("keyring"),
    browsers={"chrome": NOW.astimezone(UTC), "firefox": NOW - timedelta(days=1)},
    hosts=Hosts(ready=("chrome", "firefox")),
)
LANGUAGES: tuple[Language, ...] = get_args(Language)
BROKEN_FILE = Set(problems=("settings.json, hours: a time should look like 07:05.",))


def link(seen: Seen, name: LinkName, language: Language = "en") -> Any:
    return next(one for one in report(seen, language).links if one.name == name)


def test_last_years_calendar_is_told() -> None:
    """Dates in the past say nothing of today; the file is named, and one that covers today is read."""
    path = Path("/somewhere/school.ics")
    for year, level in ((2024, "warning"), (2026, "ok")):
        calendar = IcsCalendar({date(year, 11, 11): SchoolDay("off"), date(year, 12, 24): SchoolDay("off")})
        found = link(replace(WELL, settings=Set(calendar=calendar, calendar_path=path)), "calendar")
        assert found.level == level
        assert ("school.ics" in found.next) == (level == "warning")


def test_each_link_is_told_once_and_in_order() -> None:
    """The contract's list is the report's order."""
    assert [one.name for one in report(WELL, "en").links] == list(get_args(LinkName))


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({}, "protected"),
        ({"browsers": {}}, "protected"),
        ({"names": "loading"}, "starting"),
        ({"names": "missing"}, "limited"),
        ({"rosters": Rosters()}, "limited"),
        ({"rosters": replace(FRESH, state="stale")}, "limited"),
        ({"rosters": replace(FRESH, problem="broken")}, "limited"),
        ({"rosters": replace(FRESH, state="invented")}, "protected"),
        ({"browsers": {}, "hosts": Hosts()}, "limited"),
        ({"hosts": Hosts()}, "protected"),
        ({"hosts": None, "browsers": {}}, "protected"),
        ({"hosts": Hosts(ready=("chrome",), wrong=("edge",))}, "protected"),
        ({"hosts": Hosts(wrong=("edge",))}, "protected"),
        ({"hosts": Hosts(wrong=("edge",)), "browsers": {}}, "limited"),
        ({"settings": BROKEN_FILE}, "limited"),
        ({"district": DistrictSeen("broken", problem="half")}, "limited"),
        ({"district": DistrictSeen("kept", version="1", problem="half")}, "protected"),
        ({"kept": KeptSeen(problem="full")}, "limited"),
        ({"folder": "full"}, "limited"),
        ({"key": KeySeen("key_file")}, "protected"),
        ({"zone_doubtful": True}, "protected"),
        ({"agent": "unlinked"}, "limited"),
        ({"agent": "homeless"}, "limited"),
        ({"agent": "replaced"}, "protected"),
        ({"agent": "removed"}, "not_protecting"),
        ({"agent": "away"}, "not_protecting"),
        ({"agent": "unproven"}, "not_protecting"),
        ({"paused_until": NOW + timedelta(minutes=15)}, "paused"),
        ({"paused_until": NOW + timedelta(minutes=15), "names": "loading"}, "paused"),
        ({"paused_until": NOW + timedelta(minutes=15), "agent": "removed"}, "not_protecting"),
    ],
)
def test_the_state_follows_from_the_links(changed: dict[str, Any], state: str) -> None:
    """Nothing that checks less than it should is called protected, and nothing that merely could be nicer is limited."""
    seen = replace(WELL, **changed)
    assert protection(seen) == state
    assert report(seen, "es").protection == state


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_limits_are_named(language: Language) -> None:
    """The one sentence says which links to look at, by the titles that the links carry."""
    seen = replace(WELL, rosters=Rosters(), settings=BROKEN_FILE)
    told = report(seen, language)
    titles = {one.name: one.title for one in told.links}
    assert titles["roster"] in told.says
    assert titles["settings"] in told.says
    assert titles["names"] not in told.says


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_not_in_order_has_a_next_step(language: Language) -> None:
    """Each link of a home where nothing works, but those that mend themselves."""
    nothing = Seen(
        now=NOW,
        home=WELL.home,
        settings=BROKEN_FILE,
        district=DistrictSeen("broken", problem="manifest.json: not JSON."),
        zone_doubtful=True,
        key=KeySeen("unavailable", "locked"),
        kept=KeptSeen(problem="full"),
        folder="full",
        practice=False,
    )
    for one in report(nothing, language).links:
        assert one.level != "ok", one.name
        assert one.next, one.name


def test_every_sentence_is_there_in_three_languages() -> None:
    """The same blanks in each, nothing empty, no step without its sentence, and the tooltip fits into Windows' 127 characters."""
    for table in (OVERALL, SAYS, NEXT):
        for key, said in table.items():
            assert len(said) == 3
            assert all(said), key
            assert len({tuple(sorted(re.findall(r"{(\w+)}", words))) for words in said}) == 1, key
    assert set(NEXT) - set(SAYS) == {"names_chosen", "roster_sealed"}
    assert max(len(words) for said in OVERALL.values() for words in said) < 100


def test_dates_and_times_are_written_as_the_reader_writes_them() -> None:
    """Twelve hours in English, twenty-four elsewhere; the browsers by when they last asked."""
    assert link(WELL, "browser").says == "Last asked: Chrome 2:05 PM and Firefox Nov 22, 2026, 2:05 PM."
    assert link(WELL, "browser", "pt").says == "Última consulta: Chrome 14:05 e Firefox 22 nov 2026, 14:05."
    assert link(WELL, "roster").says == "Students: 812, employees: 64; imported 3 days ago, in use until Jun 30, 2027."
    assert link(WELL, "roster", "es").says.endswith("importada hace 3 días, en uso hasta el 30 jun 2027.")


def test_a_browser_that_asks_is_not_lost() -> None:
    """Whatever its manifest looks like; another one that leads elsewhere is a warning beside one that works."""
    assert link(replace(WELL, hosts=Hosts(wrong=("chrome",))), "hosts").level == "ok"
    assert link(replace(WELL, hosts=Hosts(wrong=("chrome", "edge"))), "hosts").says.startswith("In Edge ")
    assert link(replace(WELL, hosts=Hosts(wrong=("chrome", "edge"))), "hosts").level == "warning"
    assert link(replace(WELL, hosts=Hosts(wrong=("edge",)), browsers={}), "hosts").level == "broken"


def test_a_pause_says_when_it_ends() -> None:
    """The end of today is called tomorrow, as people say."""
    told = report(replace(WELL, paused_until=datetime(2026, 11, 24, tzinfo=NOW.tzinfo)), "en")
    assert told.says == "Second Look is paused until tomorrow; nothing is checked."
    assert told.paused_until == "2026-11-24T00:00:00-05:00"
    soon = replace(WELL, paused_until=NOW + timedelta(minutes=15))
    assert report(soon, "pt").says == "O Second Look está em pausa até 14:20; nada é verificado."


def test_nobody_is_named() -> None:
    """Neither copies nor accounts of the settings come out."""
    person = PersonSettings.model_validate({"copies": ["Zebulon"], "professional_accounts": [{"handle": "zebulon.q"}]})
    told = report(replace(WELL, settings=Set(person=person)), "en")
    assert "zebulon" not in told.model_dump_json().lower()


def test_the_report_survives_the_wire() -> None:
    """What the agent sends is what doctor reads."""
    told = report(WELL, "pt")
    assert StatusReport.model_validate_json(told.model_dump_json(exclude_none=True)) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_district_folder_is_told(language: Language) -> None:
    """Its version and day in the reader's words; what is wrong beneath; and whom to ask for a roster that came with it."""
    used = DistrictSeen("used", "2026.11.20", NOW - timedelta(days=3), parts="rules, students", roster=True)
    told = link(replace(WELL, district=used), "district", language)
    assert "2026.11.20" in told.says
    assert ("Nov 20, 2026" if language == "en" else "20 nov 2026") in told.says
    assert (told.level, told.detail) == ("ok", "rules, students")
    kept = replace(used, state="kept", problem="manifest.json: not JSON.")
    told = link(replace(WELL, district=kept), "district", language)
    assert (told.level, told.detail) == ("warning", "manifest.json: not JSON.")
    stale = replace(WELL, district=used, rosters=replace(FRESH, state="stale"))
    assert "roster import" not in link(stale, "roster", language).next
