"""Takes the pictures of the home page, in a real Chromium with a real agent.

`tools/home_pictures.py` writes docs/images/home.png: what is kept, in one screen. With `--all DIR` it takes every section
in every language, light and dark, wide and narrow, for a person to look at. People on it are invented.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from playwright.sync_api import Browser, sync_playwright  # noqa: E402

from e2e.chromium import CHROMIUM, FLAGS  # noqa: E402 - the browser tests' own parts, found only after the line above
from e2e.home_page import LOCALES, SECTIONS, HomeAgent, go, opened  # noqa: E402


@contextmanager
def world() -> Iterator[tuple[Browser, HomeAgent]]:
    """A browser, and an agent with one of everything."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        agent = HomeAgent(Path(folder))
        agent.import_roster(("Zelda", "Quistgaard"))
        for kind in ("own_child", "alumni"):
            agent.say("exceptions", "add", f"Somebody {kind}", "--kind", kind)
        agent.say("consent", "add", "Marisol Echeverría", "--for", "event", "--label", "Fall concert")
        agent.start()
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(FLAGS))
        try:
            yield browser, agent
        finally:
            browser.close()
            agent.stop()


def take_docs_picture() -> None:
    """docs/images/home.png, in English."""
    target = ROOT / "docs" / "images" / "home.png"
    with world() as (browser, agent), opened(browser, agent) as page:
        page.set_viewport_size({"width": 920, "height": 760})
        go(page, "kept")
        page.evaluate(
            "place => { document.querySelector('main p > code').textContent = place }", "~/.local/share/second-look"
        )
        page.screenshot(path=target)
    print(target)


def take_all(folder: Path) -> None:
    """Every section, language, theme and width, one picture each, into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with world() as (browser, agent):
        for language in LOCALES:
            for theme, width in (("light", 1000), ("dark", 1000), ("light", 320)):
                with opened(browser, agent, language, theme, width) as page:
                    for section in SECTIONS:
                        go(page, section)
                        page.screenshot(path=folder / f"{section}-{language}-{theme}-{width}.png", full_page=True)
    print(folder)


def main() -> None:
    """Parse the command line and take the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="take every section into DIR instead")
    asked = parser.parse_args()
    if asked.all:
        take_all(asked.all)
    else:
        take_docs_picture()


if __name__ == "__main__":
    main()
