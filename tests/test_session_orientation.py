"""The home page opens by itself for the orientation: once a school year, only with an icon wanted, and not where IT said quiet."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest

from secondlook import session
from secondlook.config import Home
from secondlook.in_use import Options


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> list[str]:
    """The addresses that would have been opened; no browser starts."""
    found: list[str] = []
    monkeypatch.setattr(session, "open_page", lambda address: found.append(address) or True)
    monkeypatch.setenv("SECONDLOOK_DISTRICT_SETTINGS", str(tmp_path / "district.json"))
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    return found


def once(home: Path, **more: Any) -> None:
    """One start and end of a session, as far as the agent goes; the icon is another test's."""
    options = Options(home=Home(home), ports=(0,))
    run = session.Session(options, threading.Event(), greet=lambda _: None, **({"with_tray": True} | more))
    try:
        assert run._start() is None
    finally:
        run.agent.stop()


def test_it_opens_at_the_first_start_and_not_at_the_second(opened: list[str], tmp_path: Path) -> None:
    """With a code that signs in."""
    once(tmp_path / "home")
    once(tmp_path / "home")
    assert len(opened) == 1
    assert "/home#code=" in opened[0]


def test_without_an_icon_or_with_a_quiet_district_it_waits(opened: list[str], tmp_path: Path) -> None:
    """Servers and tests start without an icon; IT may prefer to say it otherwise."""
    once(tmp_path / "home", with_tray=False)
    (tmp_path / "district.json").write_text('{"orientation": "quiet"}')
    once(tmp_path / "home")
    assert opened == []


def test_an_icon_that_is_asked_before_the_agent_runs_opens_nothing(opened: list[str], tmp_path: Path) -> None:
    """It says that no browser could be opened, and nothing breaks."""
    run = session.Session(
        Options(home=Home(tmp_path / "home"), ports=(0,)), threading.Event(), with_tray=True, greet=lambda _: None
    )
    assert run._do("open") is False
    assert opened == []
