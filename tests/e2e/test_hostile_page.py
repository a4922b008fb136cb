"""A page's own scripts try to press our buttons, take our host away, or speak for us."""

from __future__ import annotations

from e2e.surfaces import facebook_post

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"
CLICK_EVERYWHERE = """() => {
  for (const host of document.querySelectorAll('second-look-warnings')) {
    host.click();
    host.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true }));
  }
  for (let x = 0; x < innerWidth; x += 10)
    for (let y = 0; y < innerHeight; y += 10) {
      const target = document.elementFromPoint(x, y);
      if (target?.localName !== 'second-look-warnings') continue;
      for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
        target.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, clientX: x, clientY: y }));
    }
  for (const key of ['Enter', ' '])
    for (const type of ['keydown', 'keyup'])
      document.activeElement.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
}"""


def test_synthetic_clicks_on_the_sheet_do_nothing(page, ui):
    """A script that clicks all over the sheet neither sends the post nor closes the sheet."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.button("Post anyway")
    page.evaluate(CLICK_EVERYWHERE)
    assert surface.posted == []
    ui.button("Post anyway")


def test_a_scripted_submit_is_held_as_well(page, ui):
    """Another tool's scripted click on Post is held as the person's would be."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.evaluate("button => button.click()")
    ui.button("Post anyway")
    assert surface.posted == []


def test_a_page_that_removes_our_host_does_not_get_the_post_out(page, ui):
    """Taking our element away hides words, but the gate still holds, and the sheet comes back at the next submit."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    page.evaluate("() => document.querySelectorAll('second-look-warnings').forEach((host) => host.remove())")
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []
