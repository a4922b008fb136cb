"""A site that has changed under us: nothing known, two boxes that match, an empty one in front, a button renamed.

The person is told, the words are safe, and a label file from the agent heals it without a new extension.
"""

from __future__ import annotations

import json
import shutil

import pytest

from e2e.agent_process import ROOT
from e2e.chromium import EXTENSION_ID
from e2e.surfaces import Surface, facebook_comment, facebook_post
from e2e.test_popup_and_options import open_popup
from e2e.waiting import wait_for

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"
UNKNOWN = "Second Look doesn't recognise this box, so it isn't checked"
RENAMED = "Share your day, Dana"


def renamed_post(page) -> Surface:
    """The composer with a prompt and a dialog's name that no label file knows."""
    page.goto("https://www.facebook.com/?renamed=yes")
    page.get_by_role("button", name=RENAMED).click()
    dialog = page.get_by_role("dialog", name="New thing")
    return Surface(page, dialog.get_by_role("textbox"), dialog.get_by_role("button", name="Post", exact=True))


def coverage(browser, page) -> str:
    """What the worker knows of the tab with this page."""
    return browser.service_workers[0].evaluate(
        """async (address) => {
          const [tab] = (await chrome.tabs.query({})).filter((tab) => tab.url === address);
          const slot = `tab-${tab.id}`;
          return (await chrome.storage.session.get(slot))[slot]?.coverage ?? '';
        }""",
        page.url,
    )


def forget_labels(browser):
    """Make the worker forget the labels it was served."""
    browser.service_workers[0].evaluate("() => chrome.storage.local.remove('site-labels')")


def test_a_box_for_nobody_to_read_gets_no_question_mark(browser, page, ui):
    """A search, a price, a number, a text that cannot be changed: nothing is said there; at a strange box it is."""
    page.goto("https://www.facebook.com/?asides=yes")
    boxes = page.locator("[aria-label='Search Messenger'], textarea")
    assert boxes.count() == 6
    for number in range(5):
        boxes.nth(number).click()
        page.keyboard.type("Emma")
        assert ui.pill == ""
    assert coverage(browser, page) != "not_recognised"
    boxes.last.click()
    wait_for(page, lambda: ui.pill == UNKNOWN, "the question mark")
    wait_for(page, lambda: coverage(browser, page) == "not_recognised", "the tab's state")


def test_a_box_that_nobody_knows_is_marked_and_its_words_are_still_held_at_a_known_button(browser, page, ui):
    """A question mark beside the box while typing; the Post button is known, so a name does not get out unasked."""
    surface = renamed_post(page)
    surface.type(DRAFT)
    wait_for(page, lambda: ui.pill == UNKNOWN, "the question mark")
    wait_for(page, lambda: coverage(browser, page) == "not_recognised", "the tab's state")
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []
    assert surface.value == DRAFT


def test_a_page_without_any_known_anchor_is_noticed_before_a_word_is_written(browser, page, ui):  # noqa: ARG001
    """Somebody who is logged in opens a feed whose prompt nobody knows: the tab says that the page has changed."""
    browser.add_cookies([{"name": "c_user", "value": "1", "url": "https://www.facebook.com"}])
    try:
        page.goto("https://www.facebook.com/?renamed=yes")
        wait_for(page, lambda: coverage(browser, page) == "changed", "the canary's word", seconds=25)
    finally:
        browser.clear_cookies()


@pytest.fixture
def serve_facebook(agent, tmp_path, browser):
    """Let the agent serve Facebook's file with a change; the shipped one afterwards."""
    rules = tmp_path / "rules"
    shutil.copytree(ROOT / "shared_rules", rules)
    file = rules / "sites" / "facebook.json"

    def serve(change) -> None:
        site = json.loads(file.read_text(encoding="utf-8"))
        change(site)
        file.write_text(json.dumps(site), encoding="utf-8")
        agent.more_arguments = ("--policy", str(rules))
        agent.restart()

    yield serve
    agent.more_arguments = ()
    agent.restart()
    forget_labels(browser)


def test_a_label_file_from_the_agent_heals_it_while_the_page_is_open(browser, page, ui, serve_facebook):
    """Not recognised; the school's folder names the new label; the same page, not reloaded, underlines and holds."""
    forget_labels(browser)
    surface = renamed_post(page)
    surface.type(DRAFT)
    wait_for(page, lambda: ui.pill == UNKNOWN, "the question mark")
    assert ui.underlined() == []
    serve_facebook(lambda site: site["labels"]["post_prompt"]["en"].append("Share your day"))

    def healed() -> bool:
        # The page asks for newer labels, not too often, when its box gets another key.
        page.keyboard.press("End")
        page.keyboard.type("!")
        return ui.underlined() == [NAME]

    wait_for(page, healed, "the name underlined under its new label", seconds=30)
    surface.submit.click()
    ui.button("Post anyway")
    wait_for(page, lambda: coverage(browser, page) == "protected", "the tab's state")


def test_an_anchor_that_is_no_selector_is_told_and_the_shipped_one_holds(browser, page, ui, serve_facebook):
    """The school's file has a slip in a selector: the post is held all the same; the pop-up and the self-test name the slip."""
    serve_facebook(lambda site: site["anchors"].update(dialog="[role="))
    forget_labels(browser)
    surface = renamed_post(page)
    surface.type(DRAFT)
    popup = open_popup(browser)
    told = popup.get_by_text("Part of your school's newer description of a site can't be used (facebook: dialog).")

    def is_told() -> bool:
        # A page that is not recognised asks for newer labels, not too often, when its box gets another key.
        page.keyboard.type("!")
        return told.is_visible()

    wait_for(page, is_told, "the slip in the pop-up", seconds=30)
    popup.goto(f"chrome-extension://{EXTENSION_ID}/options.html")
    popup.get_by_text("Descriptions of the sites (worth a look)").wait_for()
    popup.close()
    surface = facebook_post(page)
    surface.type(DRAFT)
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []


def test_of_two_boxes_that_match_both_are_checked(page, ui):
    """A second box with the same prompt holds the name; the button could send either."""
    surface = facebook_post(page)
    surface.type("Bake sale on Saturday")
    surface.box.evaluate(
        """(box, words) => {
          const twin = box.cloneNode(true);
          twin.removeAttribute('data-lexical-editor');
          twin.textContent = words;
          box.closest('[role=dialog]').prepend(twin);
        }""",
        DRAFT,
    )
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []


def test_an_empty_box_in_front_does_not_hide_the_words(page, ui):
    """A site that draws an empty twin before the real box: the words are found all the same."""
    surface = facebook_post(page)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.box.evaluate(
        """(box) => {
          const twin = box.cloneNode(false);
          twin.removeAttribute('data-lexical-editor');
          box.closest('[role=dialog]').prepend(twin);
        }"""
    )
    surface.submit.click()
    ui.button("Post anyway")
    assert surface.posted == []


def test_an_empty_comment_box_is_left_alone(page, ui):
    """Enter in an empty box sends nothing, opens nothing and asks nobody."""
    surface = facebook_comment(page)
    surface.box.click()
    page.keyboard.press("Enter")
    assert ui.buttons_of_the_sheet == []
    assert surface.posted == []


def test_the_pop_up_says_which_boxes_are_checked(browser, page, ui):
    """After a comment and a strange box: comments are checked, and this box is not recognised."""
    surface = facebook_comment(page)
    surface.type("What a game!")
    ui.wait_quiet("What a game!")
    popup = open_popup(browser)
    popup.get_by_text("Comments: checked", exact=True).wait_for()
    popup.close()
