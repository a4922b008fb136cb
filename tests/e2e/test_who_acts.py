"""Who acts in a post: the person, or a Page of theirs that they have switched to; the same words get another verdict."""

from __future__ import annotations

import json

import pytest

from e2e.surfaces import facebook_post

ADDRESS = "dana.marsh@gmail.com"
DRAFT = f"Questions about tryouts? Write to {ADDRESS}"
PAGE = "4711"


@pytest.fixture
def own_page(agent):
    """The person has named a Page of theirs by its number."""
    settings = agent.home / "settings.json"
    settings.write_text(json.dumps({"professional_accounts": [{"site": "facebook", "id": PAGE}]}), encoding="utf-8")
    agent.restart()
    yield PAGE
    settings.unlink()
    agent.restart()


@pytest.fixture
def act_as(browser):
    """Switch to a Page, as Facebook remembers it."""

    def switch(page_id: str | None) -> None:
        acting = {"i_user": page_id} if page_id else {}
        cookies = {"c_user": "1", **acting}
        browser.add_cookies(
            [{"name": name, "value": value, "url": "https://www.facebook.com"} for name, value in cookies.items()]
        )

    yield switch
    browser.clear_cookies()


def test_a_private_address_in_a_post_of_the_persons_page(page, ui, own_page, act_as):
    """A Page of the person's list posts for school, so a private address is noted there; a personal post may have it."""
    act_as(None)
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_quiet(DRAFT)
    act_as(own_page)
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(ADDRESS)


def test_a_page_that_nobody_has_named_is_not_taken_for_the_school(page, ui, own_page, act_as):  # noqa: ARG001
    """Some other Page, a band's or a shop's: whose account it is stays unknown, and unknown counts as personal there."""
    act_as("9999")
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_quiet(DRAFT)
