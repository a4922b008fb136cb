"""The icon while it is shown: follows the agent's status, and does what is chosen in the menu.

It runs on a thread of its own beside the agent, so that neither waits for the other. Where no icon can be shown it says
so once and is gone. Called by `commands/run.py`.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections.abc import Callable
from typing import Any, Protocol

from secondlook.contract import Language, Pause, Protection, StatusReport, Today
from secondlook.errors import SecondLookError
from secondlook.tray import backend
from secondlook.tray.icon import OnTile, draw
from secondlook.tray.menu import SEPARATOR, Deed, Entry, entries
from secondlook.tray.words import word

LOOK_SECONDS = 1.0
DOCK_SECONDS = 10.0
"""A desktop that is still starting may be given its tray later than us."""
STOP_SECONDS = 3.0
_log = logging.getLogger("secondlook.tray")


class Told(Protocol):
    """What the tray needs of the agent, which may not have started."""

    def report(self, language: Language) -> StatusReport:
        """How everything stands."""

    def pause(self, said: Pause) -> None:
        """Pause, or go on."""

    def say_today(self, said: Today) -> None:
        """What today is."""


class Tray:
    """One icon.

    Args:
        agent: whose icon it is.
        language: of tooltip and menu.
        do: what only the program itself can do: `open` the home page (False = no browser), `again` and `quit`.
        say: takes a sentence for the terminal.

    """

    def __init__(self, agent: Told, language: Language, do: Callable[[Deed], bool], say: Callable[[str], None]) -> None:
        self._agent, self._language, self._do, self._say = agent, language, do, say
        self._ended, self._settled = threading.Event(), threading.Event()
        self._looking, self._docked = threading.Lock(), False
        self._shown: Protection | None = None
        self._size = 0
        self._lines: list[Entry] = []
        self._icon: Any = None
        self._thread = threading.Thread(target=self.run, name="tray", daemon=True)

    def start(self) -> None:
        """Show the icon; returns at once."""
        self._thread.start()

    def shows(self, seconds: float) -> bool:
        """Whether there is an icon in a tray; waits until that is known."""
        return self._settled.wait(seconds) and self._icon is not None and self._docked

    def stop(self) -> None:
        """Take the icon away. Safe to call twice, and without an icon."""
        self._ended.set()
        if self._icon is not None:
            with contextlib.suppress(Exception):  # the desktop may have gone before us
                self._icon.stop()
        if self._thread.is_alive() and self._thread is not threading.current_thread():
            self._thread.join(STOP_SECONDS)

    def run(self) -> None:
        """The icon's own loop, on whichever thread calls it."""
        try:
            pystray = backend.load()
            told = self._agent.report(self._language)
            menu = pystray.Menu(lambda: self._items(pystray))
            self._lines = entries(told, self._language)
            icon_class = backend.icon_class(pystray)
            drawn = _drawn(icon_class, told.protection, 22)
            icon = icon_class("second-look", drawn, title=_cut(told.says), menu=menu)
        except Exception as error:  # noqa: BLE001  each backend fails in its own way, and the agent runs on
            _log.warning("no icon: %s", type(error).__name__)
            self._settled.set()
            self._say(word("no_icon", self._language))
            return
        self._icon = icon
        try:
            icon.run(setup=self._follow)
        except Exception as error:  # noqa: BLE001  GLib raises at the end where nobody takes notifications
            _log.info("icon ended: %s", type(error).__name__)
        if not self._ended.is_set():  # the desktop has gone, or gave us no session bus
            self._icon = None
            self._say(word("no_icon", self._language))
            self._ended.set()
        self._settled.set()

    def _follow(self, icon: Any) -> None:
        """Called by pystray once the icon can be shown, on a thread of its own; stays until the end."""
        icon.visible = True
        waited = 0.0
        while True:
            try:
                self.look()
                self._look_for_tray(icon, waited)
            except Exception as error:  # noqa: BLE001  an icon that follows no more would lie
                _log.error("a look failed: %s", type(error).__name__)
            if self._ended.wait(LOOK_SECONDS):
                return
            waited += LOOK_SECONDS

    def _look_for_tray(self, icon: Any, waited: float) -> None:
        """Settle whether there is a tray that shows the icon; one that comes later shows it all the same."""
        if self._settled.is_set():
            return
        self._docked = backend.docked(icon)
        if not self._docked and waited < DOCK_SECONDS:
            return
        self._settled.set()
        if not self._docked:
            _log.warning("no tray to show the icon in")
            if self._shown != "not_protecting":  # else whoever started us is told that, and not that it runs on
                self._say(word("no_host", self._language))

    def look(self) -> None:
        """Show how things stand now; what has not changed is left alone, so that an open menu stays open."""
        # A look of another thread is as good; waiting for it could hold up the desktop's own loop, which it waits for.
        if self._icon is None or not self._looking.acquire(blocking=False):
            return
        try:
            self._show()
        finally:
            self._looking.release()

    def _show(self) -> None:
        try:
            told = self._agent.report(self._language)
        except Exception as error:  # noqa: BLE001  between start and stop the agent may have nothing to tell
            _log.info("no report: %s", type(error).__name__)
            return
        icon, size = self._icon, backend.icon_size(self._icon)
        if (told.protection, size) != (self._shown, self._size):
            icon.icon = _drawn(type(icon), told.protection, size)
        if icon.title != _cut(told.says):
            icon.title = _cut(told.says)
        if (lines := entries(told, self._language)) != self._lines:
            self._lines = lines
            icon.update_menu()
        before, self._shown, self._size = self._shown, told.protection, size
        if changed(before, told.protection):
            self._notify(told.says)

    def choose(self, deed: Deed) -> None:
        """Do what was chosen; what cannot be done is said, never thrown into the desktop's loop."""
        try:
            if deed in ("open", "again", "quit"):
                if not self._do(deed):
                    self._notify(word("no_browser", self._language))
            elif deed in ("15_minutes", "until_tomorrow", "go_on"):
                self._agent.pause(Pause(length="over" if deed == "go_on" else deed))
            elif deed in ("snow_day", "half_day", "normal"):
                self._agent.say_today(Today(day=deed))
        except SecondLookError as error:
            self._notify(error.sentence)
        except Exception as error:  # noqa: BLE001  the kind alone, as everywhere
            _log.error("%s failed: %s", deed, type(error).__name__)
        if deed != "quit":
            self.look()

    def _items(self, pystray: Any) -> list[Any]:
        return [self._item(pystray, line) for line in self._lines]

    def _item(self, pystray: Any, line: Entry) -> Any:
        if line == SEPARATOR:
            return pystray.Menu.SEPARATOR
        deed, ticked = line.deed, line.checked
        return pystray.MenuItem(
            line.text.replace("&", "&&") if pystray.Icon.__module__.endswith("_win32") else line.text,
            (lambda: self.choose(deed)) if deed else None,
            checked=None if ticked is None else lambda _: ticked,
            default=line.default,
            enabled=deed is not None,
        )

    def _notify(self, sentence: str) -> None:
        if self._icon is not None and self._icon.HAS_NOTIFICATION:
            with contextlib.suppress(Exception):  # a desktop without a notification service
                self._icon.notify(sentence, "Second Look")


def changed(before: Protection | None, now: Protection) -> bool:
    """Whether protection has changed so that a person should hear of it: not while it starts, and not as it began."""
    if before is None:
        return now == "not_protecting"
    settled = {"starting": "protected"}
    return now != "starting" and settled.get(before, before) != now and not (before == "starting" and now == "limited")


def _drawn(icon_class: Any, state: Protection, size: int) -> Any:
    return OnTile(state) if backend.needs_tile(icon_class) else draw(state, size)


def _cut(sentence: str) -> str:
    return sentence if len(sentence) <= backend.LARGEST_TITLE else f"{sentence[: backend.LARGEST_TITLE - 1]}…"
