"""An agent of its own and a signed-in home page in a plain Chromium, for the tests of the home page and the pictures of it.

The browser context is the caller's; the agent's home holds a district with staff groups, so that every section has something.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, Page

from e2e.agent_process import AgentProcess
from e2e.waiting import PATIENCE_MS

SECTIONS = ("glance", "people", "accounts", "hours", "kept", "policy", "orientation")
DISTRICT = {
    "staff_groups": {
        "teachers": {
            "hours": {"weekdays": ["07:05-14:20"], "wed": ["07:05-15:20"]},
            "exempt": [{"what": "lunch", "time": "11:10-11:40"}],
        },
        "custodians": {"hours": {"weekdays": ["22:00-06:00"]}},
    },
    "default_group": "teachers",
    "professional_accounts": [{"site": "facebook", "handle": "mhsrobotics"}, {"site": "tiktok", "handle": "mhsdance"}],
}
LOCALES = {"en": "en-US", "es": "es-MX", "pt": "pt-BR"}


class HomeAgent(AgentProcess):
    """An agent whose page can be opened."""

    def __init__(self, home: Path) -> None:
        super().__init__(home)
        (home / "district.json").write_text(json.dumps(DISTRICT), encoding="utf-8")
        self.more_environment = {
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent",
            "SECONDLOOK_DISTRICT_SETTINGS": str(home / "district.json"),
            "TZ": "America/New_York",
        }

    def link(self) -> str:  # type: ignore[override]  # the address, not link.json
        """A fresh one-time address."""
        return self.say("home", "--print").splitlines()[0]


@contextmanager
def opened(
    browser: Browser, agent: HomeAgent, language: str = "en", theme: str = "light", width: int = 1000
) -> Iterator[Page]:
    """A tab on the home page, signed in, in one language and theme. Anything on the console fails the test."""
    context = browser.new_context(
        viewport={"width": width, "height": 800}, color_scheme=theme, reduced_motion="reduce",  # type: ignore[arg-type]
        locale=LOCALES[language], timezone_id="America/New_York",
    )  # fmt: skip
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    said: list[str] = []
    page.on("console", lambda message: None if _is_refusal(message.text) else said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(agent.link())
    page.wait_for_selector("main h1")
    yield page
    assert said == [], "the browser complained"
    context.close()


def _is_refusal(line: str) -> bool:
    """Chromium remarks on every 4xx answer by itself, also on one that the page words for the person."""
    return line.startswith("Failed to load resource: the server responded with a status of 4")


def go(page: Page, section: str) -> None:
    """Click through to a section."""
    if page.locator(f"nav.sections a[href='#{section}'][aria-current]").count():
        return
    before = page.title()
    page.locator(f"nav.sections a[href='#{section}']").click()
    page.wait_for_function("before => document.title !== before", arg=before)
