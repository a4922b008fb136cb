"""Visits in work hours: one slim bar per spell, one click, and nothing of the page is read."""

from __future__ import annotations

import json

import pytest

from e2e.covers import COVER_AND_BLOCK, COVERS, GLASS
from e2e.waiting import wait_for
from e2e.work_day import ALWAYS, work_always

ASKS = "For school?"
AT_WORK = pytest.mark.usefixtures("working")
SITES = pytest.mark.parametrize(
    "address",
    ["https://www.youtube.com/watch", "https://www.facebook.com/", "https://www.instagram.com/p/Cx1/"],
    ids=["visit only", "facebook", "instagram"],
)


def forget_spells(browser):
    """Make the worker forget which visits it has spoken of."""
    keys = [f"visit-{site}" for site in ("youtube", "facebook", "instagram")]
    browser.service_workers[0].evaluate("keys => chrome.storage.session.remove(keys)", keys)


@pytest.fixture(scope="module")
def at_work(session_agent):
    """An agent whose person works around the clock, in the school's time zone: in another one nothing is said."""
    settings, district = work_always(session_agent)
    session_agent.restart()
    yield settings
    settings.unlink()
    district.unlink()
    session_agent.more_environment = {}
    session_agent.restart()


@pytest.fixture
def working(at_work, session_agent, browser):
    """The person's settings file, and no visit spoken of yet."""
    forget_spells(browser)
    yield at_work
    if at_work.read_text(encoding="utf-8") != json.dumps(ALWAYS):
        at_work.write_text(json.dumps(ALWAYS), encoding="utf-8")
        session_agent.restart()
    forget_spells(browser)


PROFESSIONAL = {
    "professional_accounts": [{"site": "facebook", "id": "4711"}, {"site": "instagram", "handle": "dana.marsh"}]
}


@pytest.mark.parametrize("site", ["facebook", "instagram"])
def test_a_professional_account_is_not_asked(working, browser, ui, agent, site):
    """Acting as a Page of the person's list, by its cookie, or with an Instagram account of the list: no bar."""
    working.write_text(json.dumps(ALWAYS | PROFESSIONAL), encoding="utf-8")
    agent.restart()
    cookies = [{"name": "c_user", "value": "1"}, {"name": "i_user", "value": "4711"}]
    browser.add_cookies([{**cookie, "url": "https://www.facebook.com"} for cookie in cookies])
    try:
        ui.page.goto(f"https://www.{site}.com/")
        told = wait_for(
            ui.page, lambda: ui.in_our_world("globalThis.visited?.length && globalThis.visited"), "the answer"
        )
    finally:
        browser.clear_cookies()
    assert told == [None], "the worker has nothing to say"
    assert ASKS not in ui.text


@SITES
@AT_WORK
def test_the_bar_comes_once_and_goes_with_one_click(page, ui, address):
    """One sentence at the top; dismissed it is gone, and the next page of the spell shows none."""
    page.goto(address)
    ui.wait_text(ASKS)
    ui.click("Dismiss")
    ui.wait_no_text(ASKS)
    page.reload()
    told = wait_for(page, lambda: ui.in_our_world("globalThis.visited?.length && globalThis.visited"), "the answer")
    assert told == [None], "the worker has nothing more to say in this spell"
    assert ASKS not in ui.text


def test_outside_work_hours_there_is_no_bar(working, page, ui, agent):
    """Somebody who works at no time of today is never spoken to."""
    never = {"own_week": {"hours": {"mon": ["00:00-00:01"]}, "edge_minutes": 0}}
    working.write_text(json.dumps(never), encoding="utf-8")
    agent.restart()
    page.goto("https://www.facebook.com/")
    told = wait_for(page, lambda: ui.in_our_world("globalThis.visited?.length && globalThis.visited"), "the answer")
    assert told == [None]
    assert ASKS not in ui.text


@AT_WORK
def test_a_visit_only_site_gets_no_check_of_what_is_written(page, ui):
    """The text box of such a site is left alone: no pill, no underline, and our script asks nothing about it."""
    page.goto("https://www.youtube.com/watch")
    ui.wait_text(ASKS)
    page.get_by_role("textbox").click()
    page.keyboard.type("Emma Rodrigues")
    wait_for(page, lambda: page.get_by_role("textbox").input_value() == "Emma Rodrigues", "the text")
    assert ui.pill == ""
    assert ui.marks() == []
    assert "Emma" not in str(ui.in_our_world("globalThis.answered"))


@AT_WORK
def test_a_press_on_the_bar_under_a_cover_does_not_count(page, ui):
    """What a page lays over the bar between the press and its end: nobody can have read it, and the bar is asked again."""
    page.goto("https://www.facebook.com/")
    ui.wait_text(ASKS)
    place = ui.button("This is for school")
    page.mouse.move(place["x"], place["y"])
    page.mouse.down()
    page.evaluate(COVER_AND_BLOCK % COVERS["a popover"], GLASS)
    page.mouse.up()
    ui.button("This is for school")
    ui.click("Dismiss")
    ui.wait_no_text(ASKS)


@AT_WORK
def test_this_is_for_school_is_told_to_the_agent(browser, page, ui):
    """One click, and even a browser that has forgotten the spell hears nothing more from the agent."""
    page.goto("https://www.instagram.com/p/Cx1/")
    ui.click("This is for school")
    ui.wait_no_text(ASKS)

    def silent() -> bool:
        forget_spells(browser)
        page.reload()
        told = wait_for(page, lambda: ui.in_our_world("globalThis.visited?.length && globalThis.visited"), "the answer")
        return told == [None]

    # The click is told by a message of its own, which may still be on its way when the page is loaded anew.
    wait_for(page, silent, "the agent's silence", seconds=30)
    assert ASKS not in ui.text
