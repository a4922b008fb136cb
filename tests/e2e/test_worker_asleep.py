"""Chromium puts the service worker to sleep when nobody asks it anything; a key, a submit or an answer on its way wakes it.

The driver is attached to the worker, which keeps it from falling asleep by itself, so DevTools stops it, as the browser would.
"""

from __future__ import annotations

import pytest

from e2e.surfaces import facebook_comment, facebook_post
from e2e.worker import Worker

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"


@pytest.fixture
def worker(browser):
    """The worker, to be put to sleep."""
    found = Worker(browser)
    yield found
    found.page.close()


def test_a_name_is_underlined_by_a_worker_that_had_to_wake_up(page, ui, worker):
    """The first key after a sleep is answered like any other."""
    surface = facebook_post(page)
    surface.type("Bake sale")
    ui.wait_quiet("Bake sale")
    worker.stop()
    page.bring_to_front()
    page.keyboard.type(f" with {NAME}")
    ui.wait_underlined(NAME)
    assert worker.woke_up


def test_a_post_made_while_the_worker_sleeps_is_held(page, ui, worker):
    """Text and submit come faster than the worker wakes: nothing goes out unseen, and nothing is lost."""
    surface = facebook_post(page)
    surface.box.click()
    worker.stop()
    page.bring_to_front()
    page.keyboard.insert_text(DRAFT)
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []
    assert surface.value == DRAFT
    ui.click("Post anyway")
    assert [entry["text"] for entry in surface.wait_posted()] == [DRAFT]


def test_a_clean_comment_entered_while_the_worker_sleeps_goes_out_once(page, ui, worker):
    """Enter waits for the answer, then the comment goes out by itself."""
    surface = facebook_comment(page)
    surface.box.click()
    worker.stop()
    page.bring_to_front()
    page.keyboard.insert_text("See you on Saturday")
    page.keyboard.press("Enter")
    assert [entry["text"] for entry in surface.wait_posted()] == ["See you on Saturday"]
    assert ui.buttons_of_the_sheet == []


def test_a_worker_stopped_in_the_middle_of_a_check_loses_nothing(page, ui, worker):
    """The answer that was on its way is gone with the worker: the post stays held, then it is asked about or told."""
    surface = facebook_post(page)
    surface.type("Bake sale")
    ui.wait_quiet("Bake sale")
    page.keyboard.insert_text(f" with {NAME}")
    worker.stop()
    page.bring_to_front()
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []
    assert surface.value == f"Bake sale with {NAME}"
