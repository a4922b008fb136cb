"""An agent whose name model is still loading: pill, badge and pop-up say so, names of the roster are found already, and it ends by itself."""

from __future__ import annotations

import json

from agent_link import PairedAgent
from e2e.changed_agent import ChangedAgent
from e2e.surfaces import facebook_post
from e2e.test_popup_and_options import badge, popup_says
from e2e.waiting import wait_for
from secondlook.config import Home

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"


def held_in_its_start(agent) -> ChangedAgent:
    """The agent's own answers from before, told as it tells them while the name model loads; a real start is over too soon to look at."""
    link = PairedAgent(agent.home)
    status = json.loads(link.ask("GET", "/v1/health")[1])
    status |= {"protection": "starting", "checked": status["checked"] | {"names": "loading"}}
    decision = link.check(DRAFT)
    decision["checked"]["names"] = "loading"
    told = {"/v1/health": status, "/v1/checks": decision}
    return ChangedAgent(Home(agent.home), answer=lambda path: (200, json.dumps(told.get(path, {})).encode()))


def test_an_agent_that_is_starting_is_told_and_its_end_noticed(browser, page, ui, agent):
    """Three dots on badge and in the pop-up while it loads; the roster's name is underlined; then the tab is protected."""
    surface = facebook_post(page)
    surface.type("Bake sale")
    ui.wait_checked("Bake sale")  # the extension knows port and token
    starting = held_in_its_start(agent)
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
