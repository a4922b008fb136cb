"""`secondlook exceptions`, `consent` and `today`, alone and beside a running agent that takes in what they wrote."""

from __future__ import annotations

import json
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from agent_link import PairedAgent
from secondlook.calendar.hours import SCHOOL_ZONE
from secondlook.config import shipped
from test_cli import command, environment, secondlook

STAFF = shipped("practice_roster") / "staff.csv"
STUDENTS = shipped("practice_roster") / "users.csv"
TAG = {"action": "tag", "site": "facebook", "target": {"name": "Dana Whitfield"}}
REQUEST = {"action": "friend_request", "site": "facebook", "target": {"name": "Emma Rodrigues"}}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with both invented rosters."""
    made = tmp_path / "home"
    assert secondlook(made, "roster", "import", STUDENTS, STAFF).returncode == 0
    return made


@pytest.fixture
def agent(home: Path, tmp_path: Path) -> Iterator[PairedAgent]:
    """One that runs on it, in the school's own zone."""
    district = {"SECONDLOOK_DISTRICT_SETTINGS": str(tmp_path / "district.json"), "TZ": "America/New_York"}
    child = subprocess.Popen(
        command("run", "--no-tray", "--port", "0"), stdout=subprocess.PIPE, env=environment(home) | district
    )
    assert child.stdout is not None
    child.stdout.readline()
    yield PairedAgent(home)
    child.terminate()
    child.communicate(timeout=20)


def rules(agent: PairedAgent, attempt: dict[str, Any]) -> list[str]:
    return [warning["rule"] for warning in json.loads(agent.post("/v1/checks", attempt)[1])["warnings"]]


def until(ask: Callable[[], bool], what: str, seconds: float = 15.0) -> None:
    """Ask again and again until it is so; the agent looks at its files every two seconds."""
    deadline = time.monotonic() + seconds
    while not ask():
        assert time.monotonic() < deadline, f"never came true: {what}"
        threading.Event().wait(0.1)


def said(home: Path, *words: str) -> str:
    done = secondlook(home, *words)
    assert done.returncode == 0, done.stderr
    return done.stdout.decode()


def test_what_the_commands_keep_the_agent_takes_in(home: Path, agent: PairedAgent) -> None:
    """A consent silences the tag, "my own child" the friend request; removed, both are asked about again."""
    assert rules(agent, TAG) == ["tag-of-employee"]
    assert rules(agent, REQUEST) == ["friend-request-to-student"]
    identity = said(home, "consent", "add", "Dana Whitfield", "--how", "written").split()[2].rstrip(",")
    said(home, "exceptions", "add", "Emma Rodrigues", "--kind", "own_child")
    until(lambda: (rules(agent, TAG), rules(agent, REQUEST)) == ([], []), "both are silent")
    assert "own_child" in agent.ask("GET", "/v1/exceptions")[1].decode()
    assert identity in agent.ask("GET", "/v1/consents")[1].decode()
    said(home, "consent", "withdraw", identity)
    assert agent.ask("DELETE", "/v1/exceptions", {"name": "emma rodrigues"}) == (200, b'{"removed":true}')
    until(lambda: rules(agent, TAG) == ["tag-of-employee"], "the tag is asked about again")
    assert rules(agent, REQUEST) == ["friend-request-to-student"]
    assert said(home, "exceptions", "list") == "Nothing is kept.\n"


def test_settings_that_change_are_taken_in(home: Path, agent: PairedAgent) -> None:
    """A week around the clock makes any moment work; a snow day ends it, `normal` brings it back; a broken file does not."""
    visit = {"action": "visit", "site": "youtube"}
    week = {
        "hours": {day: ["00:00-23:59"] for day in ("weekdays", "sat", "sun")},
        "year_round": True,
        "edge_minutes": 0,
    }
    today = datetime.now(UTC).astimezone(SCHOOL_ZONE).date()
    (home / "settings.json").write_text(json.dumps({"own_week": week}), encoding="utf-8")
    (home.parent / "district.json").write_text(_school_days(today), encoding="utf-8")
    until(lambda: rules(agent, visit) == ["work-hours-visit"], "it is work time")
    assert agent.post("/v1/today", {"day": "snow_day"})[0] == 204
    assert rules(agent, visit) == []
    (home / "settings.json").write_text("{", encoding="utf-8")
    said(home, "today", "normal")
    until(lambda: rules(agent, visit) == ["work-hours-visit"], "the last good settings hold, and today is as usual")
    assert b"settings.json" in secondlook(home, "doctor").stdout


def _school_days(today: date) -> str:
    """Whatever day the test runs on, it is no holiday."""
    return json.dumps({"days": {(today + timedelta(days=more)).isoformat(): "school" for more in (-1, 0, 1)}})


@pytest.mark.parametrize(
    "words",
    [
        ("consent", "add", "Zebulon Quist"),
        ("consent", "add", "Dana Whitfield", "--until", "2020-01-01"),
        ("consent", "add", "Dana Whitfield", "--until", "Zebulon"),
        ("consent", "add", "Dana Whitfield", "--for", "album"),
        ("consent", "withdraw", "Zebulon"),
        ("exceptions", "remove", "Zebulon"),
        ("exceptions", "add", " "),
    ],
)
def test_what_cannot_be_is_one_sentence(home: Path, words: tuple[str, ...]) -> None:
    """Exit status 2, and no word of what was typed."""
    done = secondlook(home, *words)
    assert done.returncode == 2
    assert done.stdout == b""
    told = done.stderr.decode()
    assert told.strip().endswith(".")
    assert "Zebulon" not in told
    assert "Traceback" not in told
