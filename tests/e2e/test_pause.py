"""A pause, from the agent's own route to pill, badge and pop-up: shown as a pause, nothing held, over when it is over."""

from __future__ import annotations

import pytest

from agent_link import PairedAgent
from e2e.surfaces import facebook_post
from e2e.test_popup_and_options import badge, popup_says
from e2e.waiting import wait_for

NAME = "Emma Rodrigues"


@pytest.fixture
def paired(agent):
    """The agent as the extension sees it; not paused any more after the test."""
    link = PairedAgent(agent.home)
    yield link
    assert link.post("/v1/pause", {"length": "over"})[0] == 204


def test_a_pause_is_shown_and_holds_nothing(browser, page, ui, paired):
    """While paused the pill is a dash, badge and pop-up say paused, and the post goes out; then names are found again."""
    assert paired.post("/v1/pause", {"length": "15_minutes"})[0] == 204
    surface = facebook_post(page)
    surface.type(f"So proud of {NAME} today")
    wait_for(page, lambda: badge(browser, page) == "–", "the dash on the badge")
    popup_says(browser, "tab_paused", "agent_paused")
    page.bring_to_front()
    surface.submit.click()
    assert [entry["text"] for entry in surface.wait_posted()] == [f"So proud of {NAME} today"]
    assert paired.post("/v1/pause", {"length": "over"})[0] == 204
    page.get_by_role("button", name="What’s on your mind").click()
    surface.type(f"And of {NAME} again")
    ui.wait_underlined(NAME)
    popup_says(browser, "tab_protected", "agent_protected")
