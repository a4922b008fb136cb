"""A Facebook post that names a student: underlined while typing, held at submit, and the person decides."""

from __future__ import annotations

from e2e.surfaces import facebook_post

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"


def test_a_students_name_is_underlined_and_the_post_is_held(page, ui):
    """The underline covers exactly the name, and the click on Post sends nothing but opens the sheet."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.button("Edit post")
    ui.button("Post anyway")
    assert surface.posted == []
    assert surface.value == DRAFT


def test_an_edited_post_goes_out_once_with_the_original_event(page, ui):
    """After "Edit post" and a change, the person's own click reaches the site as trusted, one time."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.click("Edit post")
    ui.wait_no_text("Post anyway")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("So proud of my class today")
    ui.wait_quiet("So proud of my class today")
    surface.submit.click()
    sent = surface.wait_posted()
    assert [(entry["text"], entry["isTrusted"]) for entry in sent] == [("So proud of my class today", True)]


def test_post_anyway_goes_out_once(page, ui):
    """The person's "Post anyway" sends the same words, one time, though this site would take a second, and it closes."""
    surface = facebook_post(page, closes="late")
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.click("Post anyway")
    sent = surface.wait_posted()
    ui.wait_no_text("Post anyway")
    assert [entry["text"] for entry in sent] == [DRAFT]
    page.get_by_role("dialog", name="Create post").wait_for(state="detached")
    assert len(surface.posted) == 1


def test_until_the_person_chooses_the_same_sheet_comes_again(page, ui):
    """Escape closes the sheet without sending; the next click on Post is held again."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    for _ in range(2):
        surface.submit.click()
        ui.button("Post anyway")
        page.keyboard.press("Escape")
        ui.wait_no_text("Post anyway")
    assert surface.posted == []


def test_enter_on_the_focused_post_button_is_held_too(page, ui):
    """A div with role=button obeys Enter; the gate holds that as it holds the click."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.focus()
    page.keyboard.press("Enter")
    ui.button("Post anyway")
    assert surface.posted == []


def test_a_post_sent_before_the_verdict_is_not_lost_and_goes_out_once(page, ui):
    """A click that comes before any verdict is held, checked and then sent by itself when the words are clean."""
    surface = facebook_post(page)
    surface.box.click()
    page.keyboard.insert_text("Bake sale on Saturday in the gym")
    surface.submit.click()
    sent = surface.wait_posted()
    assert [entry["text"] for entry in sent] == ["Bake sale on Saturday in the gym"]
    assert "Post anyway" not in ui.text


def test_the_two_step_composer_is_held_at_its_last_button(page, ui):
    """Where Facebook asks Next first, the post does not get out unasked by way of the second dialog."""
    surface = facebook_post(page, composer="two-step")
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("dialog", name="Post settings").get_by_role("button", name="Post").click()
    ui.button("Post anyway")
    assert surface.posted == []


def test_a_site_that_ignores_replays_is_asked_for_one_more_click(page, ui):
    """Where only trusted events count, "anyway" says to press Post again, and that click goes through by itself."""
    surface = facebook_post(page, obeys="trusted")
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.click("Post anyway")
    ui.wait_text("Press the button again")
    assert surface.posted == []
    surface.submit.click()
    assert [(entry["text"], entry["isTrusted"]) for entry in surface.wait_posted()] == [(DRAFT, True)]
