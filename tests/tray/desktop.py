"""A desktop of our own under Xvfb: a session bus, a real tray host, the real agent with its icon, and a camera.

The GTK backend of pystray needs PyGObject, which Debian packages for its own Python; a folder that holds nothing but a
link to it makes it visible to ours, and nothing else with it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from PIL import Image, ImageChops, ImageGrab, ImageStat

from e2e.agent_process import ROSTER, secondlook
from e2e.waiting import until
from secondlook.contract import Protection
from secondlook.tray.icon import COLOURS, draw

INSTALL = "apt-get install -y --no-install-recommends xvfb openbox trayer tint2 xdotool dbus python3-gi gir1.2-gtk-3.0"
DEBIAN_GI = Path("/usr/lib/python3/dist-packages/gi")
SIZE = (900, 620)
SECONDS = 90
"""A deadline for a busy machine; what is awaited comes within a few seconds on an idle one."""
HOSTS = {
    "trayer": "trayer --edge bottom --align right --SetDockType true --widthtype request --height 32 --alpha 0 "
    "--transparent true --tint 0x{panel}",
    "tint2": "tint2 -c {folder}/tint2rc",
}
TINT2 = """
rounded = 0
background_color = #{panel} 100
panel_items = S
panel_size = 200 32
panel_position = bottom right horizontal
panel_background_id = 1
systray_padding = 4 4 4
systray_monitor = 1
systray_icon_size = 22
"""


class Desktop:
    """One screen; use as a context manager.

    Args:
        folder: for homes and logs.
        host: `trayer`, `tint2`, or None for a desktop without a tray.
        backend: pystray's, `gtk` or `xorg`.
        panel: its colour, as six hex digits.

    """

    def __init__(self, folder: Path, host: str | None, backend: str = "gtk", panel: str = "f2f2f2") -> None:
        self._folder, self._host, self._backend, self._panel = folder, host, backend, panel
        self._open = ExitStack()
        self.environment: dict[str, str] = {}
        self.display = ""

    def __enter__(self) -> Self:
        try:
            self._begin()
        except BaseException:
            self._open.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def _begin(self) -> None:
        number = self._said_on_descriptor(
            ["Xvfb", "-displayfd", "{}", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"]
        )
        self.display = f":{number}"
        kept = {name: value for name, value in os.environ.items() if name not in ("XDG_RUNTIME_DIR", "WAYLAND_DISPLAY")}
        self.environment = kept | {
            "BROWSER": "true",  # the page of the first orientation opens by itself, and would cover the screen
            "DISPLAY": self.display,
            "HOME": str(self._folder),
            "LANG": "C.UTF-8",
            "NO_AT_BRIDGE": "1",
            "PYSTRAY_BACKEND": self._backend,
            "PYTHONUNBUFFERED": "1",
            "SECONDLOOK_DISTRICT_SETTINGS": str(self._folder / "district.json"),
        }
        # Else the home page would open by itself for the orientation, in whatever browser is there.
        (self._folder / "district.json").write_text('{"orientation": "quiet"}', encoding="utf-8")
        bus = self._said_on_descriptor(["dbus-daemon", "--session", "--nofork", "--nosyslog", "--print-address={}"])
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        if self._backend == "gtk":
            self._show_gi()
        self._child(["openbox"])
        if self._host:
            (self._folder / "tint2rc").write_text(TINT2.format(panel=self._panel), encoding="utf-8")
            words = HOSTS[self._host].format(panel=self._panel, folder=self._folder)
            self._child(words.split())

    def _show_gi(self) -> None:
        assert DEBIAN_GI.is_dir(), f"PyGObject is missing. Install it with: {INSTALL}"
        place = self._folder / "python"
        place.mkdir()
        (place / "gi").symlink_to(DEBIAN_GI)
        self.environment["PYTHONPATH"] = str(place)
        found = subprocess.run([sys.executable, "-c", "import gi._gi"], env=self.environment, check=False)
        assert found.returncode == 0, "Debian's PyGObject is of another Python: make PYTHON=/usr/bin/python3 setup"

    def _child(self, words: list[str], **more: Any) -> subprocess.Popen[bytes]:
        log = self._open.enter_context((self._folder / f"{Path(words[0]).name}.log").open("ab"))
        try:
            child = subprocess.Popen(words, env=self.environment or None, stdout=log, stderr=log, **more)
        except FileNotFoundError:
            raise AssertionError(f"{words[0]} is missing. Install it with: {INSTALL}") from None
        self._open.callback(child.wait, 15)
        self._open.callback(child.terminate)
        return child

    def _said_on_descriptor(self, words: list[str]) -> str:
        """Start a program that says one line on a descriptor of its own once it is ready."""
        ours, theirs = os.pipe()
        try:
            self._child([word.format(theirs) for word in words], pass_fds=(theirs,))
        finally:
            os.close(theirs)
        with os.fdopen(ours) as stream:
            line = stream.readline().strip()
        assert line, f"{words[0]} did not start"
        return line

    def home(self) -> Path:
        """A home with the invented students and a key file, so that no keyring is asked."""
        home = self._folder / "home"
        without_bus = self.environment | {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nonexistent"}
        words = secondlook("roster", "import", str(ROSTER / "users.csv"), "--home", str(home))
        subprocess.run(words, env=without_bus, check=True, capture_output=True)
        return home

    def agent(self, home: Path, *more: str) -> subprocess.Popen[bytes]:
        """Start the agent with its icon."""
        return self._child(secondlook("run", "--home", str(home), *more))

    def program(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a Python program on this desktop."""
        return self._child([sys.executable, *words])

    def stderr(self) -> str:
        """What the agent has said so far."""
        return (self._folder / f"{Path(sys.executable).name}.log").read_text(encoding="utf-8")

    def picture(self) -> Image.Image:
        """The screen as it is."""
        return ImageGrab.grab(xdisplay=self.display).convert("RGB")

    def find(self, state: Protection) -> tuple[int, int, int] | None:
        """Where the icon of a state stands, pixel for pixel, and its size; None when it is nowhere."""
        screen = self.picture()
        seen = _solid(screen, state)
        if seen is None:
            return None
        for size in range(16, 33):
            drawn = draw(state, size)
            icon = Image.new("RGB", (size, size), f"#{self._panel}")
            icon.paste(drawn, (0, 0), drawn)
            within = _solid(icon, state)
            if within is None:
                continue
            x, y = seen[0] - within[0], seen[1] - within[1]
            if _alike(screen.crop((x, y, x + size, y + size)), icon):
                return x, y, size
        return None

    def wait_icon(self, state: Protection) -> tuple[int, int]:
        """Wait for the icon of a state and return its middle."""
        x, y, size = until(lambda: self.find(state), f"the icon of {state}", SECONDS)
        return x + size // 2, y + size // 2

    def click(self, place: tuple[int, int], button: int) -> None:
        """Click somewhere, as a person does."""
        self._xdotool("mousemove", str(place[0]), str(place[1]), "click", str(button))

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._xdotool("key", "--delay", "60", *keys)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.environment, check=True)

    def open_menu(self, place: tuple[int, int]) -> tuple[Image.Image, tuple[int, int, int, int]]:
        """Right-click the icon and wait until the menu stands still: the screen, and where the menu is on it."""
        self._xdotool("mousemove", str(place[0]), str(place[1]))
        before = self.picture()
        self._xdotool("click", "3")
        last: list[Image.Image] = [before]

        def menu() -> tuple[int, int, int, int] | None:
            now = self.picture()
            box = ImageChops.difference(before, now).getbbox()
            still = ImageChops.difference(last[0], now).getbbox() is None
            last[0] = now
            return box if still and box and box[3] - box[1] > 150 else None

        place = until(menu, "the opened menu", SECONDS)
        return last[0], place


def _solid(picture: Image.Image, state: Protection) -> tuple[int, int, int, int] | None:
    """The box around all pixels that have just the colour of a state."""
    flat = Image.new("RGB", picture.size, COLOURS[state])
    red, green, blue = ImageChops.difference(picture, flat).split()
    apart = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return apart.point(lambda value: 255 if value <= 1 else 0).getbbox()


def _alike(one: Image.Image, two: Image.Image) -> bool:
    """The same but for how a panel blends the soft corners; two states differ by three times as much and more."""
    return max(ImageStat.Stat(ImageChops.difference(one, two)).mean) <= 4
