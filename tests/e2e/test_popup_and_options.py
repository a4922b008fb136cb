"""Popup, badge and options page: what they say is true of the tab and of the agent, in three languages."""

from __future__ import annotations

import json

import pytest

from e2e.agent_process import ROOT
from e2e.chromium import EXTENSION_ID, copy_extension, launch
from e2e.our_ui import OurUi
from e2e.surfaces import facebook_post
from e2e.waiting import PATIENCE_MS

NAME = "Emma Rodrigues"
# A popup opened as a tab would find itself as the active tab: here it is pointed at the fixture's tab instead.
POINT = """
const ask = chrome.tabs.query.bind(chrome.tabs);
chrome.tabs.query = async () => (await ask({})).filter((tab) => tab.url?.startsWith('https://www.facebook.com/')).slice(-1);
"""
# A worker that is just being woken: the first question finds nobody.
ASLEEP = """
const send = chrome.runtime.sendMessage.bind(chrome.runtime);
let asked = 0;
chrome.runtime.sendMessage = (message) =>
  asked++ === 0 ? Promise.reject(new Error('Receiving end does not exist.')) : send(message);
"""
LANGUAGES = {"en": "en-US", "es": "es", "pt_BR": "pt-BR"}


def words(locale, key):
    """The sentence behind a key in one language."""
    return json.loads((ROOT / f"extension/_locales/{locale}/messages.json").read_text(encoding="utf-8"))[key]["message"]


def open_popup(context, pointed=True, more=""):
    """The popup, about the last Facebook tab; `more` runs in it before anything of its own."""
    popup = context.new_page()
    popup.set_default_timeout(PATIENCE_MS)
    if pointed:
        popup.add_init_script(POINT)
    popup.add_init_script(more or ";")
    popup.goto(f"chrome-extension://{EXTENSION_ID}/popup.html")
    return popup


def popup_says(context, *keys, locale="en", pointed=True):
    """Open the popup, wait for these sentences in it, close it."""
    popup = open_popup(context, pointed)
    for key in keys:
        popup.get_by_text(words(locale, key), exact=True).wait_for()
    popup.close()


def badge(context, page):
    """The badge of the tab with this page."""
    return context.service_workers[0].evaluate(
        """async (address) => {
          const tabs = (await chrome.tabs.query({})).filter((tab) => tab.url === address);
          return chrome.action.getBadgeText({ tabId: tabs.at(-1).id });
        }""",
        page.url,
    )


def test_the_popup_follows_the_tab_and_the_agent(browser, page, ui, agent):
    """Idle, then protected; with the agent gone "isn't checking" and a dash on the badge; back again afterwards."""
    surface = facebook_post(page)
    popup_says(browser, "tab_idle", "agent_protected")
    surface.type(f"Go {NAME}")
    ui.wait_underlined(NAME)
    popup_says(browser, "tab_protected", "agent_protected")
    assert badge(browser, page) == ""
    agent.stop()
    popup_says(browser, "tab_unreachable", "agent_away")
    assert badge(browser, page) == "–"
    agent.start()
    popup_says(browser, "agent_protected")
    assert badge(browser, page) == ""


def test_the_popup_asks_again_when_nobody_answered(browser, page, agent):  # noqa: ARG001 - the agent must be up
    """It says that nothing is known of the tab, and then what is."""
    facebook_post(page)
    popup = open_popup(browser, more=ASLEEP)
    popup.get_by_text(words("en", "tab_unreachable"), exact=True).wait_for()
    popup.get_by_text(words("en", "tab_idle"), exact=True).wait_for()
    popup.close()


def test_a_page_of_another_site_has_nothing_to_check(browser, agent):  # noqa: ARG001 - the agent must be up
    """On a page that is not ours the popup says so, and claims no protection."""
    popup_says(browser, "tab_idle", "agent_protected", pointed=False)


def test_the_options_page_tests_every_link(browser, agent):
    """All in order: host, proof, version, roster, names, rules; with the agent stopped, what lies behind it is unknown."""
    page = browser.new_page()
    page.goto(f"chrome-extension://{EXTENSION_ID}/options.html")
    for key in ("test_host_good", "test_proof_good", "test_roster_fresh", "test_names_ready", "test_rules_same"):
        page.locator("#test li").filter(
            has_text=words("en", key)
        ).first.wait_for()  # it asks a late agent again by itself
    assert page.locator("#test li").count() == 9
    agent.stop()
    page.get_by_role("button", name=words("en", "test_again")).click()
    page.locator("#test li.bad").filter(has_text=words("en", "agent_away")).wait_for()
    assert page.locator("#test li.unknown").count() == 6
    agent.start()
    page.get_by_role("button", name=words("en", "test_again")).click()
    page.locator("#test li.good").filter(has_text=words("en", "test_names_ready")).first.wait_for()
    assert page.locator("#test li.unknown").count() == 0
    page.close()


def test_asking_each_time_without_an_agent_is_the_persons_choice(browser, page, ui, agent):
    """With "Ask me each time" a second post is held too, where the policy alone would say so once."""
    options = browser.new_page()
    options.goto(f"chrome-extension://{EXTENSION_ID}/options.html")
    options.get_by_label(words("en", "when_away_ask")).check()
    agent.stop()
    try:
        surface = facebook_post(page)
        for count in (1, 2):
            surface.type("See you all on Monday")
            surface.submit.click()
            ui.click("Post anyway")
            surface.wait_posted(count)
            page.get_by_role("button", name="What’s on your mind").click()
    finally:
        options.get_by_label(words("en", "when_away_policy")).check()
        options.close()


@pytest.mark.parametrize("locale", ["es", "pt_BR"])
def test_popup_and_options_speak_the_browsers_language(playwright, sites, session_agent, tmp_path, locale):
    """Spanish and Portuguese browsers get popup, options page and sheet in their language, its two buttons on one line."""
    session_agent.install_host(tmp_path / "profile")
    extension = copy_extension(tmp_path / "extension")
    with launch(
        playwright, tmp_path / "profile", sites.resolver_rules, extension=extension, language=LANGUAGES[locale]
    ) as context:
        assert context.service_workers or context.wait_for_event("serviceworker")
        page = context.new_page()
        page.goto(f"chrome-extension://{EXTENSION_ID}/options.html")
        page.get_by_text(words(locale, "test_proof_good")).wait_for()
        assert page.title() == words(locale, "options_title")
        surface, ui = facebook_post(page), OurUi(page)
        surface.type(f"Go {NAME}")
        ui.wait_underlined(NAME)
        surface.submit.click()
        edit, anyway = (ui.button(words(locale, key)) for key in ("edit_post", "anyway_post"))
        assert edit["y"] == anyway["y"], "the longest pair of words fits on one line"
        # Only now: until a browser has asked, an agent whose manifest lies in a test's folder counts as limited.
        popup_says(context, "tab_idle", "agent_protected", "not_covered", locale=locale, pointed=False)


def test_after_an_update_the_page_asks_to_be_reloaded(playwright, sites, session_agent, tmp_path):
    """A script that has outlived its extension says "reload this page", loses no text, and a reload protects again."""
    session_agent.install_host(tmp_path / "profile")
    extension = copy_extension(tmp_path / "extension")
    with launch(playwright, tmp_path / "profile", sites.resolver_rules, extension=extension) as context:
        worker = context.service_workers[0] if context.service_workers else context.wait_for_event("serviceworker")
        page = context.new_page()
        page.set_default_timeout(PATIENCE_MS)
        surface = facebook_post(page)
        with context.expect_event("serviceworker"):
            worker.evaluate("() => { setTimeout(() => chrome.runtime.reload(), 0) }")
        popup_says(context, "tab_reload")
        surface.type(f"Go {NAME}")
        surface.submit.click()
        ui = OurUi(page)
        ui.wait_text("Reload this page")
        assert surface.posted == []
        assert surface.value == f"Go {NAME}"
        again = facebook_post(page)
        again.type(f"Go {NAME}")
        ui.wait_underlined(NAME)
