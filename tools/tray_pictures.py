"""Takes the pictures of the tray: docs/images/tray-menu.png, photographed in a real tray, and docs/images/tray.png, the five shapes.

`tools/tray_pictures.py` writes both. With `--all DIR` it photographs the opened menu in every language, on a light and a
dark panel, for a person to look at. Everything is drawn by the product; people are invented.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import get_args

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from PIL import Image, ImageDraw, ImageFont  # noqa: E402

from agent_link import PairedAgent  # noqa: E402 - the tests' own parts, found only after the line above
from secondlook.contract import Protection  # noqa: E402
from secondlook.tray.icon import draw  # noqa: E402
from tray.desktop import Desktop  # noqa: E402

IMAGES = ROOT / "docs" / "images"
PANELS = {"light": "f2f2f2", "dark": "20242a"}
WORDS: dict[Protection, str] = {
    "protected": "on", "starting": "starting", "limited": "with limits", "paused": "paused", "not_protecting": "not on",
}  # fmt: skip
FONT = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"


def shapes() -> Image.Image:
    """Every state at 32, 22 and 16 pixels, doubled so that the pixels can be seen, on a light and a dark panel."""
    wide, high, scale = 172, 110, 2
    states = get_args(Protection)
    sheet = Image.new("RGB", (wide * len(states), high * 2), "white")
    pen, font = ImageDraw.Draw(sheet), ImageFont.truetype(FONT, 14)
    for row, (panel, ink) in enumerate((("#f2f2f2", "#202124"), ("#20242a", "#f2f2f2"))):
        pen.rectangle((0, row * high, sheet.width, row * high + high), fill=panel)
        for column, state in enumerate(states):
            x = column * wide + 8
            for size in (32, 22, 16):
                icon = draw(state, size).resize((size * scale, size * scale), Image.Resampling.NEAREST)
                sheet.paste(icon, (x, row * high + 80 - icon.height), icon)
                x += icon.width + 7
            pen.text((column * wide + 8, row * high + 86), WORDS[state], fill=ink, font=font)
    return sheet


def menu(language: str, panel: str, *, paused: bool = False) -> Image.Image:
    """The opened menu over its icon, in a real tray, with a browser that has asked."""
    with tempfile.TemporaryDirectory() as folder, Desktop(Path(folder), "trayer", panel=PANELS[panel]) as desktop:
        desktop.environment |= {
            "LANG": "C.UTF-8",
            "LANGUAGE": language,
            "LC_MESSAGES": language,
            "TZ": "America/New_York",
        }
        home = desktop.home()
        desktop.agent(home, "--port", "0")
        desktop.wait_icon("limited")
        agent = PairedAgent(home)
        agent.check("All quiet.")
        if paused:
            agent.post("/v1/pause", {"length": "15_minutes"})
        screen, (left, top, right, _) = desktop.open_menu(desktop.wait_icon("paused" if paused else "protected"))
        around = (max(left - 12, 0), max(top - 12, 0), min(right + 12, screen.width), screen.height)
        return screen.crop(around)


def main() -> None:
    """Write what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="every language and panel, for a person to look at")
    chosen: Path | None = parser.parse_args().all
    if chosen is None:
        shapes().save(IMAGES / "tray.png", optimize=True)
        menu("en_US", "light").save(IMAGES / "tray-menu.png", optimize=True)
        return
    chosen.mkdir(parents=True, exist_ok=True)
    for language in ("en_US", "es", "pt_BR"):
        for panel in PANELS:
            menu(language, panel, paused=panel == "dark").save(chosen / f"menu-{language}-{panel}.png")


if __name__ == "__main__":
    main()
