"""Visits in work hours: one slim bar per spell, one click, and nothing of the page is read."""

from __future__ import annotations

import json

import pytest

from e2e.waiting import wait_for

ASKS = "For school?"
ALWAYS = {
    "own_week": {
        "hours": {day: ["00:00-12:00", "12:00-00:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
        "edge_minutes": 0,
        "year_round": True,
    }
}
SITES = pytest.mark.parametrize(
    "address",
    ["https://www.youtube.com/watch", "https://www.facebook.com/", "https://www.instagram.com/p/Cx1/"],
    ids=["visit only", "facebook", "instagram"],
)


def forget_spells(browser):
    """Make the worker forget which visits it has spoken of."""
    keys = [f"visit-{site}" for site in ("youtube", "facebook", "instagram")]
    browser.service_workers[0].evaluate("keys => chrome.storage.session.remove(keys)", keys)


@pytest.fixture
def working(agent, browser):
    """An agent whose person works around the clock, and no visit spoken of yet."""
    settings = agent.home / "settings.json"
    settings.write_text(json.dumps(ALWAYS), encoding="utf-8")
    agent.restart()
    forget_spells(browser)
    yield
    settings.unlink()
    agent.restart()
    forget_spells(browser)


@SITES
def test_the_bar_comes_once_and_goes_with_one_click(working, page, ui, address):
    """One sentence at the top; dismissed it is gone, and the next page of the spell shows none."""
    page.goto(address)
    ui.wait_text(ASKS)
    ui.click("Dismiss")
    ui.wait_no_text(ASKS)
    page.reload()
    page.evaluate("() => document.title")
    told = page.context.service_workers[0].evaluate("() => chrome.storage.session.get(null)")
    assert any(key.startswith("visit-") for key in told)
    assert ASKS not in ui.text


def test_this_is_for_school_is_told_to_the_agent(working, browser, page, ui):
    """One click, and even a browser that has forgotten the spell hears nothing more from the agent."""
    page.goto("https://www.youtube.com/watch")
    ui.click("This is for school")
    ui.wait_no_text(ASKS)
    forget_spells(browser)
    with page.expect_event("domcontentloaded"):
        page.reload()
    outcome = browser.service_workers[0].evaluate(
        "() => new Promise((done) => chrome.storage.session.get(null, done))"
    )
    assert "visit-youtube" not in outcome
    assert ASKS not in ui.text


def test_outside_work_hours_there_is_no_bar(page, ui, browser, agent):
    """Somebody who works at no time of today is never spoken to."""
    settings = agent.home / "settings.json"
    never = {"own_week": {"hours": {"mon": ["00:00-00:01"]}, "edge_minutes": 0}}
    settings.write_text(json.dumps(never), encoding="utf-8")
    agent.restart()
    forget_spells(browser)
    page.goto("https://www.facebook.com/")
    page.get_by_role("button", name="What’s on your mind").click()
    page.keyboard.type("Bake sale")
    ui.wait_quiet("Bake sale")
    assert ASKS not in ui.text
    settings.unlink()
    agent.restart()


def test_a_visit_only_site_gets_no_check_of_what_is_written(working, page, ui):
    """The text box of such a site is left alone: no pill, no underline, and our script asks nothing about it."""
    page.goto("https://www.youtube.com/watch")
    ui.wait_text(ASKS)
    page.get_by_role("textbox").click()
    page.keyboard.type("Emma Rodrigues")
    wait_for(page, lambda: page.get_by_role("textbox").input_value() == "Emma Rodrigues", "the text")
    assert ui.pill == ""
    assert ui.marks() == []
    assert "Emma" not in str(ui.in_our_world("globalThis.answered"))
