"""Messages: who gets them decides, so the recipient is read from the thread that holds the focused box."""

from __future__ import annotations

import pytest

from e2e.surfaces import Thread, facebook_chat, messenger, one_box

STUDENT = "Emma Rodrigues"
FULL_PAGES = pytest.mark.parametrize(
    "where",
    [
        Thread(),
        Thread(sub="web"),
        Thread(sub="m"),
        Thread("messenger", "/t/1"),
        Thread(path="/messages/e2ee/t/1"),
    ],
    ids=lambda where: f"{where.sub}.{where.site}{where.path}",
)


@FULL_PAGES
def test_enter_to_a_student_is_held_and_sent_once(page, ui, where):
    """A message without any name in it is held because of who gets it, and "anyway" sends it once."""
    surface = messenger(page, where, name=STUDENT)
    surface.type("See you at six")
    page.keyboard.press("Enter")
    ui.button("Send anyway")
    assert surface.posted == []
    ui.click("Send anyway")
    assert [entry["text"] for entry in surface.wait_posted()] == [f"{STUDENT}: See you at six"]
    assert len(surface.posted) == 1


@pytest.mark.parametrize("lang", ["es", "pt-BR"])
def test_the_other_languages_are_held_too(page, ui, lang):
    """The words of a chat box in Spanish and Portuguese are assumed; the message log tells it as well."""
    surface = messenger(page, Thread(), name=STUDENT, lang=lang)
    surface.type("Hola")
    page.keyboard.press("Enter")
    ui.button("Send anyway")
    assert surface.posted == []


def test_the_send_button_is_held(page, ui):
    """The button that replaces the thumb sends as Enter does."""
    surface = messenger(page, Thread(), name=STUDENT)
    surface.type("Hello")
    surface.submit.click()
    ui.button("Send anyway")
    assert surface.posted == []


def test_a_message_to_an_adult_goes_out_by_the_persons_own_enter(page, ui):
    """To somebody whom no roster of students knows the original key goes through, once."""
    surface = messenger(page, Thread(), name="Otis Greer")
    surface.type("Lunch?")
    ui.wait_quiet("Lunch?")
    page.keyboard.press("Enter")
    sent = surface.wait_posted()
    assert [(entry["text"], entry["isTrusted"]) for entry in sent] == [("Otis Greer: Lunch?", True)]


def test_of_two_pop_ups_the_focused_one_names_the_recipient(page, ui):
    """With an adult and a student open side by side, only the message to the student is held."""
    page.goto(f"https://www.facebook.com/?chat=Otis+Greer&chat2={STUDENT.replace(' ', '+')}")
    page.get_by_role("textbox", name="Write to Otis Greer").click()
    page.keyboard.type("Lunch?")
    ui.wait_quiet("Lunch?")
    page.keyboard.press("Enter")
    page.wait_for_function("() => window.__posted.length === 1")
    page.get_by_role("textbox", name=f"Write to {STUDENT}").click()
    page.keyboard.type("Well done")
    page.keyboard.press("Enter")
    ui.button("Send anyway")
    assert [entry["text"] for entry in page.evaluate("() => window.__posted")] == ["Otis Greer: Lunch?"]


@pytest.mark.parametrize(
    "query",
    [
        {"thread": "titled", "name": "Otis Greer, Emma Rodrigues and Nora Pike"},
        {"thread": "titled", "name": "Robotics", "members": "Otis Greer,Emma Rodrigues"},
        {"log": "loading", "name": STUDENT},
        {"thread": "titled", "name": f"{STUDENT} · Bicycle"},
    ],
    ids=["names joined in the title", "members panel", "log still loading", "a Marketplace thread"],
)
def test_a_student_is_seen_however_the_thread_shows_them(page, ui, query):
    """In a group's title, its members panel, a thread that is still loading, and a sale."""
    surface = messenger(page, Thread(), **query)
    surface.type("See you")
    page.keyboard.press("Enter")
    ui.button("Send anyway")
    assert surface.posted == []


def test_a_listings_own_box_is_held(page, ui):
    """The message box of a Marketplace listing is sent by its button, which names the seller."""
    surface = one_box(page, "facebook", "/marketplace/item/1", f"Send message to {STUDENT}", name=STUDENT)
    surface.submit.click()
    ui.button("Send anyway")
    assert surface.posted == []


def test_a_pop_up_is_still_no_post(page, ui):
    """A name in a message to an adult is no public post: nothing is held."""
    surface = facebook_chat(page, "Otis Greer")
    surface.type("Running late")
    ui.wait_quiet("Running late")
    page.keyboard.press("Enter")
    assert len(surface.wait_posted()) == 1
