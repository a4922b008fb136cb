"""The tray's menu, driven item by item through pystray's own classes, without a display."""

from __future__ import annotations

import pytest

from secondlook.errors import NotAllowedError
from secondlook.tray import backend
from secondlook.tray.backend import NoTrayError
from secondlook.tray.menu import LONGEST, entries
from secondlook.tray.tray import Tray, changed
from tray.desk import PlainAgent, desk, reported

__all__ = ["desk"]


def test_the_menu_tells_each_link_and_what_can_be_done(desk) -> None:
    """The sentence, five links with their marks, pauses, what today is, the page and the way out; what is fine is left out."""
    assert [text for text, _, _ in desk(reported()).menu()] == [
        "As it is.",
        "- - - -",
        "✓ Agent: The agent.",
        "✓ Browser: The browser.",
        "✓ Roster: The roster.",
        "✓ Rules: The rules.",
        "! Calendar: The calendar.",
        "- - - -",
        "Pause for 15 minutes",
        "Pause until tomorrow",
        "- - - -",
        "Today is a snow day",
        "Today is a half day",
        "- - - -",
        "Open Second Look",
        "Quit",
    ]


def test_what_is_broken_says_why(desk) -> None:
    """A link that the menu leaves out while it is fine comes in when it is not, with the reason, cut to a readable width."""
    told = reported()
    broken = told.links[5].model_copy(update={"level": "broken", "detail": "settings.json: " + "x" * 300})
    lines = desk(told.model_copy(update={"links": [*told.links[:5], broken]})).menu()
    line = next(text for text, _, _ in lines if text.startswith("✗ Clock: settings.json: xxx"))
    assert len(line) == LONGEST


@pytest.mark.parametrize("length", ["15_minutes", "until_tomorrow"])
def test_a_pause_and_its_end(desk, length) -> None:
    """A pause is asked for; while it lasts the first thing offered is to go on."""
    made = desk(reported())
    made.choose({"15_minutes": "Pause for 15", "until_tomorrow": "Pause until"}[length])
    assert made.agent.heard == [length]
    made.agent.told = reported("paused", paused_until="2026-11-23T14:20:00-05:00")
    made.tray.look()
    made.choose("Check again now")
    assert made.agent.heard == [length, "over"]


def test_without_leave_there_is_no_pause(desk) -> None:
    """IT's settings take it out of the menu; one that is refused all the same is said, not thrown."""
    made = desk(reported(pauses=[]))
    assert not [text for text, _, _ in made.menu() if "Pause" in text]
    assert not any(one == two == "- - - -" for (one, *_), (two, *_) in zip(made.menu(), made.menu()[1:], strict=False))
    made.agent.trouble = NotAllowedError("Your school has not allowed this pause.")
    made.tray.choose("15_minutes")
    assert made.icon.told == ["Your school has not allowed this pause."]


def test_what_today_is_has_a_tick(desk) -> None:
    """Said once, it is ticked; chosen again, it is taken back."""
    made = desk(reported())
    made.choose("Today is a snow day")
    made.agent.told = reported(today="snow_day")
    made.tray.look()
    ticks = {text: tick for text, tick, _ in made.menu() if text.startswith("Today")}
    assert ticks == {"Today is a snow day": True, "Today is a half day": False}
    made.choose("Today is a snow day")
    made.choose("Today is a half day")
    assert made.agent.heard == ["snow_day", "normal", "half_day"]


def test_a_click_on_the_icon_opens_the_page(desk) -> None:
    """So do the lines that tell of links; without a browser that is said."""
    made = desk(reported(), browser=False)
    made.icon()
    made.choose("✓ Roster")
    assert made.done == ["open", "open"]
    assert made.icon.told == ["No browser could be opened here."] * 2


def test_quit_ends_the_program(desk) -> None:
    """The program is told; the icon goes with it."""
    made = desk(reported())
    made.choose("Quit")
    assert made.done == ["quit"]
    made.tray.stop()
    assert not made.tray.shows(0) or made.icon.over.is_set()


def test_one_that_has_not_started_offers_to_try_again(desk) -> None:
    """Only the agent's line, with what stands in the way, and two things to do. A click on the icon tries again."""
    told = reported("not_protecting")
    away = told.links[0].model_copy(update={"level": "broken", "detail": "Port 47615 is taken on this computer."})
    made = desk(told.model_copy(update={"links": [away, *told.links[1:]]}))
    assert [text for text, _, _ in made.menu()] == [
        "As it is.", "- - - -", "✗ Agent: Port 47615 is taken on this computer.", "- - - -", "Try again now", "Quit",
    ]  # fmt: skip
    made.icon()
    assert made.done == ["again"]
    assert made.icon.told == ["As it is."], "a start that failed is told at once"


def test_icon_and_tooltip_follow(desk) -> None:
    """Another state, another picture and sentence; the same state again and nothing moves, so an open menu stays open."""
    made = desk(reported())
    made.tray.look()
    before, menus = made.icon.icon, made.icon.menus
    made.tray.look()
    assert (made.icon.icon, made.icon.menus) == (before, menus)
    made.agent.told = reported("limited", says="Limited.")
    made.tray.look()
    assert made.icon.icon is not before
    assert made.icon.title == "Limited."
    assert made.icon.menus == menus + 1
    assert made.icon.told == ["Limited."]


@pytest.mark.parametrize(
    ("states", "told"),
    [
        (["starting", "protected"], 0),
        (["starting", "limited"], 0),
        (["protected", "protected"], 0),
        (["protected", "limited"], 1),
        (["limited", "protected"], 1),
        (["protected", "paused", "protected"], 2),
        (["protected", "not_protecting"], 1),
        (["not_protecting"], 1),
        (["not_protecting", "starting", "protected"], 1),
    ],
)
def test_only_a_change_of_protection_is_told(states, told) -> None:
    """Not how it began, and not that it starts; a start that failed is."""
    before = [None, *states[:-1]]
    assert sum(changed(one, two) for one, two in zip(before, states, strict=True)) == told


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_the_menu_speaks_the_persons_language(language) -> None:
    """No line is empty, none is in another language's words."""
    texts = [line.text for line in entries(reported(), language) if line.deed in ("open", "quit", "15_minutes")]
    quits = {"en": "Quit", "es": "Salir", "pt": "Sair"}
    assert texts[-1] == quits[language]


def test_without_a_display_it_is_said_once(monkeypatch) -> None:
    """The agent runs on; the sentence goes to the terminal, and stopping the tray that never was is no error."""
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setattr(backend.sys, "platform", "linux")
    with pytest.raises(NoTrayError):
        backend.load()
    said: list[str] = []
    tray = Tray(PlainAgent(reported()), "en", lambda _: True, said.append)
    tray.start()
    assert not tray.shows(10)
    tray.stop()
    assert said == ["No icon can be shown here. Second Look runs on; the extension shows how it stands."]


def test_a_desktop_that_fails_at_the_end_is_no_error(desk, caplog) -> None:
    """GLib raises when a notification cannot be taken back as the icon goes; the program ends in peace all the same."""
    made = desk(reported())

    def fail() -> None:
        made.icon.over.set()
        raise RuntimeError("org.freedesktop.Notifications was not provided")

    made.icon._stop = fail
    made.tray.stop()
    assert not made.tray._thread.is_alive()
    assert "Notifications" not in caplog.text
