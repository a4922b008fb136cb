"""A real agent without icon and keyring, and what it says of itself over its own API."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from agent_link import PairedAgent
from e2e.agent_process import ROSTER
from e2e.waiting import until
from secondlook.config import Home
from secondlook.contract import StatusReport
from secondlook.link import read_link

PACKAGE = ROSTER.parent


def plain_environment(folder: Path, **more: str) -> dict[str, str]:
    """No session bus, no display, and a district's settings file that only the test writes."""
    gone = ("DISPLAY", "WAYLAND_DISPLAY", "XDG_RUNTIME_DIR")
    kept = {name: value for name, value in os.environ.items() if name not in gone}
    return kept | {
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
        "HOME": str(folder),
        "SECONDLOOK_DISTRICT_SETTINGS": str(folder / "district.json"),
        **more,
    }


def copy_program(folder: Path) -> Path:
    """The product as an installer puts it somewhere, to be taken away again. Returns what belongs on PYTHONPATH."""
    shutil.copytree(PACKAGE, folder / "secondlook", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(PACKAGE.parents[1] / "shared_rules", folder / "secondlook" / "shared_rules")
    return folder


class Running:
    """One agent of a folder's own home; ended by the fixture that made it."""

    def __init__(self, folder: Path, *more: str, environment: dict[str, str] | None = None) -> None:
        self.home = folder / "home"
        self._log = folder / "stderr.txt"
        environment = environment or plain_environment(folder)
        words = [sys.executable, "-m", "secondlook"]
        subprocess.run(
            [*words, "roster", "import", str(ROSTER / "users.csv"), "--home", str(self.home)],
            env=environment, check=True, capture_output=True,
        )  # fmt: skip
        with self._log.open("w") as log:
            self.child = subprocess.Popen(
                [*words, "run", "--home", str(self.home), "--port", "0", *more],
                env=environment, stdout=subprocess.DEVNULL, stderr=log,
            )  # fmt: skip
        until(lambda: self.child.poll() is not None or read_link(Home(self.home).link_file), "the link file", 60)
        assert self.child.poll() is None, self.stderr
        self.paired = PairedAgent(self.home)

    @property
    def stderr(self) -> str:
        """What it has said."""
        return self._log.read_text(encoding="utf-8")

    def status(self) -> StatusReport:
        """Its own report."""
        code, body = self.paired.ask("GET", "/v1/status")
        assert code == 200, body
        return StatusReport.model_validate_json(body)

    def link(self, name: str) -> Any:
        """One link of it."""
        return next(link for link in self.status().links if link.name == name)

    def ends(self) -> int:
        """Ask it to end, and give its status."""
        self.child.terminate()
        return self.child.wait(20)


def problem(answer: tuple[int, bytes]) -> tuple[int, str]:
    """Status and code of a refusal."""
    return answer[0], json.loads(answer[1])["code"]
