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


ACTIONS = [
    ("https://www.facebook.com/groups/g1/members?name=Emma+Rodrigues", "Add friend", "Add anyway", "friend_request"),
    ("https://www.facebook.com/reactions?name=Emma+Rodrigues", "Invite", "Add anyway", "invite"),
    ("https://www.facebook.com/emma.r?name=Emma+Rodrigues", "Message", "Send anyway", "open_chat"),
    ("https://www.facebook.com/emma.r?name=Emma+Rodrigues", "Follow", "Follow anyway", "follow"),
    (
        "https://www.facebook.com/groups/g1/members?name=Emma+Rodrigues&lang=es",
        "Agregar",
        "Add anyway",
        "friend_request",
    ),
    ("https://www.facebook.com/reactions?name=Emma+Rodrigues&lang=pt-BR", "Convidar", "Add anyway", "invite"),
    ("https://www.instagram.com/emma.rodrigues/", "Follow", "Follow anyway", "follow"),
    ("https://www.instagram.com/emma.rodrigues/?follows=back", "Follow Back", "Follow anyway", "follow"),
    ("https://www.instagram.com/emma.rodrigues/?lang=es", "Seguir", "Follow anyway", "follow"),
    ("https://www.instagram.com/emma.rodrigues/", "Message", "Send anyway", "open_chat"),
    ("https://www.instagram.com/accounts/activity/?user=emma.rodrigues", "Confirm", "Confirm anyway", "accept_request"),
]


@pytest.mark.parametrize("case", ACTIONS, ids=[f"{a[1]} {a[3]}" for a in ACTIONS])
def test_every_button_on_a_student_is_held_and_let_through_once(page, ui, case):
    """The last such button of the page is the student's; it is held, and "anyway" does it once."""
    address, button, anyway, action = case
    page.goto(address)
    page.get_by_role("button", name=button).last.click()
    ui.button(anyway)
    assert posted(page) == []
    ui.click(anyway)
    page.wait_for_function("() => window.__posted.length === 1")
    assert [entry[0] for entry in posted(page)] == [action]


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


def test_tagging_a_student_in_a_photo_is_asked_about(page, ui):
    """The dialog's shape is assumed; a row of it tags a person."""
    page.goto("https://www.facebook.com/reactions?name=Emma+Rodrigues&tagging=yes")
    page.get_by_role("option").click()
    ui.button("Tag anyway")
    assert posted(page) == []
    ui.click("Tag anyway")
    page.wait_for_function("() => window.__posted.length === 1")
