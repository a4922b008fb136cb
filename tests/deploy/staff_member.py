"""A person with an account of this machine, who logs in: the desktop's autostart line, and browsers that run as that person.

The account is made in the test's own view of the machine and gone with it. Used by the deployment test.
"""

from __future__ import annotations

import configparser
import json
import os
import pwd
import re
import shlex
import subprocess
from pathlib import Path
from typing import Any

from deploy.machine import Log
from e2e.waiting import until
from secondlook.link import Link, read_link

NAME = "second-look-staff"
ASK = Path(__file__).with_name("ask_agent.py")
UNTIL_THE_END = ("setpriv", "--pdeathsig", "KILL")
"""Before a command: it ends with the test, even where that is stopped half-way."""
AUTOSTART = Path("/etc/xdg/autostart/second-look.desktop")


class StaffMember:
    """The account, and while somebody is logged in, the agent's process."""

    def __init__(self, log: Log) -> None:
        self._log = log
        assert not Path("/home", NAME).exists(), (
            f"An earlier run was stopped half-way; mend it with: userdel --remove {NAME}"
        )
        log.run("useradd", "--create-home", "--shell", "/bin/bash", NAME)
        account = pwd.getpwnam(NAME)
        self.number, self.group, self.folder = account.pw_uid, account.pw_gid, Path(account.pw_dir)
        self._session: subprocess.Popen[bytes] | None = None

    @property
    def kept(self) -> Path:
        """Where Second Look keeps what is this person's."""
        return self.folder / ".local" / "share" / "second-look"

    @property
    def environment(self) -> dict[str, str]:
        """As at a desktop, without a screen and without a keyring."""
        return {"HOME": str(self.folder), "USER": NAME, "PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"}

    def run(self, *words: str, expect: int = 0) -> str:
        """Run a command as this person."""
        who = {"user": self.number, "group": self.group, "extra_groups": [], "env": self.environment, "cwd": "/"}
        return self._log.run(*words, expect=expect, **who)

    def doctor(self) -> dict[str, str]:
        """What `secondlook doctor` says, by the title of each link; amber without a screen and a keyring."""
        said = self.run("secondlook", "doctor", expect=1)
        return dict(re.findall(r"^(?:ok|warning|broken) +([^:]+): (.+)$", said, re.MULTILINE))

    def ask_agent(self, path: str, body: dict[str, object] | None = None) -> dict[str, Any]:
        """What this person's agent answers to the extension."""
        script = self.folder / ASK.name
        script.write_bytes(ASK.read_bytes())
        given = [json.dumps(body)] if body else []
        return json.loads(self.run("/usr/bin/python3", "-I", str(script), path, *given))

    def log_in(self) -> Link:
        """Start what the desktop starts, and wait for the agent."""
        entry = configparser.ConfigParser(interpolation=None)
        entry.read(AUTOSTART, encoding="utf-8")
        line = entry["Desktop Entry"]["Exec"]
        self._log.say(f"{NAME} logs in, which starts: {line}")
        self._session = subprocess.Popen(
            [*UNTIL_THE_END, *shlex.split(line)], user=self.number, group=self.group, extra_groups=[], env=self.environment, cwd="/",
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        return until(lambda: read_link(self.kept / "link.json"), "the agent's link file", 30)

    @property
    def agent_ended(self) -> bool:
        """Whether the process that the desktop started is gone."""
        return self._session is None or self._session.poll() is not None

    def browser(self, program: Path, launcher: Path, owned: Path) -> Path:
        """Write a launcher that starts a browser as this person, and return it.

        Args:
            program: the browser.
            launcher: where to write.
            owned: a folder whose content is handed to the person first; the profile lies there.

        """
        given = shlex.join(f"{name}={value}" for name, value in self.environment.items())
        who = f"--reuid={self.number} --regid={self.group} --clear-groups"
        lines = [
            "#!/bin/sh",
            f"chown -R {self.number}:{self.group} {shlex.quote(str(owned))}",
            f'cd / && exec setpriv {who} env {given} {shlex.quote(str(program))} "$@"',
        ]
        launcher.write_text("\n".join(lines) + "\n", encoding="utf-8")
        launcher.chmod(0o755)
        return launcher

    def leave(self) -> None:
        """Log out."""
        if self._session is not None and self._session.poll() is None:
            os.killpg(self._session.pid, 9)
            self._session.wait(timeout=10)
