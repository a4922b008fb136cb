"""No room on the disk, before and while the agent runs. The system itself refuses each write (RLIMIT_FSIZE): no mock."""

from __future__ import annotations

import resource
import subprocess
import sys

import pytest

from e2e.agent_process import ROSTER
from e2e.waiting import until
from trouble.running import Running, plain_environment, problem

NOTHING, EVERYTHING = (0, resource.RLIM_INFINITY), (resource.RLIM_INFINITY, resource.RLIM_INFINITY)


def room(running: Running, limit: tuple[int, int]) -> None:
    """How large a file the agent may write from now on."""
    resource.prlimit(running.child.pid, resource.RLIMIT_FSIZE, limit)


def test_a_disk_that_fills_up_is_told_and_nothing_breaks(start) -> None:
    """Texts are checked on; what cannot be kept is refused; doctor's report names the link and the step; room mends it."""
    running = start()
    running.paired.check("All quiet.")
    room(running, NOTHING)
    assert problem(running.paired.post("/v1/exceptions", {"name": "Emma Rodrigues"})) == (503, "store-unavailable")
    assert problem(running.paired.post("/v1/pause", {"length": "15_minutes"})) == (503, "store-unavailable")
    kept = running.link("kept")
    assert kept.level == "broken"
    assert "cannot be written" in kept.detail
    assert kept.next.startswith("Free some space on the disk")
    assert running.status().protection in ("limited", "starting")
    assert running.paired.check("So proud of Emma Rodrigues today")["verdict"] == "warn"
    room(running, EVERYTHING)
    assert running.paired.post("/v1/exceptions", {"name": "Emma Rodrigues"})[0] == 204
    assert running.link("kept").level == "ok"
    assert running.ends() == 0


def test_a_link_file_that_cannot_be_written_again_is_told(start) -> None:
    """Taken away with a full disk, browsers cannot find the agent: broken. With room again it is mended by itself."""
    running = start()
    room(running, NOTHING)
    (running.home / "link.json").unlink()
    until(lambda: running.link("agent").level == "broken", "the missing link file")
    assert "link file cannot be written" in running.link("agent").says
    assert not list(running.home.glob("link.json*")), "no half-written file is left"
    room(running, EVERYTHING)
    until((running.home / "link.json").exists, "the link file again")
    until(lambda: running.link("agent").level == "ok", "the link in order")


@pytest.mark.parametrize("made", [True, False], ids=["a home is there", "a new home"])
def test_a_start_without_room_says_so(tmp_path, made) -> None:
    """One plain sentence that names the file, exit status 3, no traceback, and the lock is let go."""
    environment, home = plain_environment(tmp_path), tmp_path / "home"
    words = [sys.executable, "-m", "secondlook"]
    if made:
        imported = [*words, "roster", "import", str(ROSTER / "users.csv"), "--home", str(home)]
        subprocess.run(imported, env=environment, check=True, capture_output=True)

    def no_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, NOTHING)

    run = [*words, "run", "--no-tray", "--port", "0", "--home", str(home)]
    done = subprocess.run(
        run, env=environment, capture_output=True, text=True, timeout=60, check=False, preexec_fn=no_room
    )
    assert done.returncode == 3, done.stderr
    assert str(home) in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1, done.stderr
    assert "Traceback" not in done.stderr
