"""What a real agent reports of itself in one process: its own server, a browser that asks, and before it has started."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from agent_link import PairedAgent
from e2e.waiting import until
from secondlook.app import Agent
from secondlook.config import Home
from secondlook.errors import PortTakenError
from secondlook.in_use import Options


@pytest.fixture
def agent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Agent]:
    """One that runs with the invented roster."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    monkeypatch.setenv("HOME", str(tmp_path))
    made = Agent(Options(Home(tmp_path / "home"), ports=(0,), invented=True))
    made.start()
    yield made
    made.stop()


def test_a_server_that_has_died_is_no_protection(agent: Agent) -> None:
    """The process is there and so is the icon; who asks gets no answer, and that is what counts."""
    assert agent.status().protection != "not_protecting"
    agent._now.server._ended.set()
    until(lambda: not agent._now.server.alive, "the end of the server")
    assert agent.report("en").protection == "not_protecting"


def test_a_browser_is_seen_once_it_has_asked(agent: Agent) -> None:
    """From then on it can reach us, whatever manifests say; health, report and the wire agree."""
    until(lambda: agent.report("en").protection == "limited", "nobody who could ask", 60)
    paired = PairedAgent(agent.options.home.path)
    assert paired.check("All quiet.")["verdict"] == "allow"
    told = agent.report("en")
    assert told.protection == agent.status().protection == "protected"
    browser = next(link for link in told.links if link.name == "browser")
    assert browser.says.startswith("Last asked: Chromium ")


def test_one_that_could_not_start_says_why(agent: Agent, tmp_path: Path) -> None:
    """No guess at links that nobody has looked at: not protecting, and the reason."""
    other = Agent(Options(Home(tmp_path / "other"), ports=(agent.port,)))
    with pytest.raises(PortTakenError):
        other.start()
    told = other.report("en")
    assert told.protection == "not_protecting"
    assert "is taken on this computer" in told.links[0].detail
    other.stop()
