"""The weekly reminder to look who can see a personal post: once, by the person's leave, and never part of a decision."""

from __future__ import annotations

import pytest

from e2e.chromium import EXTENSION_ID
from e2e.surfaces import facebook_post

REMINDS = "Everyone will be able to see this post"


@pytest.fixture
def personal(browser, page):
    """Somebody logged in with their own account, who has not been reminded."""
    worker = browser.service_workers[0]
    worker.evaluate("() => chrome.storage.local.remove('reminded')")
    browser.add_cookies([{"name": "c_user", "value": "1", "url": "https://www.facebook.com"}])
    yield page
    browser.clear_cookies()
    worker.evaluate("() => chrome.storage.local.remove(['reminded', 'audienceReminder'])")


def test_a_public_post_brings_it_once_and_goes_out_by_the_persons_own_click(personal, ui):
    """One short line; the clean post is not held; the next page says nothing more this week."""
    surface = facebook_post(personal, audience="public")
    surface.type("Bake sale")
    ui.wait_text(REMINDS)
    ui.wait_quiet("Bake sale")
    surface.submit.click()
    assert [entry["isTrusted"] for entry in surface.wait_posted()] == [True]
    again = facebook_post(personal, audience="public")
    again.type("Another")
    ui.wait_quiet("Another")
    assert REMINDS not in ui.text


def test_a_post_to_friends_brings_none(personal, ui):
    """There is nothing to remind of."""
    surface = facebook_post(personal)
    surface.type("Bake sale")
    ui.wait_quiet("Bake sale")
    assert REMINDS not in ui.text


def test_it_can_be_switched_off(browser, personal, ui):
    """The person's choice on the options page."""
    options = browser.new_page()
    options.goto(f"chrome-extension://{EXTENSION_ID}/options.html")
    options.get_by_label("No reminder").check()
    options.close()
    surface = facebook_post(personal, audience="public")
    surface.type("Bake sale")
    ui.wait_quiet("Bake sale")
    assert REMINDS not in ui.text
