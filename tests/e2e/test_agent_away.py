"""The agent stops, comes back, or something else sits on its port."""

from __future__ import annotations

import pytest

from e2e.agent_process import free_port
from e2e.squatter import Squatter
from e2e.surfaces import facebook_post
from e2e.waiting import wait_for

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"
AWAY = "Second Look isn't checking"


@pytest.fixture
def stopped(agent):
    """The agent, stopped; up again after the test."""
    agent.stop()
    yield agent
    agent.restart()


@pytest.mark.usefixtures("stopped")
def test_the_person_is_told_and_nothing_is_held_for_good(page, ui):
    """Without the agent the first submit is held once with "anyway", and a later one passes."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    surface.submit.click()
    ui.wait_text(AWAY)
    assert surface.posted == []
    ui.click("Post anyway")
    assert [entry["text"] for entry in surface.wait_posted()] == [DRAFT]
    page.get_by_role("button", name="What’s on your mind").click()
    surface.type("A second one")
    surface.submit.click()
    assert [entry["text"] for entry in surface.wait_posted(2)] == [DRAFT, "A second one"]


@pytest.mark.parametrize("same_port", [True, False], ids=["same port", "another port"])
def test_protection_returns_with_the_new_token(page, ui, agent, same_port):
    """The agent restarts with a new token, perhaps elsewhere: the next words are checked again, in the same tab."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    before = agent.link
    agent.restart(None if same_port else free_port())
    assert agent.link != before
    page.keyboard.type(" and tomorrow, Camila Reyes Ortega")
    ui.wait_underlined(NAME, "Camila Reyes Ortega")
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []


def test_a_program_on_the_agents_port_hears_neither_text_nor_token(page, ui, agent):
    """A squatter that answers 200 to everything is not believed: no word, no bearer token, and the person is told."""
    surface = facebook_post(page)
    surface.type("Bake sale")
    ui.wait_back()
    agent.die()  # so that its link file still tells port and token
    try:
        with Squatter(agent.port) as squatter:
            surface = facebook_post(page)
            surface.type(DRAFT)
            # Else this proves nothing.
            wait_for(page, lambda: any("/v1/proof" in it for it in squatter.heard), "the extension knocking")
            surface.submit.click()
            ui.wait_text(AWAY)
            heard = "\n".join(squatter.heard)
    finally:
        agent.restart()
    assert surface.posted == []
    assert "Emma" not in heard
    assert "proud" not in heard
    assert "Bearer" not in heard
