"""What a person may say about somebody they act on: not a student, my own child, or a colleague to be asked first."""

from __future__ import annotations

import pytest

from e2e.our_ui import QUIET
from e2e.surfaces import facebook_comment, facebook_post
from e2e.waiting import wait_for

TAGGING = "https://www.facebook.com/reactions?tagging=yes&name=Dana+Whitfield"


def sent(page):
    return page.evaluate("() => window.__posted.map((entry) => [entry.surface, entry.text])")


@pytest.mark.parametrize(
    ("said", "name"), [("Not a student", "Priya Raman"), ("My own child", "Antonio Zamora Peña")], ids=["not", "child"]
)
def test_what_is_said_of_a_person_lets_the_request_go(page, ui, said, name):
    """Said once on the sheet, kept by the agent: the next press adds them, and so does one on another page."""
    page.goto(f"https://www.facebook.com/{name.split()[0].lower()}.x?name={name.replace(' ', '+')}")
    add = page.get_by_role("button", name=f"Add Friend {name}")
    add.click()
    ui.click(said)
    ui.wait_text("Noted")
    assert sent(page) == []
    add.click()
    page.wait_for_function("() => window.__posted.length === 1")
    assert sent(page) == [["friend_request", name]]
    page.reload()
    page.get_by_role("button", name="Follow", exact=True).click()
    page.wait_for_function("() => window.__posted.length === 1")
    assert ui.buttons_of_the_sheet == []


def test_a_person_who_is_no_student_has_no_such_button(page, ui):
    """A colleague in a photo: nobody asks whether they are a student."""
    page.goto(TAGGING)
    page.get_by_role("option", name="Dana Whitfield").click()
    names = ui.wait_sheet()
    assert "Not a student" not in names
    assert "My own child" not in names


def test_a_colleague_can_be_asked_first_with_a_ready_message(browser, page, ui):
    """The sheet shows the message; one click copies it, the tag is left off and the person is told where to send it."""
    browser.grant_permissions(["clipboard-read", "clipboard-write"], origin="https://www.facebook.com")
    page.goto(TAGGING)
    page.evaluate("() => navigator.clipboard.writeText('before')")
    page.get_by_role("option", name="Dana Whitfield").click()
    ui.wait_text("May I tag you")
    assert page.evaluate("() => navigator.clipboard.readText()") == "before", "nothing is copied before the click"
    ui.click("Ask Dana first")
    ui.wait_text("The message is copied. Send it to Dana")
    assert page.evaluate("() => navigator.clipboard.readText()") == "Hi! May I tag you in a photo I'm about to post?"
    assert sent(page) == []
    assert ui.buttons_of_the_sheet == []


def test_the_message_is_copied_by_keyboard_too(browser, page, ui):
    """Tab leads to the button, Enter copies."""
    browser.grant_permissions(["clipboard-read", "clipboard-write"], origin="https://www.facebook.com")
    page.goto(TAGGING)
    page.get_by_role("option", name="Dana Whitfield").click()
    ui.wait_sheet()
    focused = "function () { return this.activeElement?.textContent ?? '' }"
    for _ in range(8):
        if ui.ask_root(focused) == "Ask Dana first":
            break
        page.keyboard.press("Tab")
    assert ui.ask_root(focused) == "Ask Dana first"
    page.keyboard.press("Enter")
    ui.wait_text("The message is copied")
    assert "May I tag you" in page.evaluate("() => navigator.clipboard.readText()")
    assert sent(page) == []


def test_a_colleague_mentioned_can_be_asked_first(page, ui):
    """The sheet of a comment with a mention carries the message for the one who is mentioned; a card has no rewrite of it."""
    surface = facebook_comment(page)
    surface.type("Thanks @da")
    page.get_by_role("option", name="Dana Whitfield").wait_for()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    ui.button("Ask Dana first")
    assert surface.posted == []


def test_where_the_browser_lets_nobody_copy_it_is_said_and_the_message_selected(page, ui):
    """To the eye and to a screen reader; the sheet stays, and the words are there to be copied by hand."""
    page.goto(f"{TAGGING}&clipboard=refused")
    page.get_by_role("option", name="Dana Whitfield").click()
    ui.click("Ask Dana first")
    said = """function () {
      const status = this.querySelector('dialog [role=status]');
      return status?.checkVisibility() ? status.textContent : '';
    }"""
    wait_for(page, lambda: "The message is selected" in (ui.ask_root(said) or ""), "the word that it was not copied")
    selected = """function () {
      const { activeElement: box } = this;
      return box.value.slice(box.selectionStart, box.selectionEnd);
    }"""
    assert ui.ask_root(selected) == "Hi! May I tag you in a photo I'm about to post?"
    assert "Tag anyway" in ui.buttons_of_the_sheet
    assert sent(page) == []


@pytest.fixture
def agreed(page, ui, agent):
    """Luciana has agreed to be tagged in pictures of the science fair."""
    agent.stop()
    event = ("--for", "event", "--label", "Science fair")
    agent.say("consent", "add", "Luciana Prado", "--handle", "luciana.prado", *event)
    agent.start()
    facebook_post(page).type("Bake sale")
    ui.wait_back()


@pytest.mark.usefixtures("agreed")
@pytest.mark.parametrize(("draft", "asked"), [("Our science fair", False), ("What a lunch", True)])
def test_a_tag_in_a_photo_of_a_post_is_read_with_the_post(page, ui, draft, asked):
    """The dialog stands over the post, whose words say whether it is the event: then nothing is asked, else the tag waits."""
    surface = facebook_post(page, draft=draft, tagging="yes", name="Luciana Prado")
    wait_for(page, lambda: ui.pill == QUIET, "the draft's own verdict")
    page.get_by_role("option", name="Luciana Prado").click()
    if asked:
        assert "Ask Luciana first" in ui.wait_sheet()
        assert surface.posted == []
        return
    page.wait_for_function("() => window.__posted.length === 1")
    assert ui.buttons_of_the_sheet == []
    assert surface.posted[0]["surface"] == "tag"


@pytest.mark.usefixtures("agreed")
def test_a_consent_for_an_event_covers_the_post_that_names_it(page, ui):
    """Who has agreed for the science fair is tagged there unasked; elsewhere the sheet asks whether the post is about it."""
    surface = facebook_post(page)
    surface.type("Our science fair with @luciana.prado")
    ui.wait_quiet("Our science fair with @luciana.prado")
    surface = facebook_post(page)
    surface.type("What a lunch with @luciana.prado")
    wait_for(page, lambda: ui.pill == "Second Look: 1 to look at", "the warning")
    surface.submit.click()
    assert "Ask luciana.prado first" in ui.wait_sheet()
    assert surface.posted == []
