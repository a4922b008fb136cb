#!/usr/bin/python3 -I
"""Finds the agents that run from this package, of all users, and ends them or has them begin anew.

An agent is a process of the system's Python with the package's own command and `run` as its first words; nothing else on
the machine is touched. Called by the package's scripts, as root; uses the standard library alone, for it also runs while
the package's own libraries are being replaced.
"""

import os
import signal
import sys
import time
from pathlib import Path

COMMANDS = (b"/usr/bin/secondlook", b"/usr/lib/second-look/secondlook")
SECONDS = 10
"""How long an agent may take to end by itself before it is ended."""


def running():
    """The process ids of all agents."""
    return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal() and _is_agent(entry)]


def _is_agent(process):
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
        python = os.path.basename(os.readlink(process / "exe"))
        # A chroot or container on this machine has a package, and agents, of its own.
        ours = os.stat(process / "root").st_ino == os.stat("/").st_ino
    except OSError:  # it has just ended
        return False
    return (
        ours and python.startswith("python3") and words[1:2] == [b"-I"] and words[2] in COMMANDS and words[3] == b"run"
    )


def tell(number):
    """Send all agents a signal, and return their process ids."""
    found = running()
    for process in found:
        try:
            os.kill(process, number)
        except ProcessLookupError:
            pass
    return found


def stop():
    """End all agents, and wait until they are gone."""
    tell(signal.SIGTERM)
    end = time.monotonic() + SECONDS
    while running():
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
