"""Everything that can happen while somebody writes: emoji, paste, undo, line breaks, input methods, restored drafts."""

from __future__ import annotations

import pytest

from e2e.surfaces import facebook_comment, facebook_post

NAME = "Emma Rodrigues"


def test_emoji_before_the_name_keeps_the_span_right(page, ui):
    """Two emoji and a line break before the name do not shift the underline by one unit."""
    surface = facebook_post(page)
    surface.type("Well done 🎉👩‍🏫")
    page.keyboard.press("Enter")
    page.keyboard.type(f"and {NAME}!")
    ui.wait_underlined(NAME)


def test_a_pasted_name_is_seen(page, ui):
    """Lexical swallows the paste and tells nobody by an input event; the name is underlined all the same."""
    surface = facebook_post(page, draft="Well done. ")
    page.wait_for_function("() => document.activeElement.isContentEditable")
    page.evaluate(
        """text => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          const options = { clipboardData: data, bubbles: true, cancelable: true };
          document.activeElement.dispatchEvent(new ClipboardEvent('paste', options));
        }""",
        f"Look at {NAME} go",
    )
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []


def test_undo_brings_the_name_and_the_underline_back(page, ui):
    """The name is deleted and the underline goes; undo brings the words back by itself, and the underline with them."""
    surface = facebook_post(page)
    surface.type(f"Go {NAME}")
    ui.wait_underlined(NAME)
    page.keyboard.press("ControlOrMeta+A")
    page.keyboard.press("Delete")
    ui.wait_underlined()
    page.keyboard.press("ControlOrMeta+Z")
    ui.wait_underlined(NAME)
    assert surface.value == f"Go {NAME}"


def test_typing_goes_on_undisturbed_after_the_underline(page, ui):
    """Words typed after the name land where the person typed them, in order."""
    surface = facebook_post(page)
    surface.type(f"Go {NAME}")
    ui.wait_underlined(NAME)
    page.keyboard.type(", what a race")
    ui.wait_underlined(NAME)
    assert surface.value == f"Go {NAME}, what a race"


def test_shift_enter_never_submits_a_comment(page, ui):
    """Shift+Enter breaks the line, with a warning standing or not."""
    surface = facebook_comment(page)
    surface.type(f"Go {NAME}")
    ui.wait_underlined(NAME)
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("again")
    assert surface.posted == []
    assert ui.buttons_of_the_sheet == []
    assert surface.value == f"Go {NAME}\nagain"


@pytest.mark.parametrize(("composed", "key"), [("になる", "Process"), ("São João", "Enter")])
def test_an_input_method_never_submits(page, ui, composed, key):
    """Enter that ends a composition chooses a candidate, however the browser names that key; it sends and opens nothing."""
    surface = facebook_comment(page)
    surface.type(f"Go {NAME} ")
    ui.wait_underlined(NAME)
    ends = {"selectionStart": len(composed), "selectionEnd": len(composed)}
    ui.cdp.send("Input.imeSetComposition", {"text": composed, **ends})
    enter = {"key": key, "code": "Enter", "windowsVirtualKeyCode": 229}
    ui.cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **enter})
    ui.cdp.send("Input.insertText", {"text": composed})
    ui.cdp.send("Input.dispatchKeyEvent", {"type": "keyUp", **enter})
    ui.wait_underlined(NAME)
    assert surface.posted == []
    assert ui.buttons_of_the_sheet == []
    assert surface.value == f"Go {NAME} {composed}"


def test_a_restored_draft_is_checked_without_typing(page, ui):
    """Facebook brings back a draft by itself: the name in it is underlined and held with no key pressed."""
    surface = facebook_post(page, draft=f"Yesterday\nand {NAME}")
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []
