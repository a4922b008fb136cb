"""Comments, sent by Enter: Facebook's Lexical box and Instagram's React textarea."""

from __future__ import annotations

import pytest

from e2e.surfaces import facebook_comment, instagram_comment

NAME = "Emma Rodrigues"
SITES = pytest.mark.parametrize("open_comment", [facebook_comment, instagram_comment])


@SITES
def test_enter_is_held_while_a_warning_stands(page, ui, open_comment):
    """Enter sends nothing, the words stay in the box, and "anyway" sends them once."""
    surface = open_comment(page)
    surface.type(f"Go {NAME}")
    ui.wait_marked(NAME)
    page.keyboard.press("Enter")
    ui.button("Comment anyway")
    assert surface.posted == []
    assert surface.value == f"Go {NAME}"
    ui.click("Comment anyway")
    assert [entry["text"] for entry in surface.wait_posted()] == [f"Go {NAME}"]
    ui.wait_no_text("Comment anyway")
    assert len(surface.posted) == 1
    assert surface.value.strip() == ""


@SITES
def test_a_clean_comment_goes_out_by_the_persons_own_enter(page, ui, open_comment):
    """A clean comment is sent by the original trusted key, once."""
    surface = open_comment(page)
    surface.type("What a game!")
    ui.wait_quiet("What a game!")
    page.keyboard.press("Enter")
    sent = [{"surface": "comment", "text": "What a game!", "isTrusted": True, "how": "enter", "count": 1}]
    assert surface.wait_posted() == sent


@SITES
def test_the_comment_button_is_held(page, ui, open_comment):
    """The submit button beside the box is held as Enter is."""
    surface = open_comment(page)
    surface.type(f"Go {NAME}")
    ui.wait_marked(NAME)
    surface.submit.click()
    ui.button("Comment anyway")
    assert surface.posted == []


def test_the_action_bars_comment_button_is_not_a_submit(page, ui):
    """The button that only opens the box carries the same label and is left alone."""
    page.goto("https://www.facebook.com/")
    page.get_by_role("button", name="Comment", exact=True).click()
    page.get_by_role("textbox", name="Comment as").wait_for()
    assert ui.buttons_of_the_sheet == []


def test_a_restored_comment_on_instagram_is_marked_in_the_mirror(page, ui):
    """A textarea cannot be highlighted: a mirror over it carries the mark, at the words' own place."""
    surface = instagram_comment(page)
    surface.type(f"Go {NAME} go")
    mark = ui.wait_marked(NAME)[0]
    box = surface.box.bounding_box()
    assert box["x"] < mark["x"] < box["x"] + 40, "the mark begins after 'Go '"
    assert box["y"] <= mark["y"] <= box["y"] + box["height"]
    assert 60 < mark["width"] < 140


def test_enter_that_picks_a_mention_is_not_a_submit(page, ui):
    """With the site's list of names open, Enter belongs to the list, even while a warning stands."""
    surface = facebook_comment(page)
    surface.type(f"Go {NAME} and @no")
    ui.wait_underlined(NAME)
    page.get_by_role("listbox").wait_for()
    page.keyboard.press("Enter")
    ui.wait_underlined(NAME)
    assert surface.value == f"Go {NAME} and Nora Pike"
    assert surface.posted == []
    assert ui.buttons_of_the_sheet == []


def test_a_colleague_picked_from_the_list_is_asked_about_as_a_tag(page, ui):
    """A mention tags a person: has the colleague said yes? One "anyway" sends the comment."""
    surface = facebook_comment(page)
    surface.type("Thanks @da")
    page.get_by_role("option", name="Dana Whitfield").wait_for()
    page.keyboard.press("Enter")
    assert surface.value == "Thanks Dana Whitfield"
    page.keyboard.press("Enter")
    ui.wait_text("said yes")
    assert surface.posted == []
    ui.click("Comment anyway")
    assert [entry["text"] for entry in surface.wait_posted()] == ["Thanks Dana Whitfield"]


def test_a_student_mentioned_by_handle_on_instagram_is_held(page, ui):
    """On Instagram a mention is plain text, as in the "@user " that a reply begins with."""
    surface = instagram_comment(page)
    surface.type("@emma.rodrigues well done")
    page.keyboard.press("Enter")
    ui.button("Comment anyway")
    assert surface.posted == []
