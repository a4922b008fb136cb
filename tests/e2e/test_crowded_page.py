"""Pages that are large or restless: many editors, a thousand changes a second, very long posts, dragged text. Typing goes on."""

from __future__ import annotations

import pytest

from e2e.surfaces import facebook_post

NAME = "Emma Rodrigues"
LINE = "The bake sale raised enough for new music stands. "
EDITORS = """(count) => {
  const main = document.querySelector('[role=main]');
  for (let at = 0; at < count; at += 1) {
    const form = document.createElement('form');
    form.setAttribute('role', 'presentation');
    const box = document.createElement('div');
    box.contentEditable = 'true';
    box.setAttribute('role', 'textbox');
    box.setAttribute('aria-label', 'Comment as Dana Marsh');
    box.textContent = `Number ${at}`;
    form.append(box);
    main.append(form);
  }
}"""
RESTLESS = """() => {
  const place = document.createElement('div');
  document.body.append(place);
  window.__changes = 0;
  setInterval(() => {
    for (let at = 0; at < 20; at += 1) {
      const node = document.createElement('div');
      node.append(document.createElement('span'));
      place.append(node);
      if (place.childElementCount > 400) place.firstChild.remove();
      window.__changes += 1;
    }
  }, 20);
}"""


@pytest.mark.parametrize("count", [50, 500])
def test_many_editors_on_a_page(page, ui, count):
    """Only the one in use is looked at: its name is underlined and held, and what was typed stands there whole."""
    surface = facebook_post(page)
    page.evaluate(EDITORS, count)
    surface.type(f"So proud of {NAME} today")
    ui.wait_underlined(NAME)
    assert surface.value == f"So proud of {NAME} today"
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []


def test_a_page_that_changes_a_thousand_nodes_a_second(page, ui):
    """The page's own unrest wakes nobody: words are checked and held as on a quiet page."""
    surface = facebook_post(page)
    page.evaluate(RESTLESS)
    page.wait_for_function("() => window.__changes > 500")
    surface.type(f"So proud of {NAME} today")
    ui.wait_underlined(NAME)
    assert surface.value == f"So proud of {NAME} today"
    surface.submit.click()
    ui.button("Post anyway")
    assert page.evaluate("() => window.__changes") > 500


def test_a_post_of_five_thousand_characters(page, ui):
    """A name at the far end of a long post is underlined, and the text goes out whole."""
    text = LINE * 100 + f"Well done {NAME}"
    surface = facebook_post(page, draft=text)
    ui.wait_underlined(NAME)
    surface.submit.evaluate("button => button.click()")  # it lies below the window, behind the text
    ui.click("Post anyway")
    assert [entry["text"] for entry in surface.wait_posted()] == [text]


def test_a_text_that_is_too_long_to_check_is_said_so(page, ui):
    """Beyond 20,000 characters nobody has looked, and the person hears it before it goes out."""
    surface = facebook_post(page, draft=LINE * 20)
    surface.box.focus()
    page.keyboard.insert_text(LINE * 400)
    surface.submit.evaluate("button => button.click()")
    ui.wait_text("too long to check")
    assert surface.posted == []


def test_words_dragged_into_the_box_are_seen(page, ui):
    """A drop from outside puts words into the box without a key: the name is underlined all the same."""
    surface = facebook_post(page)
    surface.type("Look: ")
    box = surface.box.bounding_box()
    place = {"x": box["x"] + 60, "y": box["y"] + box["height"] / 2}
    data = {"items": [{"mimeType": "text/plain", "data": NAME}], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        ui.cdp.send("Input.dispatchDragEvent", {"type": kind, **place, "data": data})
    ui.wait_underlined(NAME)
    assert NAME in surface.value
