"""The command line as people and programs use it: real processes, real exit statuses, one plain sentence per error."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from agent_link import PairedAgent
from secondlook.cli import make_parser
from secondlook.config import shipped

POST = {"action": "post", "site": "facebook", "account": {"kind": "personal"}}
ROSTER = shipped("practice_roster")


def command(*words: str | Path) -> list[str]:
    return [sys.executable, "-m", "secondlook", *map(str, words)]


def environment(home: Path) -> dict[str, str]:
    """Without a session bus, so that the key lies in a file here and on every machine."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")
    }
    return kept | {
        "SECONDLOOK_HOME": str(home),
        "SECONDLOOK_DISTRICT": str(home / "no-district"),
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
    }


def secondlook(home: Path, *words: str | Path, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        command(*words), input=given, capture_output=True, timeout=90, check=False, env=environment(home)
    )


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def check(home: Path, lines: list[Any], *words: str | Path) -> list[Any]:
    given = b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    done = secondlook(home, "check", "--jsonl", "--students", ROSTER / "users.csv", *words, given=given)
    assert done.returncode == 0, done.stderr.decode()
    return [json.loads(line) for line in done.stdout.decode().splitlines()]


def test_check_answers_each_line_in_order(home: Path) -> None:
    """Decisions and error objects, one a line; ids echoed; a bad line does not stop the run; nothing is written."""
    answers = check(
        home,
        [
            POST | {"id": "a", "text": "So proud of Emma Rodrigues today"},
            b'{"id": "broken", "text": "Zebulon',
            POST | {"id": 7, "text": "🎉 Emma Rodrigues"},
            b"",
            {"id": "c", "action": "post", "sight": "facebook"},
            {"id": "d", "action": "visit", "site": "facebook", "at": "2026-09-15T10:05"},
            {"id": "e", "action": "visit", "site": "facebook", "at": "2026-09-19T10:05"},
            {"id": "f", "action": "visit", "site": "facebook", "at": "yesterday Zebulon"},
            {"id": "g", "action": "message", "site": "facebook", "profile": {"coach": "Zebulon"}},
            {"id": "h", "action": "message", "site": "facebook", "profile": {"coach": True}, "text": "hi"},
            b"\xff\xfe",
            POST | {"id": "last", "text": "All quiet."},
        ],
    )
    assert [answer.get("id") for answer in answers] == ["a", None, 7, None, "c", "d", "e", "f", "g", "h", None, "last"]
    first = answers[0]
    assert first["verdict"] == "warn"
    assert [(f["kind"], f["start"], f["end"]) for f in first["findings"]] == [("STUDENT_NAME", 12, 26)]
    assert "D-student-info" in first["warnings"][0]["clauses"]
    assert answers[2]["findings"][0]["start"] == 3
    assert answers[5]["verdict"] == "inform"
    assert "start" not in answers[5]["warnings"][0]
    assert answers[6]["verdict"] == "allow"
    errors = {place: answers[place]["error"] for place in (1, 3, 4, 7, 8, 10)}
    assert [errors[place].get("field") for place in (4, 7, 8)] == ["site", "at", "coach"]
    assert all(answers[place]["line"] == place + 1 for place in errors)
    assert "Zebulon" not in json.dumps(answers)
    assert answers[-1]["verdict"] == "allow"
    assert not home.exists()


def test_check_knows_the_calendar_and_the_staff(home: Path, tmp_path: Path) -> None:
    """A snow day from the feed is no work day; a colleague is tagged, not a pupil."""
    feed = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:No School\r\nDTSTART;VALUE=DATE:20260915\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    (tmp_path / "school.ics").write_text(feed)
    answers = check(
        home,
        [
            {"action": "visit", "site": "facebook", "at": "2026-09-15T10:05"},
            {"action": "visit", "site": "facebook", "at": "2026-09-16T10:05"},
            {"action": "tag", "site": "facebook", "target": {"name": "Dana Whitfield"}},
        ],
        "--calendar", tmp_path / "school.ics", "--staff", ROSTER / "staff.csv",
    )  # fmt: skip
    assert [answer["verdict"] for answer in answers] == ["allow", "inform", "warn"]
    assert answers[0]["checked"]["calendar"] == "ready"
    assert answers[2]["warnings"][0]["rule"] == "tag-of-employee"


@pytest.mark.parametrize(
    ("words", "status", "sentence"),
    [
        (["check"], 2, "--jsonl"),
        (["check", "--jsonl", "--students", "none.csv"], 2, "none.csv"),
        (["check", "--jsonl", "--calendar", "none.ics"], 2, "none.ics"),
        (["check", "--jsonl", "--policy", "nowhere"], 2, ""),
        (["run", "--port", "99999"], 2, "--port"),
        (["roster", "import", "none.csv"], 2, "none.csv"),
        (["rules", "check", "nowhere"], 2, ""),
        (["install-host", "--browser", "opera"], 2, "opera"),
        (["nonsense"], 2, "nonsense"),
        ([], 2, "COMMAND"),
    ],
)
def test_a_wrong_use_is_one_sentence(home: Path, words: list[str], status: int, sentence: str) -> None:
    """Its exit status, its sentence, and never a traceback."""
    done = secondlook(home, *words)
    assert done.returncode == status
    assert sentence in done.stderr.decode()
    assert b"Traceback" not in done.stderr
    assert done.stdout == b""


def test_every_command_has_help_and_takes_a_home(capsys: pytest.CaptureFixture[str]) -> None:
    """From --help of the program to --help of each command."""
    with pytest.raises(SystemExit):
        make_parser([]).parse_args(["--help"])
    listed = capsys.readouterr().out
    for words in (
        ["run"],
        ["check"],
        ["roster", "import"],
        ["rules", "check"],
        ["rules", "explain"],
        ["doctor"],
        ["install-host"],
        ["native-host"],
        ["version"],
    ):
        assert words[0] in listed
        with pytest.raises(SystemExit) as ended:
            make_parser(words).parse_args([*words, "--help"])
        assert ended.value.code == 0
        assert "--home" in capsys.readouterr().out, words


def test_a_roster_is_imported_without_a_readable_name(home: Path) -> None:
    """Counts are told; no student's name is in any file of the home."""
    done = secondlook(home, "roster", "import", ROSTER / "users.csv", ROSTER / "staff.csv")
    assert done.returncode == 0
    assert b"students" in done.stdout
    for path in home.rglob("*"):
        assert b"rodrigues" not in path.read_bytes().lower(), path.name


def test_odd_rows_are_told_by_row_and_column(home: Path, tmp_path: Path) -> None:
    """72: a BOM, semicolons and an empty row; the reason, never the cell."""
    text = "\ufeffsourcedId;role;givenName;familyName\n1;student;Emma;Rodrigues\n2;student;;\n3;wizard;Zebulon;Quist\n"
    (tmp_path / "odd.csv").write_text(text, encoding="utf-8")
    done = secondlook(home, "roster", "import", tmp_path / "odd.csv")
    assert done.returncode == 0
    assert b"row 3" in done.stdout
    assert b"row 4, role" in done.stdout
    assert b"Quist" not in done.stdout + done.stderr


def test_rules_explain_says_why_without_the_words(home: Path) -> None:
    """Kinds, places, facts and rules."""
    given = json.dumps(POST | {"text": "So proud of Emma Rodrigues today"}).encode()
    done = secondlook(home, "rules", "explain", "--students", ROSTER / "users.csv", given=given)
    assert b"student-name-in-post" in done.stdout
    assert b"Emma" not in done.stdout + done.stderr


def test_rules_explain_uses_the_home(home: Path) -> None:
    """Without a roster named, the home's own is used, and its overlay; the evidence is told, the words are not."""
    secondlook(home, "roster", "import", ROSTER / "users.csv")
    overlay = home / "overlay"
    overlay.mkdir()
    (overlay / "levels.json").write_text('{"rules": {"student-name-in-post": "block"}}', encoding="utf-8")
    given = json.dumps(POST | {"text": "So proud of Emma Rodrigues today"}).encode()
    done = secondlook(home, "rules", "explain", given=given)
    assert b"Verdict: block" in done.stdout
    assert b"student-name-in-post -> block (overlay, levels.json: warn -> block)" in done.stdout
    assert re.search(rb"STUDENT_NAME at 12-26, sureness 0\.\d\d: \w", done.stdout)
    assert b"Emma" not in done.stdout + done.stderr


def test_rules_check_tells_what_an_overlay_changes(home: Path, tmp_path: Path) -> None:
    """A good overlay is summed up, a broken one refused with file and place."""
    levels = tmp_path / "levels.json"
    levels.write_text('{"rules": {"shared-name": "inform"}}', encoding="utf-8")
    done = secondlook(home, "rules", "check", tmp_path)
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, b"shared-name is lowered from warn to inform.")
    levels.write_text('{"rules": {"tag-of-employe": "inform"}}', encoding="utf-8")
    done = secondlook(home, "rules", "check", tmp_path)
    assert done.returncode == 2
    assert b"levels.json, rules.tag-of-employe: there is no such rule; 'tag-of-employee' is near." in done.stderr


def test_doctor_names_each_link_and_the_next_step(home: Path) -> None:
    """On a machine where nothing runs: broken, with the command that mends it; and it makes nothing."""
    done = secondlook(home, "doctor", "--json")
    assert done.returncode == 2
    told = json.loads(done.stdout)
    assert told["protection"] == "not_protecting"
    links = {link["name"]: link for link in told["links"]}
    assert links["agent"]["level"] == "broken"
    assert links["agent"]["next"] == "secondlook run"
    assert links["rules"]["level"] == "ok"
    assert links["roster"]["next"].startswith("secondlook roster import")
    assert not home.exists()


def test_start_up_is_not_paid_for_what_is_not_used() -> None:
    """The command line, the native host and even the agent's own module come without spaCy, Presidio and keyring."""
    script = "import sys, secondlook.cli, secondlook.native_host, secondlook.app; print([m for m in ('spacy', 'presidio_analyzer', 'keyring.backends') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.fixture
def running(home: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    """An agent with the invented roster on a free port, and its address."""
    child = subprocess.Popen(
        command("run", "--no-tray", "--invented-roster", "--port", "0"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(home),
    )
    assert child.stdout is not None
    line = child.stdout.readline().decode()
    found = re.search(r"http://127\.0\.0\.1:\d+", line)
    if not found:
        child.kill()
    assert found, (line, child.communicate()[1].decode())
    yield child, found.group()
    child.kill()
    child.communicate()


def test_the_first_address_of_make_run_is_the_practice_page(running: tuple[subprocess.Popen[bytes], str]) -> None:
    """And it answers at once, before the name model is there."""
    with urllib.request.urlopen(f"{running[1]}/practice", timeout=5) as answer:  # noqa: S310  our own http address
        assert b"Emma" in answer.read()


def test_an_agent_ends_cleanly_on_a_signal(running: tuple[subprocess.Popen[bytes], str], home: Path) -> None:
    """Ctrl-C and SIGTERM: status 0, the port closed, the link file gone, nothing on stderr but the key file's line."""
    child, address = running
    assert (home / "link.json").exists()
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate(timeout=15)
    assert child.returncode == 0, errors.decode()
    assert not (home / "link.json").exists()
    with pytest.raises(urllib.error.URLError):
        urllib.request.urlopen(f"{address}/practice", timeout=2)  # noqa: S310  the same
    assert b"Traceback" not in errors


@pytest.mark.usefixtures("running")
def test_a_second_agent_of_one_home_is_refused(home: Path) -> None:
    """Two would fight over the link; the second says so and leaves the first alone."""
    before = (home / "link.json").read_bytes()
    done = secondlook(home, "run", "--no-tray", "--port", "0")
    assert done.returncode == 4
    assert b"already running" in done.stderr
    assert (home / "link.json").read_bytes() == before


@pytest.mark.usefixtures("running")
def test_doctor_sees_a_running_agent(home: Path) -> None:
    """It asks for the proof as the extension does, then shows the agent's own report; a warning is exit status 1."""
    done = secondlook(home, "doctor", "--json")
    links = {link["name"]: link for link in json.loads(done.stdout)["links"]}
    assert links["agent"]["level"] == "ok"
    assert links["key"]["level"] == "warning"
    assert links["roster"]["says"].startswith("The invented roster")
    assert done.returncode == 1


def test_a_roster_imported_later_is_taken_up_without_a_restart(home: Path) -> None:
    """The agent started with none sees it within a few seconds."""
    child = subprocess.Popen(
        command("run", "--no-tray", "--port", "0"),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment(home),
    )
    try:
        assert child.stdout is not None
        child.stdout.readline()
        paired = PairedAgent(home)
        assert paired.check("So proud of Emma Rodrigues")["checked"]["roster"] == "missing"
        assert secondlook(home, "roster", "import", ROSTER / "users.csv").returncode == 0
        deadline = time.monotonic() + 20
        while paired.check("So proud of Emma Rodrigues")["checked"]["roster"] != "fresh":
            assert time.monotonic() < deadline, "the new roster was not taken up"
        assert paired.check("So proud of Emma Rodrigues")["verdict"] == "warn"
    finally:
        child.kill()
        child.communicate()


HELD = """
import signal, sys
from secondlook.commands.run import _told_by_signal
ended, anew = _told_by_signal()
with ended._cond:  # as the main thread holds it for a moment in each wait
    signal.raise_signal(signal.SIGTERM)
sys.exit(0 if ended.wait(10) and not anew.is_set() else 1)
"""


def test_a_signal_in_the_middle_of_waiting_for_it_ends_the_agent():
    """The handler waits for no lock that the interrupted thread holds: an agent that is told to end always ends."""
    subprocess.run([sys.executable, "-c", HELD], check=True, timeout=30)
