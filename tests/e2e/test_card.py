"""The card beside the words: what it says, the rewrite by one click, "Not a student"."""

from __future__ import annotations

from e2e.surfaces import facebook_post, instagram_comment

NAME = "Emma Rodrigues"


def test_the_card_says_what_why_and_shows_the_clause(page, ui):
    """The card quotes the person's own words, and "Why?" unfolds the policy's clause."""
    surface = facebook_post(page)
    surface.type(f"So proud of {NAME} today")
    ui.wait_underlined(NAME)
    ui.open_card(NAME)
    ui.wait_text(NAME)
    ui.wait_text("student")
    ui.click("Why?")
    ui.wait_text("IHB")


def test_the_rewrite_replaces_the_name_on_the_persons_click(page, ui):
    """One click puts the suggestion in place of the name, undo takes it back, and nothing was posted."""
    surface = facebook_post(page)
    surface.type(f"So proud of {NAME} today")
    ui.wait_underlined(NAME)
    ui.open_card(NAME)
    ui.click("Change to “one of my students”")
    ui.wait_underlined()
    assert surface.value == "So proud of one of my students today"
    page.keyboard.press("ControlOrMeta+Z")
    ui.wait_underlined(NAME)
    assert surface.value == f"So proud of {NAME} today"
    assert surface.posted == []


def test_the_rewrite_works_in_reacts_textarea(page, ui):
    """On Instagram the rewritten words are what React sends."""
    surface = instagram_comment(page)
    surface.type(f"Go {NAME} go")
    ui.wait_marked(NAME)
    ui.open_card(NAME)
    ui.click("Change to “one of my students”")
    ui.wait_marked()
    ui.wait_quiet("Go one of my students go")
    surface.box.press("Enter")
    assert [entry["text"] for entry in surface.wait_posted()] == ["Go one of my students go"]


def test_not_a_student_silences_that_name(page, ui):
    """After "Not a student" the name is no longer underlined, here and in the next post, and the post goes out."""
    surface = facebook_post(page)
    surface.type("Thanks to Liam O'Malley and all")
    ui.wait_underlined("Liam O'Malley")
    ui.open_card("Liam O'Malley")
    ui.click("Not a student")
    ui.wait_underlined()
    surface.submit.click()
    surface.wait_posted()
    assert len(surface.posted) == 1
    again = facebook_post(page)
    again.type("Liam O'Malley once more, and Emma Rodrigues")
    ui.wait_underlined("Emma Rodrigues")


def test_the_card_opens_and_closes_by_keyboard(page, ui):
    """Alt+Shift+. opens the card with the focus in it; Escape closes it, the composer stays, and typing goes on there."""
    surface = facebook_post(page)
    surface.type(f"So proud of {NAME}")
    ui.wait_underlined(NAME)
    page.keyboard.press("Alt+Shift+Period")
    ui.button("Not a student")
    page.keyboard.press("Escape")
    ui.wait_no_text("Not a student")
    page.keyboard.type("!")
    ui.wait_underlined(NAME)
    assert surface.value == f"So proud of {NAME}!"


def test_the_unfolded_clause_keeps_the_sheets_buttons_in_the_window(page, ui):
    """However long the clause, "Don't add" and "Add anyway" can still be reached and pressed."""
    page.set_viewport_size({"width": 700, "height": 560})
    page.goto("https://www.facebook.com/emma.r?name=Emma+Rodrigues")
    page.get_by_role("button", name="Add Friend Emma Rodrigues").click()
    ui.click("Why?")
    ui.wait_text("IHB")
    sheet = ui.sheet_box()
    assert sheet["top"] >= 0
    assert sheet["bottom"] <= 560
