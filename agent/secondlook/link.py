"""The link file: what the running agent tells the native-messaging host, and the session token both derive from it.

`link.json` holds port, start time, process id, version and a random salt, no secret: the token is derived from the salt
with the home's key, so it never lies on disk. Written by `app.py` at each start, read by `native_host.py` and doctor.
Imports nothing heavy, since the browser starts the native host for each question.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from secondlook import __version__
from secondlook.config import HOST


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


@dataclass(frozen=True)
class Link:
    """One start of the agent.

    Attributes:
        port: where it listens on 127.0.0.1.
        started: UTC, ISO 8601, to the second.
        salt: hex; fresh at each start, so that each start has its own token.
        pid: the agent's process.
        version: of the agent.

    """

    port: int
    started: str = field(default_factory=_now)
    salt: str = field(default_factory=lambda: secrets.token_hex(16))
    pid: int = field(default_factory=os.getpid)
    version: str = __version__

    def token(self, derive: Callable[[str], bytes]) -> str:
        """The session token in hex, from the home's `Keys.derive`."""
        return derive(f"link:{self.salt}").hex()

    def home_key(self, derive: Callable[[str], bytes]) -> str:
        """What opens the route that mints sign-in codes for the home page, in hex.

        Whoever can use the person's keyring can make it; the browser is never given it (docs/adr on the sign-in).
        """
        return derive(f"home:{self.salt}").hex()


def home_address(port: int, code: str) -> str:
    """Where the home page opens with a code; it stands in the fragment, which no browser sends to anybody."""
    return f"http://{HOST}:{port}/home#code={code}"


def write_link(path: Path, link: Link) -> None:
    """Put the link file in place, whole or not at all, readable by its owner only.

    Raises:
        OSError: the folder cannot be written.

    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump(asdict(link), stream)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def read_link(path: Path) -> Link | None:
    """The link file, or None when there is none or it is damaged: the agent is not running then, as far as we can say."""
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
        link = Link(**held)
    except (OSError, ValueError, TypeError):
        return None
    sound = isinstance(link.port, int) and isinstance(link.salt, str) and isinstance(link.started, str)
    return link if sound and 0 < link.port < 65_536 else None


def remove_link(path: Path, link: Link) -> None:
    """Take the link file away at the end, unless another agent has written its own meanwhile."""
    if read_link(path) == link:
        path.unlink(missing_ok=True)
