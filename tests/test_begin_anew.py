"""SIGUSR1: an agent in whose place a new version was installed begins anew, in the same process and the same session."""

from __future__ import annotations

import os
import signal

from agent_link import health
from e2e.agent_process import AgentProcess
from e2e.waiting import until
from secondlook.link import read_link


def test_told_by_an_installer_it_begins_anew(tmp_path):
    """The same process serves again, as a new start with a new salt and so a new token; nobody reads its output any more."""
    agent = AgentProcess(tmp_path)
    agent.start()
    try:
        first = read_link(tmp_path / "link.json")
        assert first is not None
        os.kill(first.pid, signal.SIGUSR1)
        second = until(lambda: _another(tmp_path, first), "another start", 60)
        until(lambda: health(second.port), "its answer", 60)
        assert second.pid == first.pid
        assert second.salt != first.salt
        assert agent.running
    finally:
        agent.stop()
    assert read_link(tmp_path / "link.json") is None


def _another(home, first):
    link = read_link(home / "link.json")
    return link if link and link != first else None
