"""Takes the pictures of the product over the fixture composer, in a real Chromium with the real agent.

`tools/screenshots.py` writes docs/images/warning.png, the picture of the README. With `--all DIR` it takes every state
(underline, card, sheet, away) in every language, light and dark, for a person to look at. People on it are invented.
"""

from __future__ import annotations

import argparse
import base64
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from playwright.sync_api import BrowserContext, Page, sync_playwright  # noqa: E402

from e2e.agent_process import AgentProcess  # noqa: E402 - the browser tests' own parts, found only after the line above
from e2e.chromium import build, copy_extension, launch  # noqa: E402
from e2e.our_ui import OurUi  # noqa: E402
from e2e.surfaces import facebook_post, instagram_comment  # noqa: E402
from pages.server import SiteServer  # noqa: E402

NAME = "Emma Rodrigues"
DRAFTS = {
    "en": f"So proud of {NAME} today!",
    "es": f"¡Qué orgullo de {NAME}, ganó la feria de ciencias! 🎉",
    "pt-BR": f"Que orgulho de {NAME}, venceu a feira de ciências! 🎉",
}
PICTURE = {"width": 640, "height": 420}
BROWSER_LANGUAGES = {"en": "en-US", "es": "es", "pt-BR": "pt-BR"}


@contextmanager
def world(language: str) -> Iterator[tuple[BrowserContext, AgentProcess]]:
    """Agent, fixture sites and a browser in that language."""
    build("tests/pages/build.mjs")
    with tempfile.TemporaryDirectory() as folder, SiteServer() as sites, sync_playwright() as playwright:
        at = Path(folder)
        (at / "home").mkdir()
        (at / "profile").mkdir()
        agent = AgentProcess(at / "home")
        agent.import_roster(("Zelda", "Quistgaard"))
        agent.start()
        agent.install_host(at / "profile")
        extension = copy_extension(at / "extension")
        try:
            with launch(
                playwright,
                at / "profile",
                sites.resolver_rules,
                extension=extension,
                language=BROWSER_LANGUAGES[language],
            ) as context:
                if not context.service_workers:
                    context.wait_for_event("serviceworker")
                yield context, agent
        finally:
            agent.stop()


def open_card(page: Page, language: str, theme: str) -> OurUi:
    """The composer with the draft, and the card open at the name."""
    ui = OurUi(page)
    page.emulate_media(reduced_motion="reduce")
    facebook_post(page, language, theme=theme).type(DRAFTS[language])
    ui.wait_underlined(NAME)
    ui.open_card(NAME)
    return ui


def take_readme_picture() -> None:
    """docs/images/warning.png: the card over the composer, in English."""
    target = ROOT / "docs" / "images" / "warning.png"
    target.parent.mkdir(parents=True, exist_ok=True)
    with world("en") as (context, _):
        page = context.new_page()
        page.set_viewport_size(PICTURE)
        ui = open_card(page, "en", "light")
        # Drawn larger by the browser itself, so that it is sharp: 1000 pixels wide.
        clip = {"x": 0, "y": 0, **PICTURE, "scale": 1000 / PICTURE["width"]}
        shot = ui.cdp.send("Page.captureScreenshot", {"format": "png", "clip": clip})
        target.write_bytes(base64.b64decode(shot["data"]))
    print(target)


def take_all(folder: Path) -> None:
    """Every state, language and theme, one picture each, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, draft in DRAFTS.items():
        with world(language) as (context, agent):
            for theme in ("light", "dark"):
                stem = str(folder / f"{language}-{theme}")
                page = context.new_page()
                open_card(page, language, theme)
                page.screenshot(path=f"{stem}-card.png")
                page.keyboard.press("Escape")
                surface = facebook_post(page, language, theme=theme)
                surface.type(draft)
                ui = OurUi(page)
                ui.wait_underlined(NAME)
                page.screenshot(path=f"{stem}-underline.png")
                surface.submit.click()
                ui.wait_sheet()
                page.screenshot(path=f"{stem}-sheet.png")
                comment = instagram_comment(page, language, theme=theme)
                comment.type(draft)
                OurUi(page).wait_marked(NAME)
                page.screenshot(path=f"{stem}-instagram.png")
                page.close()
            agent.stop()
            page = context.new_page()
            page.emulate_media(reduced_motion="reduce")
            surface = facebook_post(page, language)
            surface.type(draft)
            surface.submit.click()
            OurUi(page).wait_sheet()
            page.screenshot(path=folder / f"{language}-away.png")
    print(folder)


def main() -> None:
    """Parse the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="take every state into DIR instead")
    asked = parser.parse_args()
    if asked.all:
        take_all(asked.all)
    else:
        take_readme_picture()


if __name__ == "__main__":
    main()
