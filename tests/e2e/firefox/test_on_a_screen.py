"""What only a Firefox with a window can be seen to do: its own X display, a real pointer, the real agent and the shipped extension."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from e2e.behaviours import BEHAVIOURS
from e2e.chromium import build
from e2e.firefox.firefox import Firefox, built_extension, host_folder
from tray.desktop import Desktop

PLAYED = [(each.id, scenario) for each in BEHAVIOURS if each.on_a_screen for scenario in each.firefox]


class Pointer:
    """The world of a scenario here: the pointer of the screen."""

    def __init__(self, desktop: Desktop) -> None:
        self._desktop = desktop

    def pointer_to(self, x: int, y: int) -> None:
        """It moves there, in pixels of the screen."""
        self._hand("mousemove", "--sync", str(x), str(y))

    def pointer_down(self) -> None:
        """Its left button goes down and stays there."""
        self._hand("mousedown", "1")

    def pointer_up(self) -> None:
        """The button is let go of."""
        self._hand("mouseup", "1")

    def _hand(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._desktop.environment, check=True, timeout=30)


@pytest.fixture(scope="module")
def desktop(tmp_path_factory):
    """A screen with a window manager, and nothing else on it."""
    with Desktop(tmp_path_factory.mktemp("desktop"), host=None, backend="xorg") as screen:
        yield screen


@pytest.fixture(scope="module")
def firefox_on_it(desktop, sites, session_agent, tmp_path_factory):
    """Firefox with a window there."""
    home = tmp_path_factory.mktemp("firefox")
    session_agent.install_host(home, "firefox", host_folder(home))
    build("extension/build.mjs")
    extension = shutil.copytree(built_extension(), home / "extension")
    screen = {"DISPLAY": desktop.display, "GDK_BACKEND": "x11", "MOZ_ENABLE_WAYLAND": "0"}
    with Firefox(home, extension, sites.port, **screen) as browser:
        yield browser


@pytest.mark.usefixtures("agent")
@pytest.mark.parametrize("scenario", [scenario for _, scenario in PLAYED], ids=["-".join(pair) for pair in PLAYED])
def test_it_is_true_in_firefox_too(firefox_on_it, desktop, scenario):
    """What Chromium does for a person, Firefox does."""
    firefox_on_it.play(scenario, Pointer(desktop))
