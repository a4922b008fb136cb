"""The real agent's icon in real trays: every state is seen, the menu opens and does what it says. Nothing here is a mock."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from agent_link import PairedAgent
from e2e.waiting import until
from secondlook.config import Home
from secondlook.link import read_link
from tray.desktop import SIZE, Desktop

PANELS = {"light": "f2f2f2", "dark": "20242a"}


@pytest.mark.parametrize(
    ("host", "backend", "panel"),
    [("trayer", "gtk", "light"), ("tint2", "gtk", "dark"), ("trayer", "xorg", "dark"), ("tint2", "xorg", "light")],
)
def test_the_icon_follows_the_state(tmp_path: Path, host: str, backend: str, panel: str) -> None:
    """Limited while no browser can reach it, protected once one has asked, paused and back: pixel for pixel, in a real tray."""
    colour = PANELS[panel] if backend == "gtk" else "f4f4f4"  # plain X11 has a light tile of its own
    with Desktop(tmp_path, host, backend, colour) as desktop:
        home = desktop.home()
        desktop.agent(home, "--port", "0")
        desktop.wait_icon("limited")
        paired = PairedAgent(home)
        paired.check("All quiet.")
        desktop.wait_icon("protected")
        assert paired.post("/v1/pause", {"length": "15_minutes"})[0] == 204
        desktop.wait_icon("paused")
        assert paired.post("/v1/pause", {"length": "over"})[0] == 204
        desktop.wait_icon("protected")


def test_no_change_is_lost_among_a_thousand(tmp_path: Path) -> None:
    """On plain X11 pystray's own icon stands still for ever within a few hundred changes."""
    with Desktop(tmp_path, "trayer", "xorg") as desktop:
        changes = desktop.program(str(Path(__file__).with_name("changes.py")), "1000")
        assert changes.wait(60) == 0, "the icon stopped following"


def test_the_menu_opens_and_ends_the_program(tmp_path: Path) -> None:
    """Right click, up to the last line, Enter: the agent is gone, with status 0, no link file and nothing on stderr."""
    with Desktop(tmp_path, "trayer") as desktop:
        home = desktop.home()
        agent = desktop.agent(home, "--port", "0")
        _, box = desktop.open_menu(desktop.wait_icon("limited"))
        assert box[2] - box[0] > 200
        assert box[3] <= SIZE[1]
        desktop.press("Up", "Return")
        assert agent.wait(15) == 0
        assert not (home / "link.json").exists()
        assert "error" not in desktop.stderr().lower()


def test_a_pause_from_the_menu(tmp_path: Path) -> None:
    """Counted from below: quit, open, half day, snow day, until tomorrow, fifteen minutes. Checks then answer "paused"."""
    with Desktop(tmp_path, "tint2") as desktop:
        home = desktop.home()
        desktop.agent(home, "--port", "0")
        desktop.open_menu(desktop.wait_icon("limited"))
        desktop.press(*["Up"] * 6, "Return")
        desktop.wait_icon("paused")
        status, body = PairedAgent(home).post("/v1/checks", {"action": "post", "site": "facebook", "text": "x"})
        assert (status, json.loads(body)["code"]) == (503, "paused")


def test_a_start_that_fails_is_shown_and_tried_again(tmp_path: Path) -> None:
    """The port is taken: a slashed icon instead of silence. The port is free again: "Try again now", and it runs."""
    with Desktop(tmp_path, "trayer") as desktop, socket.socket() as squatter:
        squatter.bind(("127.0.0.1", 0))
        squatter.listen()
        port = squatter.getsockname()[1]
        home = desktop.home()
        desktop.agent(home, "--port", str(port))
        place = desktop.wait_icon("not_protecting")
        until(lambda: f"Port {port} is taken on this computer." in desktop.stderr(), "the reason")
        squatter.close()
        desktop.click(place, 1)
        desktop.wait_icon("limited")
        link = read_link(Home(home).link_file)
        assert link is not None
        assert link.port == port


def test_a_start_that_fails_without_a_tray_ends(tmp_path: Path) -> None:
    """Nobody would see it wait: the reason, exit status 4, and no word of running on."""
    with Desktop(tmp_path, None, "xorg") as desktop, socket.socket() as squatter:
        squatter.bind(("127.0.0.1", 0))
        squatter.listen()
        port = squatter.getsockname()[1]
        agent = desktop.agent(desktop.home(), "--port", str(port))
        assert agent.wait(60) == 4
        assert f"Port {port} is taken on this computer." in desktop.stderr()
        assert "runs on" not in desktop.stderr()


@pytest.mark.parametrize("backend", ["gtk", "xorg"])
def test_without_a_tray_it_runs_on_and_says_so_once(tmp_path: Path, backend: str) -> None:
    """A display but nobody who shows icons: one sentence, and checks are answered as always."""
    with Desktop(tmp_path, None, backend) as desktop:
        home = desktop.home()
        desktop.agent(home, "--port", "0")
        until(lambda: "There is no tray here" in desktop.stderr(), "the sentence", 90)
        assert PairedAgent(home).check("All quiet.")["verdict"] == "allow"
        assert desktop.stderr().count("There is no tray here") == 1
