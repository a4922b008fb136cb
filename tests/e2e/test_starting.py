"""An agent whose name model is still loading: pill, badge and pop-up say so, names of the roster are found already, and it ends by itself."""

from __future__ import annotations

from e2e.changed_agent import held_in_its_start
from e2e.surfaces import facebook_post
from e2e.test_popup_and_options import badge, popup_says
from e2e.waiting import wait_for

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"


def test_an_agent_that_is_starting_is_told_and_its_end_noticed(browser, page, ui, agent):
    """Three dots on badge and in the pop-up while it loads; the roster's name is underlined; then the tab is protected."""
    surface = facebook_post(page)
    surface.type("Bake sale")
    ui.wait_checked("Bake sale")  # the extension knows port and token
    starting = held_in_its_start(agent, DRAFT)
    agent.stop()
    try:
        with starting:
            page.keyboard.press("ControlOrMeta+A")
            page.keyboard.insert_text(DRAFT)
            ui.wait_underlined(NAME)
            wait_for(page, lambda: badge(browser, page) == "…", "the dots on the badge")
            popup_says(browser, "tab_starting", "agent_starting")
            page.bring_to_front()
            surface.submit.click()
            ui.button("Post anyway")
            assert surface.posted == []
            page.keyboard.press("Escape")
    finally:
        agent.start()
    surface.type("!")
    wait_for(page, lambda: badge(browser, page) == "", "the badge without dots", seconds=30)
    popup_says(browser, "tab_protected", "agent_protected")
