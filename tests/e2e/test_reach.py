"""The warning by keyboard, screen reader, zoom and narrow windows: focus comes back, words are announced, nothing is cut off."""

from __future__ import annotations

import pytest

from e2e.surfaces import facebook_post, instagram_comment
from e2e.waiting import wait_for

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"
SAID = "function () { return this.querySelector('[role=status]').textContent }"
FOCUSED = "function () { return this.activeElement?.textContent ?? '' }"
BOXES = "function () { return [...this.querySelectorAll('.box')].map((box) => box.getBoundingClientRect().toJSON()) }"
EDITOR_HAS_FOCUS = "() => document.activeElement.matches('[role=textbox], textarea')"


def test_a_screen_reader_hears_that_there_is_something_and_how_to_read_it(page, ui):
    """After a pause the live region says how many notes there are and which keys open them; a mended text clears it."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    wait_for(page, lambda: "Alt+Shift+period" in (ui.ask_root(SAID) or ""), "the announcement")
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.type("So proud of my class")
    wait_for(page, lambda: ui.ask_root(SAID) == "", "silence")


def test_the_sheet_has_a_name_a_description_and_the_focus_on_edit(page, ui):
    """Its accessible tree: a modal dialog, named and described, with "Edit post" focused; Tab stays within."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.wait_sheet()
    assert ui.ask_root(FOCUSED) == "Edit post"
    tree = ui.cdp.send("Accessibility.getFullAXTree")["nodes"]
    dialog = next(node for node in tree if node.get("role", {}).get("value") == "dialog" and node["name"]["value"])
    assert dialog["name"]["value"] == "A second look before it goes out"
    assert "student" in dialog.get("description", {}).get("value", "")
    for _ in range(8):
        page.keyboard.press("Tab")
        assert page.evaluate("() => document.activeElement.localName") in {"second-look-warnings", "body"}


@pytest.mark.parametrize("leave", ["Escape", "Edit post"])
def test_the_focus_comes_back_to_the_words(page, ui, leave):
    """After Escape or "Edit post" the next key goes on where the person was."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.wait_sheet()
    if leave == "Escape":
        page.keyboard.press("Escape")
    else:
        page.keyboard.press("Enter")  # it has the focus
    ui.wait_no_text("Post anyway")
    assert page.evaluate(EDITOR_HAS_FOCUS)
    page.keyboard.type("!")
    wait_for(page, lambda: surface.value == f"{DRAFT}!", "the key in the box")
    assert surface.posted == []


def test_everything_can_be_done_without_a_mouse(page, ui):
    """Alt+Shift+. opens the card, Enter takes the rewrite, undo brings the name back, Tab and Enter post anyway."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    page.keyboard.press("Alt+Shift+Period")
    ui.button("Not a student")
    page.keyboard.press("Enter")
    ui.wait_underlined()
    assert surface.value == "So proud of one of my students today"
    page.keyboard.press("ControlOrMeta+Z")
    ui.wait_underlined(NAME)
    surface.submit.focus()
    page.keyboard.press("Enter")
    ui.wait_sheet()
    for _ in range(6):
        if ui.ask_root(FOCUSED) == "Post anyway":
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert [entry["text"] for entry in surface.wait_posted()] == [DRAFT]


@pytest.mark.parametrize("width", [320, 480, 1000])
@pytest.mark.parametrize("open_box", [facebook_post, instagram_comment])
def test_card_and_sheet_lie_within_the_window(page, ui, width, open_box):
    """At 200% zoom and on narrow windows: no part of either is outside, and the card does not cover the words."""
    page.set_viewport_size({"width": width, "height": 560})
    page.emulate_media(reduced_motion="reduce")
    surface = open_box(page)
    surface.type(f"Go {NAME}")
    ui.wait_marked(NAME)
    ui.open_card(NAME)
    words = next(entry for entry in [*ui.highlights(), *ui.marks()] if entry["text"] == NAME)
    card = wait_for(page, lambda: ui.ask_root(BOXES), "the card")[-1]
    apart = card["top"] >= words["y"] + words["height"] - 2 or card["bottom"] <= words["y"] + 2
    assert apart or card["left"] >= words["x"] + words["width"] - 2 or card["right"] <= words["x"] + 2
    page.keyboard.press("Escape")
    surface.box.press("Control+Enter")
    ui.wait_sheet()
    for box in ui.ask_root(BOXES):
        assert box["left"] >= 0
        assert box["right"] <= width
        assert box["top"] >= 0
        assert box["bottom"] <= 560


ANIMATED = "function () { return [...this.querySelectorAll('.box')].flatMap((box) => box.getAnimations()).length }"
MOTION = "function () { return getComputedStyle(this.querySelector('.box')).animationName }"


@pytest.mark.parametrize(("motion", "name"), [("reduce", "none"), ("no-preference", "come")])
def test_nothing_of_ours_moves_when_motion_is_unwanted(page, ui, motion, name):
    """The sheet fades in, and simply is there for a person who asked their system for less motion."""
    page.emulate_media(reduced_motion=motion)
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.wait_sheet()
    wait_for(page, lambda: ui.ask_root(MOTION) == name, f"the animation {name!r}")
    assert motion != "reduce" or ui.ask_root(ANIMATED) == 0


THEME = "function () { return this.querySelector('.layer').dataset.theme }"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_sheet_is_as_dark_as_the_page(page, ui, theme, system):
    """A site's dark mode need not be the system's: the page's own ground decides."""
    page.emulate_media(color_scheme=system)
    surface = facebook_post(page, theme=theme)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.wait_sheet()
    assert ui.ask_root(THEME) == theme
