"""Friend requests and follows: asked before they go out when the person could be a student."""

from __future__ import annotations

import pytest


def posted(page):
    return page.evaluate("() => window.__posted.map((entry) => [entry.surface, entry.text])")


def test_a_friend_request_to_a_student_is_asked_about(page, ui):
    """The click on Add Friend is held; "Add anyway" sends it once."""
    page.goto("https://www.facebook.com/emma.r?name=Emma+Rodrigues")
    page.get_by_role("button", name="Add Friend Emma Rodrigues").click()
    ui.button("Add anyway")
    assert posted(page) == []
    ui.click("Add anyway")
    page.wait_for_function("() => window.__posted.length === 1")
    assert posted(page) == [["friend_request", "Emma Rodrigues"]]


def test_accepting_a_students_request_is_asked_about(page, ui):
    """Confirm in a card with Delete is an acceptance, and is held."""
    page.goto("https://www.facebook.com/friends?name=Emma+Rodrigues")
    page.get_by_role("button", name="Confirm").click()
    ui.button("Confirm anyway")
    assert posted(page) == []


@pytest.mark.parametrize("who", ["Otis Greer"])
def test_a_request_to_somebody_else_goes_out(page, ui, who):
    """Nobody is asked about a person whom neither roster knows."""
    page.goto("https://www.facebook.com/emma.r?name=Emma+Rodrigues")
    page.get_by_role("button", name=f"Add Friend {who}").click()
    page.wait_for_function("() => window.__posted.length === 1")
    assert posted(page) == [["friend_request", who]]
    assert ui.buttons_of_the_sheet == []


def test_the_confirm_of_an_unfriend_dialog_is_not_an_acceptance(page, ui):
    """Ending a friendship with a student is nobody's business: the other Confirm goes through at once."""
    page.goto("https://www.facebook.com/friends?name=Emma+Rodrigues")
    page.get_by_role("button", name="Unfriend Emma Rodrigues").click()
    page.get_by_role("dialog").get_by_role("button", name="Confirm").click()
    page.wait_for_function("() => window.__posted.length === 1")
    assert posted(page) == [["unfriend", "Emma Rodrigues"]]
    assert ui.buttons_of_the_sheet == []
