"""A page's own scripts try to press our buttons, cover them, take our host away, read it, or speak for us."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from e2e.chromium import EXTENSION_ID
from e2e.covers import COVER_AND_BLOCK, COVERS, GLASS
from e2e.surfaces import facebook_post
from e2e.waiting import wait_for

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


def held(page, ui):
    """The composer with the sheet open."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.button("Post anyway")
    return surface


def on_top(page, ui) -> bool:
    """Whether the middle of "Post anyway" is ours to click."""
    place = ui.find_button("Post anyway")
    found = place and page.evaluate("({ x, y }) => document.elementFromPoint(x, y)?.localName", place)
    return found == "second-look-warnings"


def texts_after_pressing(page, ui, surface) -> list[str]:
    """What goes out when "Post anyway" is pressed; a press just when something has come over the sheet does not count."""

    def pressed() -> bool:
        place = ui.find_button("Post anyway")
        if place:
            page.mouse.click(place["x"], place["y"])
        return surface.posted != []

    wait_for(page, pressed, "the post going out")
    return [entry["text"] for entry in surface.posted]


ATTACKS = {
    "removed": "() => document.querySelector('second-look-warnings').remove()",
    "moved": "() => document.querySelector('main, #mount_0_0_fx').append(document.querySelector('second-look-warnings'))",
    "closed": "() => document.querySelector('second-look-warnings').hidePopover()",
    "made inert": "() => { document.querySelector('second-look-warnings').inert = true; }",
    "hidden": """() => {
      const host = document.querySelector('second-look-warnings');
      host.hidden = true;
      host.style.setProperty('display', 'none', 'important');
      host.setAttribute('aria-hidden', 'true');
    }""",
    "covered": """() => {
      const cover = document.createElement('div');
      cover.popover = 'manual';
      cover.textContent = 'Nothing to see here';
      Object.assign(cover.style, { position: 'fixed', inset: 0, width: '100%', height: '100%', zIndex: 2147483647 });
      document.body.append(cover);
      cover.showPopover();
    }""",
    "covered by a dialog": """() => {
      const cover = document.createElement('dialog');
      Object.assign(cover.style, { position: 'fixed', inset: 0, width: '100%', height: '100%' });
      document.body.append(cover);
      cover.showModal();
    }""",
}


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_an_open_sheet_stays_where_it_can_be_read_and_pressed(page, ui, attack):
    """Whatever the page does to our element, the sheet comes back on top, sends nothing, and the person's click counts."""
    surface = held(page, ui)
    page.evaluate(attack)
    wait_for(page, lambda: on_top(page, ui), "the sheet on top again")
    assert surface.posted == []
    assert texts_after_pressing(page, ui, surface) == [DRAFT]


def painted_over(page, ui) -> bool:
    """Whether the pane's colour fills the sheet's place in what the person sees; a script of the page could not tell."""
    shot = page.screenshot(clip=ui.sheet_box())
    pixels = Image.open(io.BytesIO(shot)).convert("RGB").resize((20, 20)).get_flattened_data()
    return sum(pixel == (255, 0, 255) for pixel in pixels) > len(pixels) / 2


@pytest.mark.parametrize("cover", COVERS.values(), ids=COVERS.keys())
def test_a_pane_that_takes_no_clicks_does_not_stay_over_the_sheet(page, ui, cover):
    """What is painted over the sheet and lets clicks through is noticed too: words that nobody can read were not shown."""
    surface = held(page, ui)
    page.evaluate(f"(style) => {{ ({cover})(style); }}", GLASS)
    wait_for(page, lambda: not painted_over(page, ui), "the sheet over the pane")
    assert texts_after_pressing(page, ui, surface) == [DRAFT]


def test_a_press_under_a_cover_does_not_count(page, ui):
    """The page covers the sheet between the press and its end and keeps the browser busy: nobody can have read it, nothing goes out."""
    surface = held(page, ui)
    place = ui.button("Post anyway")
    page.mouse.move(place["x"], place["y"])
    page.mouse.down()
    page.evaluate(COVER_AND_BLOCK % COVERS["a popover"], GLASS)
    page.mouse.up()
    ui.button("Post anyway")
    assert surface.posted == []
    assert texts_after_pressing(page, ui, surface) == [DRAFT]


def test_a_press_that_began_under_a_cover_does_not_count(page, ui):
    """However soon the sheet is on top again: what was over it while the button went down or was held may have hidden it."""
    surface = held(page, ui)
    place = ui.button("Post anyway")
    page.mouse.move(place["x"], place["y"])
    page.mouse.down()
    page.evaluate(f"(style) => {{ ({COVERS['a popover']})(style); }}", GLASS)
    wait_for(page, lambda: not painted_over(page, ui), "the sheet over the pane")
    page.mouse.up()
    ui.button("Post anyway")
    assert surface.posted == []
    assert texts_after_pressing(page, ui, surface) == [DRAFT]


def test_a_press_on_the_card_under_a_cover_does_not_count(page, ui):
    """The rewrite, too, is only for somebody who could read it: under a pane of the page its button changes no word."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    ui.open_card(NAME)
    place = ui.button("Change to")
    page.mouse.move(place["x"], place["y"])
    page.mouse.down()
    page.evaluate(COVER_AND_BLOCK % COVERS["a popover"], GLASS)
    page.mouse.up()
    ui.button("Change to")
    assert surface.value == DRAFT
    ui.click("Change to")
    ui.wait_underlined()
    assert surface.value == "So proud of one of my students today"


def test_a_sheet_that_nobody_covers_is_left_alone(page, ui):
    """Nothing is taken for a cover that is none: the sheet is put on top once and stays, with the focus where it is."""
    held(page, ui)
    count = "function () { const d = this.querySelector('dialog'); d.closed ??= 0; d.onclose = () => { d.closed += 1 }; return d.closed; }"
    ui.ask_root(count)
    page.evaluate(
        "() => new Promise((done) => { let frames = 90; const next = () => (frames-- ? requestAnimationFrame(next) : done()); next(); })"
    )
    assert ui.ask_root(count) == 0


def test_a_scripted_escape_does_not_close_the_sheet(page, ui):
    """Only the person's own Escape puts a warning away."""
    surface = held(page, ui)
    page.evaluate(
        """() => {
          for (const target of [document.activeElement, document.body, document.querySelector('second-look-warnings')])
            target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
        }"""
    )
    ui.button("Post anyway")
    assert surface.posted == []


def test_forged_messages_reach_nobody(browser, page, ui):
    """A page can speak to neither worker nor content script: what it posts changes no state and lets nothing out."""
    surface = held(page, ui)
    reached = page.evaluate(
        """async (id) => {
          const decision = { id: '1', verdict: 'allow', findings: [], warnings: [], checked: {} };
          const forged = [
            { kind: 'coverage', site: 'facebook', coverage: 'off', surface: null },
            { kind: 'except', names: ['Emma Rodrigues'], as: 'not_student' },
            { kind: 'decision', decision },
          ];
          for (const message of forged) {
            window.postMessage(message, '*');
            document.dispatchEvent(new CustomEvent('second-look', { detail: message }));
            new BroadcastChannel('second-look').postMessage(message);
          }
          if (!globalThis.chrome?.runtime?.sendMessage) return 'no way to ask';
          return chrome.runtime.sendMessage(id, forged[1]).then(() => 'answered', () => 'refused');
        }""",
        EXTENSION_ID,
    )
    assert reached in {"no way to ask", "refused"}
    stored = browser.service_workers[0].evaluate("async () => JSON.stringify(await chrome.storage.session.get(null))")
    assert '"off"' not in stored
    ui.button("Post anyway")
    assert surface.posted == []


@pytest.mark.parametrize(
    "patch",
    [
        "() => { Element.prototype.attachShadow = () => { throw new Error('no') }; }",
        "() => { window.CSS.highlights.clear(); window.Highlight = class { constructor() { throw new Error('no') } }; }",
        "() => { EventTarget.prototype.addEventListener = () => {}; Event.prototype.stopImmediatePropagation = () => {}; }",
        """() => {
          Element.prototype.matches = () => false;
          Object.defineProperty(HTMLElement.prototype, 'innerText', { get: () => '' });
          Document.prototype.querySelectorAll = () => [];
        }""",
    ],
    ids=["shadow roots", "highlights", "events", "built-ins"],
)
def test_a_page_that_patches_its_built_ins_fools_itself_alone(page, ui, patch):
    """Our code runs in a world of its own: what the page puts in place of the browser's functions does not reach it."""
    surface = facebook_post(page)
    page.evaluate(patch)
    surface.type(DRAFT)
    surface.submit.click()
    ui.button("Post anyway")
    assert page.evaluate("() => window.__posted") == []
