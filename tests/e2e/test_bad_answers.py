"""An agent that proves itself and then answers late, with an error or with rubbish: told, held once, and no word lost."""

from __future__ import annotations

import json

import pytest

from e2e.changed_agent import ChangedAgent, later
from e2e.surfaces import facebook_post
from e2e.waiting import wait_for
from secondlook.config import Home

DRAFT = "So proud of Emma Rodrigues today"
CLEAN = {"id": "1", "verdict": "allow", "findings": [], "warnings": [], "checked": {}}
ANSWERS = {
    "rubbish": lambda _: (200, b"<html>hello</html>"),
    "nothing": lambda _: (200, b""),
    "a list": lambda _: (200, b"[]"),
    "an unknown verdict": lambda _: (200, json.dumps({**CLEAN, "verdict": "fine"}).encode()),
    "no findings": lambda _: (200, json.dumps({**CLEAN, "findings": None}).encode()),
    "a span that is text": lambda _: (200, json.dumps({**CLEAN, "findings": [{"start": "0", "end": 4}]}).encode()),
    "half an answer": lambda _: (200, json.dumps(CLEAN).encode()[:30]),
    "an error of its own": lambda _: (500, b'{"title":"Internal Server Error"}'),
    "a refusal": lambda _: (422, b'{"title":"no"}'),
    "too many": lambda _: (429, b""),
    "late": later(2.5, (200, json.dumps(CLEAN).encode())),
}


@pytest.mark.parametrize("answer", ANSWERS.values(), ids=ANSWERS.keys())
def test_no_answer_of_that_kind_passes_for_a_clean_text(page, ui, agent, answer):
    """The post is held and the person told that nobody has looked; the words stay; "anyway" sends them once."""
    changed = ChangedAgent(Home(agent.home), answer=answer)
    surface = facebook_post(page)
    surface.type("Bake sale")
    ui.wait_checked("Bake sale")  # the extension knows port and token
    page.keyboard.press("ControlOrMeta+A")
    agent.stop()
    try:
        with changed:
            page.keyboard.insert_text(DRAFT)
            surface.submit.click()
            ui.wait_text("nobody has looked at this")
            assert surface.posted == []
            assert surface.value == DRAFT
            # On a busy machine the first try may be late before it gets so far; the text is tried again by itself.
            wait_for(page, lambda: "/v1/checks" in changed.asked, "the check being asked for")
            ui.click("Post anyway")
            assert [entry["text"] for entry in surface.wait_posted()] == [DRAFT]
    finally:
        agent.start()
