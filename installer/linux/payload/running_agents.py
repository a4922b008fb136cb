#!/usr/bin/python3 -I
"""Finds the agents that run from this package, of all users, and ends them or has them begin anew.

An agent is a process of the system's Python with the package's own command and `run` as its first words; nothing else on
the machine is touched. Called by the package's scripts, as root; uses the standard library alone, for it also runs while
the package's own libraries are being replaced.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import time
from pathlib import Path

COMMANDS = (b"/usr/bin/secondlook", b"/usr/lib/second-look/secondlook")
SECONDS = 10
"""How long an agent may take to end by itself before it is ended."""


def running() -> list[int]:
    """The process ids of all agents."""
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal() and _is_agent(entry)]


def _is_agent(process: Path) -> bool:
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
        python = (process / "exe").readlink().name
        # A chroot or container on this machine has a package, and agents, of its own.
        ours = (process / "root").samefile("/")
    except OSError:  # it has just ended
        return False
    command = words[1:2] == [b"-I"] and words[2:3] and words[2] in COMMANDS and words[3:4] == [b"run"]
    return bool(ours and python.startswith("python3") and command)


def tell(number: int) -> None:
    """Send all agents a signal."""
    for process in running():
        with contextlib.suppress(ProcessLookupError):
            os.kill(process, number)


def stop() -> None:
    """End all agents, and wait until they are gone."""
    tell(signal.SIGTERM)
    end = time.monotonic() + SECONDS
    while (
        running() and time.monotonic() < end + SECONDS
    ):  # one that cannot be ended does not keep the package from going
        if time.monotonic() > end:
            tell(signal.SIGKILL)
        time.sleep(0.05)


if __name__ == "__main__":
    if sys.argv[1:] == ["stop"]:
        stop()
    elif sys.argv[1:] == ["begin-anew"]:
        tell(signal.SIGUSR1)
    else:
        sys.exit("usage: running_agents.py stop|begin-anew")
