"""The checklist in Chromium: everything a person can write or do, in three languages, each as docs/coverage.md says it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Error, Page

from e2e.checklist import ANYWAY, COLUMNS, ENTRIES, LANGUAGES, PAGE, Entry, cells_of_page, note, page
from e2e.our_ui import OurUi
from e2e.waiting import PATIENCE_MS, wait_for

FIND = (Path(__file__).parent / "find_control.js").read_text(encoding="utf-8").partition("\n(")[2]


@pytest.fixture(scope="module")
def tab(browser, session_agent):  # noqa: ARG001 - the agent must be up
    """One tab for the whole list: each entry goes to its own address."""
    opened = browser.new_page()
    opened.set_default_timeout(PATIENCE_MS)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def our(tab):
    """What the product draws on it."""
    return OurUi(tab)


def do(tab: Page, step: str, name: str) -> None:
    """One step: press a control by its label, pick one by a selector, or press Enter."""
    kind, _, what = step.partition(" ")
    if kind == "enter":
        tab.keyboard.press("Enter")
        return
    asked = {"kind": kind, "what": what, "name": name}

    def find() -> dict[str, float] | None:
        try:
            return tab.evaluate(f"({FIND}", asked)
        except Error:  # the page is just going to its next address
            return None

    place = wait_for(tab, find, f"a control to {step}")
    tab.mouse.click(place["x"], place["y"])


def posted(tab: Page) -> list[str]:
    """What went out so far."""
    return tab.evaluate("() => window.__posted.map(({ surface }) => surface)")


def try_it(tab: Page, our: OurUi, entry: Entry, lang: str) -> bool:
    """Do what the entry says; True when it was held, with nothing sent and the words still there."""
    tab.goto(entry.address(lang))
    for step in entry.steps:
        do(tab, step, entry.named)
    if entry.box:
        box = tab.locator(entry.box).last
        box.click()
        tab.keyboard.insert_text(entry.text)
    for step in (*entry.before_send, entry.send):
        do(tab, step, entry.named)
    anyway = ANYWAY[entry.anyway]
    wait_for(tab, lambda: anyway in our.buttons_of_the_sheet or posted(tab), f"{anyway!r}, or something going out")
    return posted(tab) == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_it_is_as_the_page_says(tab, our, entry):
    """In each language; and in English "anyway" does it once."""
    for lang in LANGUAGES:
        held = try_it(tab, our, entry, lang)
        note("chromium", entry, lang, held=held)
        if held and lang == "en":
            our.click(ANYWAY[entry.anyway])
            wait_for(tab, lambda: posted(tab) == [entry.sent], f"{entry.sent} going out once")


def test_the_page_is_what_the_list_makes_of_it():
    """docs/coverage.md has a row for each entry and a cell for each column, and its own words are the list's."""
    cells = cells_of_page()
    assert len(cells) == len(ENTRIES) * len(COLUMNS)
    assert PAGE.read_text(encoding="utf-8") == page(cells), "make coverage"
