"""A tray without a display: pystray's own base class with nothing behind it, and an agent that remembers what it was told."""

from __future__ import annotations

import importlib
import sys
import threading
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

import pytest

from secondlook.contract import LinkReport, Pause, StatusReport, Today
from secondlook.errors import SecondLookError
from secondlook.tray import backend
from secondlook.tray.tray import Tray


def load_base(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """pystray, imported with its dummy backend, so that no display is needed. The menu classes are its own."""
    monkeypatch.setenv("PYSTRAY_BACKEND", "dummy")
    for name in [name for name in sys.modules if name.split(".")[0] == "pystray"]:
        monkeypatch.delitem(sys.modules, name)
    return importlib.import_module("pystray")


def make_icon_class() -> Any:
    """An icon that shows itself to nobody and keeps what it would have shown."""
    base = importlib.import_module("pystray._base").Icon

    def nothing(_: Any) -> None:
        """The desktop's part of an icon."""

    class Icon(base):  # type: ignore[misc, valid-type]
        _show = _hide = _update_title = _remove_notification = nothing

        def __init__(self, *arguments: Any, **named: Any) -> None:
            self.told: list[str] = []
            self.menus = 0
            self.over = threading.Event()
            super().__init__(*arguments, **named)

        def _update_icon(self) -> None:
            self._icon_valid = True

        def _update_menu(self) -> None:
            self.menus += 1

        def _notify(self, message: str, _title: str | None = None) -> None:
            self.told.append(message)

        def _run(self) -> None:
            self._mark_ready()
            self.over.wait()

        def _stop(self) -> None:
            self.over.set()

    return Icon


@dataclass
class PlainAgent:
    """Reports what it is given to report."""

    told: StatusReport
    heard: list[object] = field(default_factory=list)
    trouble: SecondLookError | None = None

    def report(self, _language: str) -> StatusReport:
        return self.told

    def pause(self, said: Pause) -> None:
        if self.trouble:
            raise self.trouble
        self.heard.append(said.length)

    def say_today(self, said: Today) -> None:
        self.heard.append(said.day)


def reported(protection: str = "protected", **more: Any) -> StatusReport:
    """A report with the links that the menu always shows, all in order but the calendar, and one that it does not show."""
    names = ("agent", "browser", "roster", "rules", "calendar", "clock")
    links = [
        LinkReport.model_validate({"name": name, "level": "ok", "title": name.title(), "says": f"The {name}."})
        for name in names
    ]
    links[4] = links[4].model_copy(update={"level": "warning"})
    content = {
        "protection": protection, "says": "As it is.", "version": "0", "today": "normal", "links": links,
        "pauses": ["15_minutes", "until_tomorrow"],
    }  # fmt: skip
    return StatusReport(**(content | more))


@dataclass
class Desk:
    """A tray at work, its icon, its agent, and what the program was asked to do."""

    tray: Tray
    agent: PlainAgent
    done: list[str]
    said: list[str]

    @property
    def icon(self) -> Any:
        return self.tray._icon

    def menu(self) -> list[tuple[str, bool | None, bool]]:
        """Text, tick and whether it can be chosen, line by line; a separator is a dash."""
        return [(item.text, item.checked, item.enabled) for item in self.icon.menu.items]

    def choose(self, text: str) -> None:
        """Click the line that begins like this."""
        next(item for item in self.icon.menu.items if item.text.startswith(text))(self.icon)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Makes desks; each tray is stopped at the end."""
    pystray = load_base(monkeypatch)
    monkeypatch.setattr(pystray, "Icon", make_icon_class())
    monkeypatch.setattr(backend, "load", lambda: pystray)
    made: list[Tray] = []

    def make(told: StatusReport, *, browser: bool = True) -> Desk:
        agent, done, said = PlainAgent(told), [], []

        def do(deed: str) -> bool:
            done.append(deed)
            return browser

        tray = Tray(agent, "en", do, said.append)
        made.append(tray)
        tray.start()
        assert tray.shows(10)
        return Desk(tray, agent, done, said)

    yield make
    for tray in made:
        tray.stop()
