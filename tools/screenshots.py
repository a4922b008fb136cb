"""Takes the pictures of the product over the fixture composer, in a real Chromium with the real agent.

`tools/screenshots.py` writes what README and docs/staff.md show into docs/images: card, sheet, a held friend request in
the dark, the bar of the work day, and the card in Portuguese. With `--all DIR` it takes every state (underline, card, sheet,
away and more) in every language, light and dark, for a person to look at. People on it are invented.
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
from e2e.chromium import EXTENSION_ID, build, copy_extension, launch  # noqa: E402
from e2e.our_ui import OurUi  # noqa: E402
from e2e.surfaces import facebook_post, instagram_comment  # noqa: E402
from e2e.waiting import wait_for  # noqa: E402
from e2e.work_day import work_always  # noqa: E402
from pages.server import SiteServer  # noqa: E402

NAME = "Emma Rodrigues"
DRAFTS = {
    "en": f"So proud of {NAME} today!",
    "es": f"¡Qué orgullo de {NAME}, ganó la feria de ciencias! 🎉",
    "pt-BR": f"Que orgulho de {NAME}, venceu a feira de ciências! 🎉",
}
IMAGES = ROOT / "docs" / "images"
WIDTH, SHARP = 640, 1000
"""Of a window in a picture for the docs, and of the picture: the browser itself draws it larger, so that it is sharp."""
PERSON = "https://www.facebook.com/emma.r?name=Emma+Rodrigues"
COLLEAGUE = "https://www.facebook.com/reactions?tagging=yes&name=Dana+Whitfield"
BROWSER_LANGUAGES = {"en": "en-US", "es": "es", "pt-BR": "pt-BR"}


@contextmanager
def world(language: str, *, at_work: bool = False) -> Iterator[tuple[BrowserContext, AgentProcess]]:
    """Agent, fixture sites and a browser in that language; `at_work`: it is always the person's work day."""
    build("tests/pages/build.mjs")
    with tempfile.TemporaryDirectory() as folder, SiteServer() as sites, sync_playwright() as playwright:
        at = Path(folder)
        (at / "home").mkdir()
        (at / "profile").mkdir()
        agent = AgentProcess(at / "home")
        agent.import_roster(("Zelda", "Quistgaard"))
        if at_work:
            work_always(agent)
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


def open_card(page: Page, language: str, theme: str, draft: str | None = None) -> OurUi:
    """The composer with the draft, or another one, and the card open at the name."""
    ui = OurUi(page)
    page.emulate_media(reduced_motion="reduce")
    facebook_post(page, language, theme=theme).type(draft or DRAFTS[language])
    ui.wait_underlined(NAME)
    ui.open_card(NAME)
    return ui


def take_docs_pictures() -> None:
    """Every picture of a warning that the docs show."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with world("en") as (context, _):
        with window(context, 460) as page:
            save(open_card(page, "en", "light"), "warning", 460)
        with window(context, 440) as page:
            surface = facebook_post(page)
            surface.type(DRAFTS["en"])
            ui = OurUi(page)
            ui.wait_underlined(NAME)
            surface.submit.click()
            ui.wait_sheet()
            save(ui, "sheet", 440)
        with window(context, 420) as page:
            page.goto(f"{PERSON}&theme=dark")
            page.get_by_role("button", name=NAME).first.click()
            ui = OurUi(page)
            ui.wait_sheet()
            save(ui, "friend-request", 420)
    with world("pt-BR") as (context, _), window(context, 460) as page:
        save(open_card(page, "pt-BR", "light", f"Que orgulho de {NAME} hoje!"), "warning-pt", 460)
    with world("en", at_work=True) as (context, _), window(context, 160) as page:
        page.goto("https://www.facebook.com/")
        ui = OurUi(page)
        ui.wait_text("For school?")
        save(ui, "work-hours", 160)


@contextmanager
def window(context: BrowserContext, height: int) -> Iterator[Page]:
    """A page in a window for the docs, in which nothing moves."""
    page = context.new_page()
    page.emulate_media(reduced_motion="reduce")
    page.set_viewport_size({"width": WIDTH, "height": height})
    yield page
    page.close()


def save(ui: OurUi, name: str, height: int) -> None:
    """What the window shows now, as docs/images/NAME.png."""
    target = IMAGES / f"{name}.png"
    clip = {"x": 0, "y": 0, "width": WIDTH, "height": height, "scale": SHARP / WIDTH}
    shot = ui.cdp.send("Page.captureScreenshot", {"format": "png", "clip": clip})
    target.write_bytes(base64.b64decode(shot["data"]))
    print(target)


def take_all(folder: Path) -> None:
    """Every state, language and theme, one picture each, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for language, draft in DRAFTS.items():
        with world(language) as (context, agent):
            for theme in ("light", "dark"):
                while_writing(context, language, theme, folder)
                on_people_and_pages(context, language, theme, folder)
            agent.stop()
            page = context.new_page()
            page.emulate_media(reduced_motion="reduce")
            surface = facebook_post(page, language)
            surface.type(draft)
            surface.submit.click()
            OurUi(page).wait_sheet()
            page.screenshot(path=folder / f"{language}-away.png")
    print(folder)


def while_writing(context: BrowserContext, language: str, theme: str, folder: Path) -> None:
    """Card, clause, underline, sheet, a narrow window, a textarea, a box that nobody knows, the reminder."""
    page = context.new_page()
    ui = open_card(page, language, theme)
    shot = Shots(page, f"{folder}/{language}-{theme}")
    shot("card")
    ui.click({"en": "Why?", "es": "¿Por", "pt-BR": "Por"}[language])
    ui.wait_text("IHB")
    shot("card-why")
    page.keyboard.press("Escape")
    surface = facebook_post(page, language, theme=theme)
    surface.type(DRAFTS[language])
    ui.wait_underlined(NAME)
    shot("underline")
    surface.submit.click()
    ui.wait_sheet()
    shot("sheet")
    page.keyboard.press("Escape")
    page.set_viewport_size({"width": 320, "height": 640})
    surface.submit.click()
    ui.wait_sheet()
    shot("sheet-narrow")
    page.set_viewport_size({"width": 1000, "height": 800})
    comment = instagram_comment(page, language, theme=theme)
    comment.type(DRAFTS[language])
    ui.wait_marked(NAME)
    shot("instagram")
    page.goto(f"https://www.facebook.com/?renamed=yes&lang={language}&theme={theme}")
    page.get_by_role("button", name="Share your day").click()
    page.get_by_role("dialog").get_by_role("textbox").click()
    page.keyboard.type("Bake sale")
    wait_for(page, lambda: ui.pill, "the question mark")
    ui.click(ui.pill)
    wait_for(page, lambda: ui.text, "its sentence")
    shot("unknown")
    page.close()


def on_people_and_pages(context: BrowserContext, language: str, theme: str, folder: Path) -> None:
    """The sheet at a button on a person and at a tag of a colleague, the popup and the options page."""
    page = context.new_page()
    shot = Shots(page, f"{folder}/{language}-{theme}")
    page.emulate_media(reduced_motion="reduce", color_scheme=theme)
    page.goto(f"{PERSON}&lang={language}&theme={theme}")
    page.get_by_role("button", name=NAME).first.click()
    OurUi(page).wait_sheet()
    shot("person")
    page.goto(f"{COLLEAGUE}&lang={language}&theme={theme}")
    page.get_by_role("option", name="Dana Whitfield").click()
    OurUi(page).wait_sheet()
    shot("tag")
    for name, size in {"popup": (320, 320), "options": (800, 1000)}.items():
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.goto(f"chrome-extension://{EXTENSION_ID}/{name}.html")
        page.wait_for_function("() => document.querySelector('#tab, #test[aria-busy=false] li')?.textContent")
        shot(name)
    page.close()


class Shots:
    """Takes pictures of one page under one stem."""

    def __init__(self, page: Page, stem: str) -> None:
        """Of `page`, to files beginning with `stem`."""
        self._page, self._stem = page, stem

    def __call__(self, name: str) -> None:
        """One picture of what is seen now."""
        self._page.screenshot(path=f"{self._stem}-{name}.png")


def main() -> None:
    """Parse the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="take every state into DIR instead")
    asked = parser.parse_args()
    if asked.all:
        take_all(asked.all)
    else:
        take_docs_pictures()


if __name__ == "__main__":
    main()
