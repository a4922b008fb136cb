"""The machine as an administrator sees it: commands with a log, a list of all files, running agents, open ports.

Everything that is done is written to build/deploy.log, from the first dpkg to the last. Used by the deployment test.
"""

from __future__ import annotations

import os
import subprocess
import time
from pathlib import Path

from e2e.agent_process import ROOT

LOG = ROOT / "build" / "deploy.log"
WATCHED = ("/etc", "/usr", "/opt", "/var/lib", "/srv")
CHANGED_BY_DPKG = ("/var/lib/dpkg", "/var/lib/apt", "/usr/share/icons/hicolor/icon-theme.cache")


class Log:
    """Writes what was done, and how long it took."""

    def __init__(self) -> None:
        LOG.parent.mkdir(parents=True, exist_ok=True)
        LOG.write_text("", encoding="utf-8")
        self._begin = time.monotonic()

    def say(self, words: str) -> None:
        """Add a line, with the seconds since the beginning."""
        with LOG.open("a", encoding="utf-8") as stream:
            stream.write(f"[{time.monotonic() - self._begin:6.1f} s] {words}\n")

    def run(self, *words: str, expect: int = 0, **options: object) -> str:
        """Run a command and return what it says; both go into the log.

        Raises:
            AssertionError: another exit status than expected.

        """
        self.say("$ " + " ".join(words))
        done = subprocess.run(
            words, capture_output=True, text=True, check=False, timeout=600, stdin=subprocess.DEVNULL, **options
        )
        said = done.stdout + done.stderr
        for line in said.splitlines():
            self.say(f"    {line}")
        assert done.returncode == expect, f"{' '.join(words)} ended with {done.returncode}:\n{said[-3000:]}"
        return said


def files() -> set[str]:
    """Every file, link and folder where programs are installed; what dpkg itself keeps is left out."""
    found: set[str] = set()
    for top in WATCHED:
        for folder, folders, names in os.walk(top):
            folders[:] = [name for name in folders if f"{folder}/{name}" not in CHANGED_BY_DPKG]
            found.update(f"{folder}/{name}" for name in (*folders, *names))
    return found - set(CHANGED_BY_DPKG)


def agents() -> list[int]:
    """Process ids of the package's agents."""
    found = []
    for process in Path("/proc").iterdir():
        try:
            words = (process / "cmdline").read_bytes().split(b"\0") if process.name.isdecimal() else []
        except OSError:
            continue
        if b"/usr/bin/secondlook" in words and b"run" in words:
            found.append(int(process.name))
    return found
