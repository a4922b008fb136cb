"""A district's file about a site with an anchor that no browser can read: told, and the shipped anchor stands in."""

from __future__ import annotations

import json
import shutil

import pytest

from e2e.chromium import EXTENSION_ID
from e2e.surfaces import facebook_post
from e2e.test_popup_and_options import open_popup
from e2e.waiting import PATIENCE_MS, wait_for
from secondlook.config import Home

NAME = "Emma Rodrigues"
TOLD = (
    "Part of your school's newer description of a site can't be used (facebook: article, facebook: banner, facebook: dialog)."
    " The one this extension came with stands in for that part. Please tell your help desk."
)


def forget_labels(browser):
    """Make the worker forget the labels it was served."""
    browser.service_workers[0].evaluate("() => chrome.storage.local.remove('site-labels')")


@pytest.fixture
def broken_file(agent, tmp_path, browser):
    """A district folder, built by the command, whose anchors look closed and are no selectors all the same; no adapter asks for the last."""
    file = tmp_path / "facebook.json"
    anchors = {"dialog": ":::dialog", "article": "article >> div", "banner": ":::banner"}
    file.write_text(json.dumps({"site": "facebook", "anchors": anchors}), encoding="utf-8")
    folder = tmp_path / "district"
    agent.say("district", "build", "--sites", str(file), "--out", str(folder))
    agent.more_environment = {"SECONDLOOK_DISTRICT": str(folder)}
    agent.restart()
    forget_labels(browser)
    yield
    agent.stop()
    shutil.rmtree(Home(agent.home).district_folder)  # the agent's own copy, kept for a while after the folder has gone
    agent.more_environment = {}
    agent.start()
    forget_labels(browser)


def open_options(browser):
    """The options page, which tests everything as it opens."""
    options = browser.new_page()
    options.set_default_timeout(PATIENCE_MS)
    options.goto(f"chrome-extension://{EXTENSION_ID}/options.html")
    return options


def wait_told(options):
    """Wait for the slips in the self-test, asking it again: who has just asked the agent for its files goes by what it said then."""

    def told():
        if options.locator("#test[aria-busy=false] li.poor").filter(has_text=TOLD).count():
            return True
        if options.locator("#test[aria-busy=false] li").count():
            options.get_by_role("button", name="Check again").click()
        return False

    wait_for(options, told, "the slips in the self-test")


@pytest.mark.usefixtures("broken_file")
def test_the_anchors_are_named_and_the_page_is_still_looked_after(browser, agent, page, ui):
    """The self-test says it before any page of the site is open; the pop-up as well; by the shipped anchors a name is held."""
    options = open_options(browser)
    wait_told(options)
    options.close()
    surface = facebook_post(page)
    surface.type(f"Go {NAME}")
    ui.wait_underlined(NAME)
    popup = open_popup(browser)
    popup.get_by_text(TOLD, exact=True).wait_for()
    popup.get_by_text("Checking what you write here.").wait_for()
    popup.close()
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []
    agent.stop()  # without it, too, the file that is in force is the one with the slips
    options = open_options(browser)
    wait_told(options)
    options.close()


def test_with_the_shipped_files_nothing_is_told(browser, page):
    """The self-test's line is in order, and the pop-up says nothing of it."""
    forget_labels(browser)
    options = open_options(browser)
    options.locator("#test li.good").filter(has_text="Descriptions of the sites (in order)").wait_for()
    options.close()
    page.goto("https://www.facebook.com/")
    popup = open_popup(browser)
    popup.get_by_text("Second Look is running on this computer.").wait_for()
    assert popup.locator("#site-files").inner_text() == ""
    popup.close()
