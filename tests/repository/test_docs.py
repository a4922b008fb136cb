"""The docs hold together: each link leads somewhere, each picture is there, is small, and is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from repository.python_source import ROOT
from repository.test_shape import tracked

IMAGES = ROOT / "docs" / "images"
MOST_PICTURE_BYTES = 120_000
PAGES = [path for path in tracked() if path.suffix == ".md"]
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
OUTSIDE = ("https://", "http://", "mailto:")


def prose(page: Path) -> str:
    """A page without its code, where brackets are no links."""
    text = re.sub(r"^```.*?^```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
    return re.sub(r"`[^`\n]*`", "code", text)


def links(page: Path) -> list[str]:
    """Where a page points to inside the repository."""
    return [link for link in LINK.findall(prose(page)) if not link.startswith(OUTSIDE)]


def anchors(page: Path) -> set[str]:
    """What the headings of a page are called in a link, as GitHub does it."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_each_link_leads_somewhere(page: Path) -> None:
    """To a file or folder that is there, pictures included; and to a heading that is there, where one is named."""
    for link in links(page):
        place, _, heading = link.partition("#")
        target = (page.parent / place).resolve() if place else page
        assert target.exists(), link
        assert not heading or heading in anchors(target), link


def test_each_picture_is_shown_and_small() -> None:
    """None is left over from a page that has changed, and none makes a page slow."""
    shown = {(page.parent / link).resolve() for page in PAGES for link in links(page)}
    for picture in IMAGES.iterdir():
        assert picture in shown, picture.name
        assert picture.stat().st_size <= MOST_PICTURE_BYTES, picture.name
