"""What is done to people and is nobody's business: other people, other buttons. What is held is in the checklist."""

from __future__ import annotations

import pytest


def posted(page):
    return page.evaluate("() => window.__posted.map((entry) => [entry.surface, entry.text])")


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


def test_of_two_members_only_the_student_is_asked_about(page, ui):
    """The row of the button names the person, not the row beside it."""
    page.goto("https://www.facebook.com/groups/g1/members?name=Emma+Rodrigues")
    page.get_by_role("button", name="Add friend").first.click()
    page.wait_for_function("() => window.__posted.length === 1")
    assert posted(page) == [["friend_request", "Otis Greer"]]
    assert ui.buttons_of_the_sheet == []


def test_joining_a_group_is_nobodys_business(page, ui):
    """A group with an innocent name is joined by the person's own click."""
    page.goto("https://www.facebook.com/groups/g1/members")
    page.get_by_role("button", name="Join group").click()
    page.wait_for_function("() => window.__posted.length === 1")
    assert posted(page) == [["join", "Robotics parents"]]
    assert ui.buttons_of_the_sheet == []
