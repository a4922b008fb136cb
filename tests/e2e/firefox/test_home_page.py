"""The home page in Firefox ESR: what it sends along (Origin, Sec-Fetch-Site) is what the guard asks for there as well."""

from __future__ import annotations

import json
import os
import subprocess

from e2e.firefox.firefox import FIREFOX, HERE, INSTALL
from e2e.home_page import HomeAgent


def test_signing_in_reading_keeping_and_deleting(tmp_path):
    """From the link to "nothing is kept about you"."""
    assert FIREFOX.exists(), f"Firefox ESR is missing. Install it with: {INSTALL}"
    (tmp_path / "home").mkdir()
    agent = HomeAgent(tmp_path / "home")
    agent.start()
    try:
        done = subprocess.run(
            ["node", str(HERE / "home_page.mjs"), agent.link()],
            capture_output=True, text=True, timeout=120, check=False,
            env={**os.environ, "HOME": str(tmp_path), "MOZ_HEADLESS": "1"},
        )  # fmt: skip
        assert json.loads(done.stdout or "{}") == {"ok": True}, done.stdout + done.stderr[-2000:]
        assert agent.say("exceptions", "list").strip() == "Nothing is kept."
    finally:
        agent.stop()
