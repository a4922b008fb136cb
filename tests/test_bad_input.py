"""What cannot be meant: refused or told with file and place, by the command line, the running agent and the district's desk.

Each is broken beside a sound configuration that goes on working. One agent serves all of it, and is mended after each.
"""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from agent_link import PairedAgent
from district.delivery import Delivery
from secondlook.app import Agent
from secondlook.calendar.day import SchoolDay
from secondlook.commands.named_calendar import read_named_calendar
from secondlook.config import Home, shipped
from secondlook.configured import Configuration
from secondlook.district.build import Sources
from secondlook.district.manifest import BadDistrictError
from secondlook.in_use import Options
from test_cli import command, environment, secondlook

TODAY = date.today()  # noqa: DTZ011  as the agent's own
ROSTER = shipped("practice_roster")
RULE = json.loads((shipped("shared_rules") / "rules" / "student-id.json").read_text(encoding="utf-8"))
PUPIL_ID = {"action": "post", "site": "facebook", "text": "Her SASID is 1038472910"}
LEVELS = {"rules": {"student-id": "block"}}
SETTINGS = {
    "staff_groups": {"teachers": {"hours": {"weekdays": ["07:05-14:20"]}}},
    "default_group": "teachers",
    "calendar": "school.ics",
    "pause": "15_minutes",
}


def calendar_of(*events: str) -> str:
    """A calendar with these lines as its events."""
    body = "".join(f"BEGIN:VEVENT\r\n{event}\r\nEND:VEVENT\r\n" for event in events)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{body}END:VCALENDAR\r\n"


def day_off(day: date) -> str:
    """One event."""
    return f"UID:{day}\r\nSUMMARY:No School\r\nDTSTART;VALUE=DATE:{day:%Y%m%d}"


def terms_with(entry: str) -> dict[str, Any]:
    """A list of the district's own, whose second entry is given."""
    return {"about": "Words of our own", "groups": {"star": {"en": ["film night", entry]}}}


SOUND_CALENDAR = calendar_of(day_off(TODAY + timedelta(days=1)))


@dataclass(frozen=True)
class Bad:
    """One bad file.

    Attributes:
        file: where it comes to lie, beside the sound ones.
        says: place and reason, as every reader tells them.
        link: of the status, where the agent tells it.

    """

    name: str
    file: str
    content: Any
    says: tuple[str, ...]
    link: str = "rules"


BAD = [
    Bad("a calendar that is none", "school.ics", "<html>404</html>", ("is not an iCalendar (.ics) file",), "settings"),
    Bad(
        "an unknown staff group",
        "settings.json",
        SETTINGS | {"default_group": "pilots"},
        ("settings.json, default_group: no such staff group; there are: teachers",),
        "settings",
    ),
    Bad(
        "a rule with an unknown kind",
        "overlay/rules/our-own.json",
        RULE | {"id": "our-own", "when": {"found": ["STUDENT_NAM"]}},
        ("rules/our-own.json, when.found[0]: 'STUDENT_NAM' is not one of",),
    ),
    Bad(
        "a term list with a word twice",
        "overlay/terms/star_context.json",
        terms_with("Film  Night"),
        ("terms/star_context.json, groups.star.en: entry 2 ('Film  Night') stands there twice",),
    ),
    Bad(
        "a term list with an empty line",
        "overlay/terms/star_context.json",
        terms_with("  "),
        ("terms/star_context.json, groups.star.en: entry 2 is empty",),
    ),
    Bad(
        "a day that is none",
        "settings.json",
        SETTINGS | {"days": {"2026-02-30": "off"}},
        ("settings.json, days.2026-02-30",),
        "settings",
    ),
    Bad(
        "one day under two names",
        "settings.json",
        SETTINGS | {"days": {"20261201": "off"}},
        ("settings.json, days.20261201: a date should look like 2026-12-01",),
        "settings",
    ),
]
PAST = "2025-12-01"
IN_THE_PAST = [
    Bad(
        "a day that has passed",
        "settings.json",
        SETTINGS | {"days": {PAST: "snow_day"}},
        (f"settings.json, days.{PAST}: has passed",),
        "settings",
    ),
    Bad(
        "a calendar whose last day has passed",
        "school.ics",
        calendar_of(day_off(date(2025, 6, 20))),
        ("last event: 2025-06-20 has passed",),
        "calendar",
    ),
    Bad(
        "an event that is not sound",
        "school.ics",
        calendar_of(day_off(TODAY + timedelta(days=1)), "SUMMARY:No School"),
        ("event 2: not sound, passed over",),
        "calendar",
    ),
]


def put(folder: Path, file: str, content: Any) -> None:
    """Write a file whole, so that nobody reads half of it; one that says so already is left alone."""
    path = folder / file
    text = content if isinstance(content, str) else json.dumps(content)
    if path.is_file() and path.read_bytes() == text.encode():
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}")
    fresh.write_bytes(text.encode())
    fresh.replace(path)


def put_sound(folder: Path) -> None:
    """Everything as it should be."""
    put(folder, "overlay/levels.json", LEVELS)
    put(folder, "settings.json", SETTINGS)
    put(folder, "school.ics", SOUND_CALENDAR)
    for stray in ("overlay/rules/our-own.json", "overlay/terms/star_context.json"):
        (folder / stray).unlink(missing_ok=True)


class Laptop:
    """A running agent, and the folder its settings, calendar and overlay lie in."""

    def __init__(self, folder: Path, home: Path) -> None:
        self.folder, self.agent = folder, PairedAgent(home)

    def link(self, name: str) -> dict[str, Any]:
        """One link of the status."""
        return next(link for link in self.status()["links"] if link["name"] == name)

    def status(self) -> Any:
        """The whole of it."""
        return json.loads(self.agent.ask("GET", "/v1/status")[1])

    def until_told(self, bad: Bad) -> str:
        """The link's detail, once the agent has looked at the file."""
        deadline = time.monotonic() + 30
        while not all(say in (detail := self.link(bad.link)["detail"]) for say in bad.says):
            assert time.monotonic() < deadline, f"never told: {bad.name}; {detail}"
            threading.Event().wait(0.05)
        return str(detail)

    def until_mended(self) -> None:
        """Until nothing is told any more."""
        deadline = time.monotonic() + 30
        while any(self.link(name)["level"] != "ok" for name in ("rules", "settings", "calendar")):
            assert time.monotonic() < deadline, "never mended"
            threading.Event().wait(0.05)


@pytest.fixture(scope="module")
def laptop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Laptop]:
    """An agent with both invented rosters and a sound configuration, that looks at its files more often than others do."""
    folder = tmp_path_factory.mktemp("bad-input")
    put_sound(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECONDLOOK_DISTRICT_SETTINGS", str(folder / "settings.json"))
        patch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
        patch.setattr("secondlook.app.WATCH_SECONDS", 0.1)
        options = Options(Home(folder / "home"), ports=(0,), overlay=folder / "overlay", invented=True)
        agent = Agent(options)
        agent.start()
        yield Laptop(folder, folder / "home")
        agent.stop()


@pytest.fixture
def sound(laptop: Laptop) -> Iterator[Laptop]:
    """The agent with everything as it should be, before and after."""
    laptop.until_mended()
    yield laptop
    put_sound(laptop.folder)


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_the_agent_tells_it_and_goes_on(sound: Laptop, bad: Bad) -> None:
    """File and place stand in its status; levels, pauses and calendar stay those of the last good files."""
    before = sound.link("calendar")
    put(sound.folder, bad.file, bad.content)
    assert bad.file.removeprefix("overlay/") in sound.until_told(bad)
    assert json.loads(sound.agent.post("/v1/checks", PUPIL_ID)[1])["verdict"] == "block"
    assert sound.status()["pauses"] == ["15_minutes"]
    assert sound.link("calendar") == before


@pytest.mark.parametrize("bad", IN_THE_PAST, ids=lambda bad: bad.name)
def test_the_agent_tells_what_has_passed(sound: Laptop, bad: Bad) -> None:
    """By file and place as well, and is not broken for it: a snow day of last week is no mistake."""
    put(sound.folder, bad.file, bad.content)
    assert bad.file in sound.until_told(bad)
    assert sound.link(bad.link)["level"] != "broken"
    assert sound.link("settings")["level"] == "ok"


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": "Nobody Atall", "what": "standing", "how": "said"}, "name"),
        ({"name": "Dana Whitfield", "what": "standing", "how": "said", "until": PAST}, "until"),
        ({"name": "Dana Whitfield", "what": "standing", "how": "said", "until": "2026-02-30"}, "until"),
    ],
)
def test_a_consent_that_cannot_be_meant_is_refused(sound: Laptop, said: dict[str, str], field: str) -> None:
    """Of somebody unknown, or until a day that has passed or is none: the field is named, no name is, nothing is kept."""
    status, body = sound.agent.post("/v1/consents", said)
    problem = json.loads(body)
    assert (status // 100, problem["field"]) == (4, field)
    assert said["name"] not in body.decode()
    assert json.loads(sound.agent.ask("GET", "/v1/consents")[1]) == {"consents": []}


def test_the_command_line_refuses_such_a_consent(tmp_path: Path) -> None:
    """With one plain sentence and an exit status."""
    home = tmp_path / "home"
    assert secondlook(home, "roster", "import", "--staff", ROSTER / "staff.csv").returncode == 0
    for words, says in (
        (["Nobody Atall"], b"Nobody of that name is on the staff list"),
        (["Dana Whitfield", "--until", PAST], b"2025-12-01 is in the past"),
    ):
        done = secondlook(home, "consent", "add", *words)
        assert done.returncode == 2
        assert says in done.stderr
        assert b"Traceback" not in done.stderr


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_the_command_line_refuses_it(tmp_path: Path, bad: Bad) -> None:
    """`rules check` and `check` refuse rules, terms and calendar; doctor tells what is wrong in the settings."""
    put_sound(tmp_path)
    put(tmp_path, bad.file, bad.content)
    if bad.link == "rules":
        asked = [("rules", "check", tmp_path / "overlay"), ("check", "--jsonl", "--overlay", tmp_path / "overlay")]
    elif bad.file == "school.ics":
        asked = [
            ("check", "--jsonl", "--calendar", tmp_path / "school.ics"),
            ("run", "--no-tray", "--calendar", tmp_path / "school.ics"),
        ]
    else:
        told = subprocess.run(
            command("doctor", "--language", "en"), capture_output=True, text=True, check=False,
            env=environment(tmp_path / "home") | {"SECONDLOOK_DISTRICT_SETTINGS": str(tmp_path / "settings.json")},
        )  # fmt: skip
        assert all(say in told.stdout for say in bad.says), told.stdout
        return
    for words in asked:
        done = secondlook(tmp_path / "home", *words)
        assert done.returncode == 2
        assert all(say in done.stderr.decode() for say in bad.says), done.stderr
        assert b"Traceback" not in done.stderr


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    """An empty desk, an empty laptop."""
    return Delivery(tmp_path)


def parts_of(folder: Path) -> Sources:
    """What a district folder is made of."""
    return Sources(rules=folder / "overlay", settings=folder / "settings.json")


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: bad.name)
def test_the_district_refuses_it(delivery: Delivery, bad: Bad) -> None:
    """The build names file and place, and writes nothing; a laptop keeps the folder it has."""
    put_sound(delivery.desk)
    delivery.deliver(parts_of(delivery.desk))
    laptop = delivery.laptop()
    laptop.refresh()
    good = laptop.now
    put(delivery.desk, bad.file, bad.content)
    with pytest.raises(BadDistrictError) as refused:
        delivery.deliver(parts_of(delivery.desk))
    told = refused.value.sentence.replace("calendar.ics", "school.ics")
    assert all(say in told for say in bad.says), told
    assert not laptop.refresh()
    assert (laptop.now, laptop.problem) == (good, None)


@pytest.mark.parametrize("bad", IN_THE_PAST, ids=lambda bad: bad.name)
def test_the_district_is_told_what_has_passed(delivery: Delivery, bad: Bad) -> None:
    """The build goes through and says where."""
    put_sound(delivery.desk)
    put(delivery.desk, bad.file, bad.content)
    told = "\n".join(delivery.build(parts_of(delivery.desk)).told)
    assert all(say in told for say in bad.says), told


@pytest.mark.parametrize("bad", IN_THE_PAST[1:], ids=lambda bad: bad.name)
def test_a_named_calendar_is_told_what_has_passed(tmp_path: Path, bad: Bad, capsys: pytest.CaptureFixture[str]) -> None:
    """`--calendar` goes on, and says on stderr which event is of no use."""
    put(tmp_path, bad.file, bad.content)
    read_named_calendar(tmp_path / "school.ics", Home(tmp_path / "home"))
    assert all(f"school.ics, {say}" in capsys.readouterr().err for say in bad.says)


def test_a_named_calendar_knows_the_districts_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--calendar` reads titles with the words that the district's settings add; broken settings are told."""
    monkeypatch.setenv("SECONDLOOK_DISTRICT_SETTINGS", str(tmp_path / "settings.json"))
    monkeypatch.setenv("SECONDLOOK_DISTRICT", str(tmp_path / "no-district"))
    put(tmp_path, "school.ics", calendar_of(day_off(TODAY).replace("No School", "Founders Day")))

    def kind(settings: Any) -> str | None:
        put(tmp_path, "settings.json", settings)
        return read_named_calendar(tmp_path / "school.ics", Home(tmp_path / "home")).kind_of(TODAY)

    assert (kind({}), kind({"calendar_titles": {"off": ["Founders Day"]}})) == (None, "off")
    assert capsys.readouterr().err == ""
    assert kind({"calendar_titles": {"of": ["Founders Day"]}}) is None
    assert "settings.json, calendar_titles.of: no such setting" in capsys.readouterr().err


def test_check_and_run_read_the_named_calendar(tmp_path: Path) -> None:
    """`check --calendar` decides by the district's words; an agent started so names its calendar by them as well."""
    tuesday = next(day for day in (date(2026, 12, number) for number in range(1, 8)) if day.weekday() == 1)
    put(tmp_path, "school.ics", calendar_of(day_off(tuesday).replace("No School", "Founders Day")))
    put(tmp_path, "settings.json", {"calendar_titles": {"off": ["Founders Day"]}})
    around = environment(tmp_path / "home") | {"SECONDLOOK_DISTRICT_SETTINGS": str(tmp_path / "settings.json")}
    visit = {"action": "visit", "site": "facebook", "at": f"{tuesday}T10:00"}
    words = ("check", "--jsonl", "--calendar", tmp_path / "school.ics")
    done = subprocess.run(
        command(*words), input=json.dumps(visit).encode(), capture_output=True, check=False, env=around
    )
    assert (json.loads(done.stdout)["verdict"], done.stderr) == ("allow", b"")
    configured = Configuration(Home(tmp_path / "home"), tmp_path / "school.ics", tmp_path / "settings.json").now
    assert configured.calendar is not None
    assert configured.calendar.day_of(tuesday) == SchoolDay("off")
