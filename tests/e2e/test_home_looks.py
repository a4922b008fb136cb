"""The home page for everybody: axe clean in each section, theme and language; narrow windows; keyboard alone; no motion."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from e2e.axe import look
from e2e.chromium import CHROMIUM, FLAGS, INSTALL
from e2e.home_page import SECTIONS, HomeAgent, go, opened


@pytest.fixture(scope="module")
def chromium(playwright):
    assert CHROMIUM.exists(), f"Chromium is missing. Install it with: {INSTALL}"
    browser = playwright.chromium.launch(executable_path=str(CHROMIUM), headless=True, args=list(FLAGS))
    yield browser
    browser.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory):
    """An agent with one of everything, so that no section is an empty page."""
    agent = HomeAgent(tmp_path_factory.mktemp("home"))
    agent.import_roster(("Zelda", "Quistgaard"))
    for kind in ("own_child", "alumni"):
        agent.say("exceptions", "add", f"Somebody {kind}", "--kind", kind)
    agent.say("consent", "add", "Marisol Echeverría", "--for", "event", "--label", "Fall concert")
    (agent.home / "settings.json").write_text('{"professional_accounts": [{"handle": "mhs_band"}]}', encoding="utf-8")
    agent.start()
    yield agent
    agent.stop()


def assert_clean(page, where):
    """No violation, nothing undecided, and rules that ran."""
    found = look(page)
    assert found["violations"] == [], where
    assert found["incomplete"] == [], where
    assert found["passes"] >= 12, where


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_every_section_is_clean(chromium, running, language, theme):
    """Closed and with every fold open, and the page that is closed to whoever has no link."""
    with opened(chromium, running, language, theme) as page:
        for section in SECTIONS:
            go(page, section)
            assert_clean(page, section)
            page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true })")
            assert_clean(page, f"{section}, unfolded")
        page.evaluate("() => sessionStorage.clear()")
        page.reload()
        expect(page.locator("main code")).to_have_text("secondlook home")
        assert_clean(page, "closed")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_steps_of_the_orientation_and_the_question_are_clean(chromium, running, theme):
    """Each step, with the outcome of a post; the dialog before deleting."""
    with opened(chromium, running, "es", theme) as page:
        go(page, "orientation")
        for _ in range(3):
            page.locator(".buttons.steps button:not(.quiet)").click()
            for button in page.locator(".trial button").all():
                button.click()
            page.wait_for_function(
                "() => [...document.querySelectorAll('.said')].every((one) => one.childElementCount)"
            )
            assert_clean(page, page.locator("h1").inner_text())
        page.locator("main .buttons:not(.steps) button").click()
        page.wait_for_selector(".sheet")
        assert_clean(page, "the sheet")
        go(page, "kept")
        page.locator("button.grave").first.click()
        page.wait_for_selector("dialog[open]")
        assert_clean(page, "the question")


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_nothing_is_cut_off_in_a_narrow_window(chromium, running, language):
    """320 pixels are a 640 pixel window at 200%: no section scrolls sideways."""
    with opened(chromium, running, language, width=320) as page:
        for section in SECTIONS:
            go(page, section)
            page.evaluate("() => document.querySelectorAll('details').forEach((one) => { one.open = true })")
            wide = page.evaluate("() => document.documentElement.scrollWidth")
            assert wide <= 320, f"{section} is {wide} wide"


def test_by_keyboard_alone(chromium, running):
    """Skip link first, every stop visible, a section opened with Enter takes the focus, the language kept in the section."""
    with opened(chromium, running) as page:
        go(page, "glance")
        page.reload()
        page.wait_for_selector("main h1")
        page.keyboard.press("Tab")
        expect(page.locator(".skip")).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_be_focused()
        page.reload()
        page.wait_for_selector("main h1")
        for _ in range(5):
            page.keyboard.press("Tab")
            outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
            assert outline != "none" or page.evaluate("() => document.activeElement.matches('.skip')")
        page.locator("nav.sections a[href='#kept']").focus()
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("What is kept")
        expect(page.locator("main")).to_be_focused()
        page.locator(".languages a[lang=es]").focus()
        page.keyboard.press("Enter")
        expect(page.locator("h1")).to_have_text("Lo que se guarda")
        assert page.evaluate("() => document.documentElement.lang") == "es"


def test_nothing_moves_when_motion_is_unwanted(chromium, running):
    """No transition and no animation is set."""
    with opened(chromium, running) as page:
        moving = page.evaluate(
            "() => [...document.querySelectorAll('*')].filter((one) => "
            "getComputedStyle(one).transitionDuration !== '0s' || getComputedStyle(one).animationName !== 'none').length"
        )
        assert moving == 0
