"""The real agent as a child process, with the invented roster imported, for the browser tests and the screenshots."""

from __future__ import annotations

import csv
import io
import json
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

from agent_link import PairedAgent
from e2e.waiting import until

ROOT = Path(__file__).resolve().parents[2]
ROSTER = ROOT / "agent" / "secondlook" / "practice_roster"
START_SECONDS = 30


def free_port() -> int:
    """A loopback port that nobody holds at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def secondlook(*arguments: str) -> list[str]:
    """The command line of the product, run by this very Python."""
    return [sys.executable, "-m", "secondlook", *arguments]


def _another(rows: list[str], name: tuple[str, str]) -> str:
    """The roster's last row again, for another person."""
    header, last = next(csv.reader(rows[:1])), next(csv.reader(rows[-1:]))
    row = dict(zip(header, last, strict=True))
    row |= {"sourcedId": "extra-1", "username": "extra.one", "givenName": name[0], "familyName": name[1]}
    row |= {field: "" for field in ("middleName", "preferredFirstName", "email", "identifier") if field in row}
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(row.values())
    return line.getvalue()


class AgentProcess:
    """One home folder and, while it runs, one agent. `start` returns when the agent is up, `stop` when it is gone."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.port = free_port()
        self._child: subprocess.Popen[str] | None = None
        self.first_line = ""
        self.more_environment: dict[str, str] = {}
        self.more_arguments: tuple[str, ...] = ()

    def import_roster(self, more: tuple[str, str]) -> None:
        """Import the invented students and staff that ship with the product, and one student more (given, family)."""
        rows = (ROSTER / "users.csv").read_text(encoding="utf-8").splitlines()
        students = self.home / "users.csv"
        students.write_text("\n".join([*rows, _another(rows, more)]) + "\n", encoding="utf-8")
        files = [str(students), str(ROSTER / "staff.csv")]
        self._run("roster", "import", *files, "--home", str(self.home))

    def install_host(self, profile: Path, browser: str = "chromium", folder: Path | None = None) -> None:
        """Write the native-messaging manifest where a browser with this profile looks for it.

        Args:
            profile: the profile folder.
            browser: whose manifest to write.
            folder: where it belongs, when it is not Chromium's place in the profile.

        """
        place = folder or profile / "NativeMessagingHosts"
        self._run("install-host", "--browser", browser, "--dir", str(place), "--home", str(self.home))

    def say(self, *arguments: str) -> str:
        """What another command of the product prints on this home, while the agent runs or not."""
        return self._run(*arguments, "--home", str(self.home))

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(secondlook(*arguments), capture_output=True, text=True, timeout=60, check=False)
        assert done.returncode == 0, f"secondlook {arguments[0]} failed: {done.stdout}{done.stderr}"
        return done.stdout

    def start(self, port: int | None = None) -> None:
        """Start the agent and wait for its first line, which carries its address.

        Args:
            port: another port than the last one, or None for the same.

        """
        self.port = port or self.port
        log = (self.home / "stderr.txt").open("a", encoding="utf-8")
        self._child = subprocess.Popen(
            secondlook("run", "--no-tray", "--home", str(self.home), "--port", str(self.port), *self.more_arguments),
            stdout=subprocess.PIPE,
            stderr=log,
            text=True,
            env={**os.environ, "PYTHONUNBUFFERED": "1", **self.more_environment},
        )
        log.close()
        self.first_line = self._first_line(self._child)
        assert f"127.0.0.1:{self.port}" in self.first_line, f"the first line names no address: {self.first_line!r}"

    def _first_line(self, child: subprocess.Popen[str]) -> str:
        assert child.stdout is not None
        lines: queue.Queue[str] = queue.Queue()
        stream = child.stdout

        def read() -> None:
            for line in stream:
                lines.put(line)
            lines.put("")

        threading.Thread(target=read, daemon=True).start()
        line = lines.get(timeout=START_SECONDS)
        assert line, f"the agent ended at once: {(self.home / 'stderr.txt').read_text(encoding='utf-8')[-2000:]}"
        return line

    def stop(self) -> None:
        """End the agent and wait until it is gone."""
        self._end(subprocess.Popen.terminate)

    def die(self) -> None:
        """The agent is gone in the middle of things, and its link file stays."""
        self._end(subprocess.Popen.kill)

    def _end(self, how: Callable[[subprocess.Popen[str]], None]) -> None:
        if self._child is None:
            return
        how(self._child)
        self._child.wait(timeout=15)
        self._child = None

    def start_whole(self, port: int | None = None) -> None:
        """Start and wait until its name model is there, too."""
        self.start(port)
        self.wait_whole()

    def wait_whole(self) -> None:
        """Wait until its start is over: till then the extension asks for every verdict anew, and a press may be held meanwhile."""
        link = PairedAgent(self.home)
        until(
            lambda: json.loads(link.ask("GET", "/v1/health")[1])["protection"] != "starting", "the agent past its start"
        )

    def restart(self, port: int | None = None) -> None:
        """Stop, then start again as a whole, with a new token and perhaps another port."""
        self.stop()
        self.start_whole(port)

    @property
    def running(self) -> bool:
        """Whether the agent is up."""
        return self._child is not None and self._child.poll() is None

    @property
    def url(self) -> str:
        """The agent's own address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def link(self) -> dict[str, object]:
        """What link.json says: port, start time, salt."""
        return json.loads((self.home / "link.json").read_text(encoding="utf-8"))
