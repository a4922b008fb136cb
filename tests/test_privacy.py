"""Canaries: strings planted in attempts, bad requests, rosters and exceptions are found nowhere afterwards."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from agent_link import PairedAgent
from secondlook import logbook
from secondlook.config import Home

CANARIES = ("Zebulon", "Quistgard", "zebulon.quistgard", "xylophone-allergy", "zq-handle", "zq-photo")
FORMS = [
    form.encode(code)
    for word in CANARIES
    for form in (word, word.lower(), word.upper())
    for code in ("utf-8", "utf-16-le")
]
ATTEMPT: dict[str, Any] = {
    "action": "message",
    "site": "facebook",
    "text": "Zebulon Quistgard has a xylophone-allergy, call 508-555-0199",
    "account": {"kind": "personal", "name": "Zebulon"},
    "target": {"name": "Zebulon Quistgard", "handle": "zq-handle"},
    "audience": {"people": [{"name": "Quistgard", "handle": "zq-handle"}]},
    "attachments": {"names": ["zq-photo.jpg"]},
}
BAD: list[bytes] = [
    b'{"text": "Zebulon Quistgard',
    b'["xylophone-allergy"]',
    json.dumps({**ATTEMPT, "Zebulon": 1}).encode(),
    json.dumps({**ATTEMPT, "zebulon_quistgard": "Quistgard"})
    .replace("zebulon_quistgard", "Zebulon Quistgard")
    .encode(),
    json.dumps({**ATTEMPT, "action": "Zebulon"}).encode(),
    json.dumps({**ATTEMPT, "text": ["xylophone-allergy"]}).encode(),
    json.dumps({**ATTEMPT, "text": "Zebulon " * 3_000}).encode(),
    json.dumps({**ATTEMPT, "target": "Zebulon Quistgard"}).encode(),
    b'{"text": "Quistgard", "text": "Zebulon"}',
    b'{"action": "post", "site": "facebook", "text": "Zebulon \xff"}',
]


def leaked(where: str, content: bytes) -> None:
    """Fail when a canary is in there; the output of the test does not print the rest."""
    found = [form for form in FORMS if form in content]
    assert not found, f"{where} holds {found[0]!r}"


def test_nothing_typed_or_imported_is_found_anywhere(tmp_path: Path) -> None:
    """Every file of the home (database and log included), every answer, stdout and stderr of the agent and the import."""
    home = tmp_path / "home"
    environment = {name: value for name, value in os.environ.items() if name != "XDG_RUNTIME_DIR"}
    environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    header = "sourcedId,status,role,username,givenName,familyName,email,password\n"
    row = "1,active,student,zq-handle,Zebulon,Quistgard,zebulon.quistgard@students.example.org,xylophone-allergy\n"
    (tmp_path / "users.csv").write_text(f"{header}{row}2,active,wizard,x,Quistgard\n")
    module = [sys.executable, "-m", "secondlook"]
    imported = subprocess.run(
        [*module, "roster", "import", str(tmp_path / "users.csv"), "--home", str(home)],
        capture_output=True,
        check=True,
        env=environment,
    )
    leaked("the import's output", imported.stdout + imported.stderr)
    child = subprocess.Popen(
        [*module, "run", "--no-tray", "--port", "0", "--home", str(home)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
    )
    try:
        assert child.stdout is not None
        child.stdout.readline()
        agent = PairedAgent(home)
        status, answer = agent.post("/v1/checks", ATTEMPT)
        assert status == 200
        assert json.loads(answer)["findings"], "the name was recognised, so the canary has been where it can sing"
        for body in BAD:
            status, answer = agent.post("/v1/checks", body)
            assert status in (400, 422), body
            leaked("an error answer", re.sub(rb'"field":"[a-z_.]*"|Field [a-z_.]* ', b"", answer))
        assert agent.post("/v1/exceptions", {"name": "Zebulon Quistgard"})[0] == 204
        assert agent.post("/v1/exceptions", {"name": "Zebulon", "why": "Quistgard"})[0] == 422
        assert agent.post("/v1/Zebulon-Quistgard", {"text": "Zebulon"})[0] == 404
        files = {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    finally:
        child.terminate()
        printed = b"".join(child.communicate(timeout=20))
    leaked("stdout or stderr", printed)
    files |= {path: path.read_bytes() for path in home.rglob("*") if path.is_file()}
    assert {"agent.log", "secondlook.sqlite", "students.index", "key"} <= {path.name for path in files}
    for path, content in files.items():
        leaked(path.name, content)


def test_an_exception_that_quotes_the_text_is_logged_by_kind(tmp_path: Path) -> None:
    """Ours and a library's: kind and place, never message or arguments."""
    script = """
import logging, sys, threading
from pathlib import Path
from secondlook.config import Home
from secondlook.logbook import open_log, quiet_hooks
open_log(Home(Path(sys.argv[1]))); quiet_hooks()
def fail(text):
    raise ValueError("cannot read " + text)
try:
    fail("Zebulon")
except ValueError:
    logging.getLogger("secondlook.x").exception("a check failed")
    logging.getLogger("waitress").exception("Quistgard %s", "xylophone-allergy")
logging.getLogger("presidio-analyzer").warning("found %s", "Zebulon")
thread = threading.Thread(target=fail, args=("Zebulon",)); thread.start(); thread.join()
fail("Quistgard")
"""
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, check=False)
    log = Home(tmp_path).log_file.read_bytes()
    leaked("the log", log)
    leaked("stderr", done.stdout + done.stderr)
    assert done.returncode == 1
    assert log.count(b"ValueError") == 4
    assert b"Traceback" not in done.stderr


def test_the_log_is_the_owners_and_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """0600, and it never grows past twice its limit."""
    import logging

    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    monkeypatch.setattr(logbook, "MAX_BYTES", 2_000)
    logbook.open_log(Home(tmp_path))
    try:
        for number in range(200):
            logging.getLogger("secondlook.x").error("check %d", number)
        assert Home(tmp_path).log_file.stat().st_mode & 0o777 == 0o600
        assert sum(path.stat().st_size for path in tmp_path.iterdir()) <= 4_000
    finally:
        for handler in [handler for handler in root.handlers if handler not in before]:
            root.removeHandler(handler)
            handler.close()
        root.setLevel(level)
        logging.raiseExceptions = True


def test_no_plugin_of_the_validator_is_let_in(tmp_path: Path) -> None:
    """One that is installed for Pydantic is handed everything that is validated, so the texts as well; none is even loaded."""
    (tmp_path / "nosy.py").write_text(
        f"open({str(tmp_path / 'loaded')!r}, 'w').close()\nplugin = None\n", encoding="utf-8"
    )
    about = tmp_path / "nosy-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: nosy\nVersion: 1.0\n", encoding="utf-8")
    (about / "entry_points.txt").write_text("[pydantic]\nnosy = nosy:plugin\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    subprocess.run([sys.executable, "-c", "import secondlook.contract"], env=environment, check=True)
    assert not (tmp_path / "loaded").exists()
