"""Looks every other second at what may change under a running agent: its link file, its folder, its own program files.

Says what it finds as an `AgentState`; mends a link file that was taken away, writes nothing into a home that was deleted,
and ends the agent when the program is gone for good, so that an uninstall leaves nothing running. Called by `app.py`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

from secondlook import __version__
from secondlook.config import Home
from secondlook.link import Link, read_link, write_link

PATIENCE = 5
"""Looks in a row at which the program must be missing: an upgrade takes files away for a moment."""
PROGRAM = Path(__file__).resolve().with_name("__init__.py")

_log = logging.getLogger("secondlook.watch")
Standing = Literal["running", "unlinked", "homeless", "removed", "replaced"]


class Watch:
    """What stands around one running agent.

    Args:
        home: of the agent.
        link: as it was written at the start.
        program: a file that is there as long as the product is installed, with its version in it.

    Attributes:
        standing: what the last look found.

    """

    def __init__(self, home: Home, link: Link, program: Path = PROGRAM) -> None:
        self._home, self._link, self._program = home, link, program
        self._missing = 0
        self.standing: Standing = "running"

    def look(self, removed: Callable[[], None]) -> None:
        """One look; `removed` is called when the program is gone for good."""
        known, self.standing = self.standing, self._look()
        if self.standing != known:
            _log.warning("the agent is %s", self.standing)
            if self.standing == "removed":
                removed()

    def _look(self) -> Standing:
        version = self._installed()
        self._missing = 0 if version is not None else self._missing + 1
        if self._missing >= PATIENCE:
            return "removed"
        if not self._home.path.is_dir():
            return "homeless"
        if read_link(self._home.link_file) != self._link:
            try:
                write_link(self._home.link_file, self._link)
            except OSError:
                return "unlinked"
            _log.warning("the link file was gone and is written again")
        return "running" if version in (None, __version__) else "replaced"

    def _installed(self) -> str | None:
        """The version that lies on the disk now, or None when there is none."""
        try:
            found = re.search(r'__version__ = "([^"]+)"', self._program.read_text(encoding="utf-8"))
        except OSError:
            return None
        return found.group(1) if found else None
