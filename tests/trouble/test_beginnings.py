"""Starts that meet something in the way: another agent, a taken port, a broken settings file, a locked keyring."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from pathlib import Path

from e2e.waiting import until
from trouble.running import plain_environment, problem

AGENT = [sys.executable, "-m", "secondlook"]


def test_a_second_agent_says_how_the_first_one_stands(start, tmp_path) -> None:
    """Refused with a way on; the first goes on, and doctor tells its state."""
    running = start()
    words = [*AGENT, "run", "--port", "0", "--home", str(running.home)]
    second = subprocess.run(
        words, env=plain_environment(tmp_path), capture_output=True, text=True, timeout=60, check=False
    )
    assert second.returncode == 4
    assert second.stderr == f"Second Look is already running for {running.home}. How it stands: secondlook doctor\n"
    assert running.paired.check("All quiet.")["verdict"] == "allow"


def test_a_taken_port_is_named(tmp_path) -> None:
    """Without an icon the error goes to whoever started it: port, what to do, exit status 4."""
    with socket.socket() as squatter:
        squatter.bind(("127.0.0.1", 0))
        squatter.listen()
        port = squatter.getsockname()[1]
        words = [*AGENT, "run", "--port", str(port), "--home", str(tmp_path / "home")]
        done = subprocess.run(
            words, env=plain_environment(tmp_path), capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 4
    assert f"Port {port} is taken on this computer. Stop the other program, or choose one with --port." in done.stderr


def test_broken_settings_never_allow_what_they_may_forbid(start, tmp_path) -> None:
    """The agent runs on defaults and says which file and place; no pause meanwhile; the corrected file counts at once."""
    district = tmp_path / "district.json"
    district.write_text('{"pause": "sometimes"}', encoding="utf-8")
    running = start()
    settings = running.link("settings")
    assert settings.level == "broken"
    assert f"{district}, pause: " in settings.detail
    assert "sometimes" not in settings.detail, "a value may be a name"
    assert running.status().pauses == []
    assert problem(running.paired.post("/v1/pause", {"length": "15_minutes"})) == (403, "not-allowed")
    district.write_text('{"pause": "15_minutes"}', encoding="utf-8")
    until(lambda: running.link("settings").level == "ok", "the corrected file")
    assert running.status().pauses == ["15_minutes"]
    assert running.paired.post("/v1/pause", {"length": "15_minutes"})[0] == 204


def test_a_pause_survives_a_restart_and_says_so(start) -> None:
    """The next agent of the same home is paused as well, and answers so."""
    first = start()
    assert first.paired.post("/v1/pause", {"length": "until_tomorrow"})[0] == 204
    assert first.ends() == 0
    second = start()
    assert second.status().protection == "paused"
    assert "until tomorrow" in second.status().says
    attempt = {"action": "post", "site": "facebook", "text": "So proud of Emma Rodrigues"}
    assert problem(second.paired.post("/v1/checks", attempt)) == (503, "paused")
    assert second.paired.post("/v1/pause", {"length": "over"})[0] == 204
    assert second.paired.check("So proud of Emma Rodrigues")["verdict"] == "warn"


SESSION = """
set -e
mkdir -p "$XDG_RUNTIME_DIR"
printf 'a password\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
"$PYTHON" -m secondlook roster import "$ROSTER" >/dev/null
"$PYTHON" - <<'END'
import secretstorage
secretstorage.get_default_collection(secretstorage.dbus_init()).lock()
END
status=0
"$PYTHON" -m secondlook run --no-tray --port 0 || status=$?
echo "status $status"
"$PYTHON" -m secondlook doctor --json || true
"""


def test_a_locked_keyring_is_an_error_with_a_way_on(tmp_path: Path) -> None:
    """A real gnome-keyring, unlocked for the import and then locked: no key file beside it, and the step to take."""
    home = tmp_path / "home"
    environment = plain_environment(
        tmp_path,
        XDG_RUNTIME_DIR=str(tmp_path / "run"),
        XDG_DATA_HOME=str(tmp_path / "data"),
        SECONDLOOK_HOME=str(home),
        PYTHON=sys.executable,
        ROSTER=str(Path(__file__).parents[2] / "agent/secondlook/practice_roster/users.csv"),
    )
    del environment["DBUS_SESSION_BUS_ADDRESS"]
    (tmp_path / "run").mkdir(mode=0o700)
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", SESSION],
        env=environment, capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    said, _, report = done.stdout.partition("\n")
    assert said == "status 3", done.stdout + done.stderr
    assert "Unlock it and start Second Look again." in done.stderr
    assert "Traceback" not in done.stderr
    assert not os.path.lexists(home / "key")
    key = next(link for link in json.loads(report)["links"] if link["name"] == "key")
    assert key["level"] == "broken"
    assert key["next"] == "Unlock the keyring and start Second Look again."
