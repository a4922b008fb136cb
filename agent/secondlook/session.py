"""One person's session: the agent, its icon in the tray, and what happens when the agent cannot start.

With an icon a start that fails is not the end: the icon says what stands in the way, and it is tried again, by itself and
on a click. Without one the error goes to whoever started it. Called by `commands/run.py`.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from secondlook.app import Agent
from secondlook.config import HOST
from secondlook.contract import Language
from secondlook.errors import SecondLookError
from secondlook.in_use import Options
from secondlook.open_page import open_page
from secondlook.single import AlreadyRunningError
from secondlook.system_language import system_language

if TYPE_CHECKING:
    from secondlook.tray.menu import Deed
    from secondlook.tray.tray import Tray

AGAIN_SECONDS = 30.0
TRAY_SECONDS = 20.0


class Session:
    """From start to end.

    Args:
        options: of the agent.
        ended: set from outside when it should end.
        with_tray: whether an icon is wanted.
        greet: told the agent's address once it runs.

    """

    def __init__(
        self, options: Options, ended: threading.Event, *, with_tray: bool, greet: Callable[[str], None]
    ) -> None:
        self._ended, self._greet = ended, greet
        self._again = threading.Event()
        self._language: Language = system_language()
        self.agent = Agent(options, self._removed)
        self._with_tray = with_tray
        self._tray: Tray | None = None

    def run(self) -> int:
        """Serve until it should end. Returns the exit status.

        Raises:
            SecondLookError: the agent cannot start, and there is no icon to say so.

        """
        failed = self._start()
        if isinstance(failed, AlreadyRunningError):
            raise failed
        if self._with_tray:
            self._tray = self._make_tray()
        try:
            if self._tray and sys.platform == "darwin":  # AppKit takes the main thread and no other
                threading.Thread(target=self._keep_on, args=(failed,), daemon=True).start()
                self._tray.run()
                while not self._ended.wait(1.0):  # no icon, or one that went: the agent runs on
                    pass
            else:
                if self._tray:
                    self._tray.start()
                if failed and not (self._tray and self._tray.shows(TRAY_SECONDS)):
                    raise failed
                failed = self._keep_on(failed)
        finally:
            if self._tray:
                self._tray.stop()
            self.agent.stop()
        return failed.exit_code if failed else 0

    def _keep_on(self, failed: SecondLookError | None) -> SecondLookError | None:
        """Wait for the end, and try again meanwhile if it has not started. Returns what stood in the way to the last."""
        if failed:
            _say(failed.sentence)
        tried = time.monotonic()
        while not self._ended.wait(1.0):  # a wait with an end lets signals through on Windows
            # A locked keyring asks the person each time, so only the person has it asked again.
            due = time.monotonic() - tried > AGAIN_SECONDS
            if failed and (self._again.is_set() or (due and failed.code != "key-unavailable")):
                self._again.clear()
                failed, tried = self._start(), time.monotonic()
        if self._tray and sys.platform == "darwin":
            self._tray.stop()
        return failed

    def _start(self) -> SecondLookError | None:
        try:
            port = self.agent.start()
        except SecondLookError as error:
            return error
        self._greet(f"http://{HOST}:{port}")
        self._offer_orientation()
        return None

    def _offer_orientation(self) -> None:
        """Open the home page for this school year's reading, once, where there is a screen. It holds nothing up."""
        with contextlib.suppress(SecondLookError):  # a store that cannot be written is told elsewhere
            if self._with_tray and self.agent.mine.wants_orientation and self._do("open"):
                self.agent.mine.note_offer()

    def _make_tray(self) -> Tray:
        from secondlook.tray.tray import Tray  # noqa: PLC0415  drawing libraries load after the agent is up

        return Tray(self.agent, self._language, self._do, _say)

    def _do(self, deed: Deed) -> bool:
        if deed == "quit":
            self._ended.set()
        elif deed == "again":
            self._again.set()
        else:
            address = self.agent.home_link()
            return address is not None and open_page(address)
        return True

    def _removed(self) -> None:
        """The program was taken off the computer: say so, then end."""
        try:
            _say(self.agent.report(self._language).says)
            if self._tray:
                self._tray.look()
        finally:
            self._ended.set()


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")
    sys.stderr.flush()
