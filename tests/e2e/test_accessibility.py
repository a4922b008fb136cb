"""axe-core finds nothing on anything we show: underline and pill, card, sheet, popup, options, practice page; both themes.

Contrast on a card that floats over a page is beyond axe ("incomplete"); styles.test.ts computes it instead.
"""

from __future__ import annotations

import shutil

import pytest

from e2e.agent_process import ROOT
from e2e.axe import look
from e2e.chromium import EXTENSION_ID, build, launch
from e2e.our_ui import HOST, OurUi
from e2e.surfaces import facebook_post
from e2e.waiting import PATIENCE_MS

NAME = "Emma Rodrigues"
THEMES = pytest.mark.parametrize("theme", ["light", "dark"])


@pytest.fixture(scope="module")
def open_browser(playwright, sites, session_agent, tmp_path_factory):
    """Chromium with the test build, whose shadow root axe can look into."""
    build("extension/build.mjs", "--open-root")
    folder = tmp_path_factory.mktemp("open")
    extension = shutil.copytree(ROOT / "build/open-root/extension/chromium", folder / "extension")
    session_agent.install_host(folder)
    with launch(playwright, folder, sites.resolver_rules, extension=extension) as context:
        yield context


@pytest.fixture
def tab(open_browser, agent):  # noqa: ARG001 - the agent must be up
    """A new tab in it."""
    page = open_browser.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.emulate_media(reduced_motion="reduce")
    yield page
    page.close()


def assert_clean(found, *, floating=False):
    """No violation, some rules run, and nothing undecided but the contrast of what floats over a page."""
    assert found["violations"] == []
    assert found["passes"] >= 4, "axe ran next to nothing, so its silence proves nothing"
    # A sign of one letter is too short for axe, and it is hidden from screen readers; the words beside it say the same.
    undecided = [entry for entry in found["incomplete"] if not (floating and entry.startswith("color-contrast"))]
    places = [place for entry in undecided for place in entry.partition(": ")[2].split(" | ")]
    assert [place for place in places if ".sign" not in place] == []


@THEMES
def test_underline_pill_card_and_sheet_are_clean(tab, theme):
    """With the draft underlined, the card open and "Why?" unfolded, then the sheet: no violation in our root."""
    ui = OurUi(tab)
    surface = facebook_post(tab, theme=theme)
    surface.type(f"So proud of {NAME} today")
    ui.wait_underlined(NAME)
    assert_clean(look(tab, HOST), floating=True)
    ui.open_card(NAME)
    ui.click("Why?")
    ui.wait_text("IHB")
    assert_clean(look(tab, HOST), floating=True)
    tab.keyboard.press("Escape")
    surface.submit.click()
    ui.wait_sheet()
    assert_clean(look(tab, HOST), floating=True)


@THEMES
@pytest.mark.parametrize("name", ["popup", "options"])
def test_the_extensions_own_pages_are_clean(tab, theme, name):
    """Popup and options, filled in, contrast included."""
    tab.emulate_media(color_scheme=theme)
    tab.goto(f"chrome-extension://{EXTENSION_ID}/{name}.html")
    tab.wait_for_function("() => document.querySelector('#agent, #test li:last-child')?.textContent !== ''")
    tab.wait_for_function("() => document.querySelector('#tab, #test[aria-busy=false]')?.textContent")
    assert_clean(look(tab))


@THEMES
def test_the_practice_page_is_clean(plain_page, session_agent, theme):
    """The page that needs no extension."""
    plain_page.emulate_media(color_scheme=theme)
    plain_page.goto(f"{session_agent.url}/practice")
    assert_clean(look(plain_page))


def test_the_sheet_fits_a_window_zoomed_to_twice_its_size(page, ui):
    """A 640 pixel window at 200% is 320 wide: sheet and both buttons lie inside it, and no motion plays when unwanted."""
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": 320, "height": 560})
    surface = facebook_post(page)
    surface.type(f"So proud of {NAME} today")
    ui.wait_underlined(NAME)
    surface.submit.click()
    names = ui.wait_sheet()
    # By its style, as a sheet that was awaited has played whatever it plays.
    assert ui.ask_root("function () { return getComputedStyle(this.querySelector('dialog')).animationName }") == "none"
    sheet = ui.sheet_box()
    assert sheet["left"] >= 0
    assert sheet["right"] <= 320
    assert sheet["bottom"] <= 560
    assert all(button["y"] < sheet["bottom"] for button in ui.buttons)
    assert {"Edit post", "Post anyway"} <= set(names)
