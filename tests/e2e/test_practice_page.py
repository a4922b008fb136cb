"""The practice page: the same warnings in any browser with nothing installed, and no oracle for the real roster."""

from __future__ import annotations

import pytest

from e2e.our_ui import OurUi
from e2e.surfaces import Surface


@pytest.fixture
def practice(plain_page, session_agent):
    """The practice page's composer in a browser without the extension."""
    plain_page.goto(f"{session_agent.url}/practice")
    dialog = plain_page.get_by_role("dialog", name="Create post")
    return Surface(plain_page, dialog.get_by_role("textbox"), dialog.get_by_role("button", name="Post", exact=True))


def test_it_warns_without_any_extension(practice, plain_page):
    """A name of the invented roster is underlined and the practice post is held."""
    ui = OurUi(plain_page, practice=True)
    practice.type("So proud of Emma Rodrigues today")
    ui.wait_underlined("Emma Rodrigues")
    practice.submit.click()
    ui.button("Post anyway")


def test_it_does_not_know_the_real_roster(practice, plain_page, real_student):
    """A student who is in the agent's own roster alone is not underlined there."""
    ui = OurUi(plain_page, practice=True)
    practice.type(f"So proud of {real_student} and of Emma Rodrigues")
    ui.wait_underlined("Emma Rodrigues")
