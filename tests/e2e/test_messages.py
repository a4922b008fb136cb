"""Messages: who gets them decides, so the recipient is read from the thread that holds the focused box."""

from __future__ import annotations

import json

import pytest

from e2e.surfaces import Thread, facebook_chat, messenger, one_box

STUDENT = "Emma Rodrigues"
FULL_PAGES = pytest.mark.parametrize(
    "where",
    [
        Thread(sub="web"),
        Thread(sub="m"),
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
        {"thread": "titled", "name": "Robotics", "members": "Otis Greer,Emma Rodrigues"},
        {"log": "loading", "name": STUDENT},
    ],
    ids=["members panel", "log still loading"],
)
def test_a_student_is_seen_however_the_thread_shows_them(page, ui, query):
    """In a group's members panel, and in a thread that is still loading."""
    surface = messenger(page, Thread(), **query)
    surface.type("See you")
    page.keyboard.press("Enter")
    ui.button("Send anyway")
    assert surface.posted == []


@pytest.fixture
def coach(agent, page, ui):
    """The person coaches a team, for one test."""

    def begin_anew() -> None:
        agent.restart()
        facebook_chat(page, "Otis Greer").type("Lunch?")
        ui.wait_back()

    settings = agent.home / "settings.json"
    settings.write_text(json.dumps({"coach": True}), encoding="utf-8")
    begin_anew()
    yield
    settings.unlink()
    begin_anew()


@pytest.mark.usefixtures("coach")
@pytest.mark.parametrize(
    "query",
    [
        {"thread": "titled", "name": "Varsity soccer"},
        {"thread": "titled", "name": "Otis Greer and Nora Pike"},
        {"log": "loading", "name": "Varsity soccer"},
    ],
    ids=["title", "two names of a group", "log still loading"],
)
def test_a_coach_is_asked_where_the_page_does_not_show_who_gets_it(page, ui, query):
    """A title, or some names of a longer list, is no known recipient, so the coach rule asks."""
    surface = messenger(page, Thread(), **query)
    surface.type("Practice moved to four")
    page.keyboard.press("Enter")
    ui.wait_text("doesn't show who will get it")
    assert surface.posted == []


@pytest.mark.usefixtures("coach")
def test_a_coach_who_writes_to_one_known_adult_is_not_asked(page, ui):
    """The thread says that it is with one person, whom no roster of students knows."""
    surface = messenger(page, Thread(), name="Otis Greer")
    surface.type("Practice moved to four")
    ui.wait_quiet("Practice moved to four")
    page.keyboard.press("Enter")
    assert len(surface.wait_posted()) == 1


def test_a_pop_up_is_still_no_post(page, ui):
    """A name in a message to an adult is no public post: nothing is held."""
    surface = facebook_chat(page, "Otis Greer")
    surface.type("Running late")
    ui.wait_quiet("Running late")
    page.keyboard.press("Enter")
    assert len(surface.wait_posted()) == 1


def test_a_direct_message_to_somebody_else_goes_out(page, ui):
    """On Instagram too: the person's own Enter, trusted, once."""
    box = one_box(page, "instagram", "/direct/t/1/", "Send", user="otis.greer")
    box.type("Lunch?")
    ui.wait_quiet("Lunch?")
    page.keyboard.press("Enter")
    assert [entry["isTrusted"] for entry in box.wait_posted()] == [True]
