"""A clean post: nothing of ours is seen, nothing is touched, nothing is held."""

from __future__ import annotations

from e2e.surfaces import facebook_chat, facebook_post

CLEAN = "The bake sale raised enough for new music stands. Thank you all!"
WATCH = """() => {
  window.__ours = [];
  const box = document.querySelector('[role=dialog] [role=textbox]');
  new MutationObserver((records) => {
    for (const record of records)
      for (const node of record.addedNodes)
        if (!(node.nodeType === 3 || ['P', 'SPAN', 'BR'].includes(node.nodeName))) window.__ours.push(node.nodeName);
    for (const record of records)
      if (record.type === 'attributes' && !['dir', 'style', 'class'].includes(record.attributeName))
        window.__ours.push(record.attributeName);
  }).observe(box, { subtree: true, childList: true, attributes: true });
}"""


def test_a_clean_post_is_never_touched(page, ui):
    """The person's own trusted click sends it at once; no sheet, no underline, no words of ours."""
    surface = facebook_post(page)
    page.evaluate(WATCH)
    surface.type(CLEAN)
    ui.wait_quiet(CLEAN)
    assert ui.underlined() == []
    surface.submit.click()
    sent = [{"surface": "post", "text": CLEAN, "isTrusted": True, "how": "click", "count": 1}]
    assert surface.wait_posted() == sent
    assert page.evaluate("() => window.__ours") == []
    assert ui.buttons_of_the_sheet == []


def test_underlining_changes_nothing_inside_the_editor(page, ui):
    """With a warning standing, the editor holds only what the real Lexical put there."""
    surface = facebook_post(page)
    page.evaluate(WATCH)
    surface.type("So proud of Emma Rodrigues today")
    ui.wait_underlined("Emma Rodrigues")
    assert page.evaluate("() => window.__ours") == []
    shape = surface.box.evaluate("box => box.innerHTML.replace(/ dir=\"[a-z]+\"/g, '')")
    assert shape == '<p><span data-lexical-text="true">So proud of Emma Rodrigues today</span></p>'


def test_the_pages_policy_is_not_offended(page, ui):
    """Typing, underlining and the sheet cause no violation of the site's Content-Security-Policy."""
    surface = facebook_post(page)
    surface.type("So proud of Emma Rodrigues today")
    ui.wait_underlined("Emma Rodrigues")
    surface.submit.click()
    ui.button("Post anyway")
    assert page.evaluate("() => window.__violations") == []


def test_the_page_cannot_look_into_our_root(page, ui):
    """Our host element shows the page no shadow root."""
    surface = facebook_post(page)
    surface.type("So proud of Emma Rodrigues today")
    ui.wait_underlined("Emma Rodrigues")
    assert page.evaluate("() => document.querySelector('second-look-warnings').shadowRoot") is None


def test_a_chat_pop_up_is_not_taken_for_the_composer(page, ui):
    """A Messenger box beside the feed is a message, not a post: a clean one goes out by the person's own Enter."""
    surface = facebook_chat(page, "Bruno Vance")
    surface.type("See you at five")
    ui.wait_quiet("See you at five")
    page.keyboard.press("Enter")
    sent = surface.wait_posted()
    assert [(entry["surface"], entry["isTrusted"]) for entry in sent] == [("message", True)]
    assert ui.buttons_of_the_sheet == []
