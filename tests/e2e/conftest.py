"""The world of the browser tests: one agent, one Chromium with the built extension, the fixture sites.

Each test gets a new tab; browser and agent live for the whole session, because starting them costs seconds.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect, sync_playwright

from e2e.agent_process import AgentProcess
from e2e.chromium import build, copy_extension, launch
from e2e.our_ui import OurUi
from e2e.waiting import PATIENCE_MS
from pages.server import SiteServer

expect.set_options(timeout=PATIENCE_MS)
REAL_STUDENT = ("Zelda", "Quistgaard")


@pytest.fixture(scope="session")
def sites():
    """The fixture sites, freshly bundled."""
    build("tests/pages/build.mjs")
    with SiteServer() as server:
        yield server


@pytest.fixture(scope="session")
def playwright():
    """Playwright's driver."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def session_agent(tmp_path_factory):
    """The real agent with the invented roster, for the whole session."""
    running = AgentProcess(tmp_path_factory.mktemp("home"))
    running.import_roster(REAL_STUDENT)
    running.start_whole()
    yield running
    running.stop()


@pytest.fixture
def real_student():
    """A student of the agent's own roster who is not in the invented one that the practice page knows."""
    return " ".join(REAL_STUDENT)


@pytest.fixture(scope="session")
def browser(playwright, sites, session_agent, tmp_path_factory):
    """One Chromium with the extension and the native-messaging host."""
    profile = tmp_path_factory.mktemp("profile")
    session_agent.install_host(profile)
    extension = copy_extension(tmp_path_factory.mktemp("extension") / "chromium")
    with launch(playwright, profile, sites.resolver_rules, extension=extension) as context:
        assert context.service_workers or context.wait_for_event("serviceworker"), "the extension did not start"
        yield context


@pytest.fixture
def agent(session_agent):
    """The agent, up and past its start when the test begins, and up again when it ends."""
    if not session_agent.running:
        session_agent.start()
    session_agent.wait_whole()
    yield session_agent
    if not session_agent.running:
        session_agent.start()


@pytest.fixture
def page(browser, agent):  # noqa: ARG001 - the agent must be up before the tab
    """A new tab."""
    tab = browser.new_page()
    tab.set_default_timeout(PATIENCE_MS)
    yield tab
    tab.close()


@pytest.fixture
def ui(page):
    """What the product draws on that tab."""
    return OurUi(page)


@pytest.fixture(scope="session")
def plain_browser(playwright, sites, tmp_path_factory):
    """A Chromium without the extension."""
    with launch(playwright, tmp_path_factory.mktemp("plain"), sites.resolver_rules) as context:
        yield context


@pytest.fixture
def plain_page(plain_browser):
    """A new tab in the browser without the extension."""
    tab = plain_browser.new_page()
    tab.set_default_timeout(PATIENCE_MS)
    yield tab
    tab.close()
