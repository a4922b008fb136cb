"""The checklist of everything a person can write or do on a site, and the page docs/coverage.md that is made of it.

One list for both browsers: `checklist.json`. A cell of the page says what a run has seen: `protected` where the submit was held
and asked about, `assumed` where it was too but the page or the words it rests on are not known from the live site, and
`not covered`. The tests compare each run with the page; `make coverage` writes the page from a run.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from functools import cache
from typing import Any

from e2e.agent_process import ROOT
from e2e.behaviours import section

PAGE = ROOT / "docs" / "coverage.md"
FOUND = ROOT / "build" / "coverage"
BROWSERS = {"chromium": "Chromium", "firefox": "Firefox ESR"}
LANGUAGES = {"en": "en", "es": "es", "pt-BR": "pt"}
KNOWN_LIVE = {"A", "B"}
ANYWAY = {
    "post": "Post anyway", "comment": "Comment anyway", "message": "Send anyway", "story": "Share anyway",
    "bio": "Save anyway", "friend_request": "Add anyway", "accept_request": "Confirm anyway", "follow": "Follow anyway",
    "tag": "Tag anyway",
}  # fmt: skip
"""What the button says that lets it go, in an English browser."""
LIST: dict[str, Any] = json.loads((ROOT / "tests/e2e/checklist.json").read_text(encoding="utf-8"))
STUDENT: str = LIST["student"]
WRITING = os.environ.get("SECOND_LOOK_WRITE_COVERAGE") == "1"


@dataclass(frozen=True)
class Entry:
    """One thing a person can do, as `checklist.json` has it."""

    id: str
    name: str
    at: str
    send: str
    anyway: str
    sent: str
    facts: str
    labels: list[str]
    steps: list[str]
    before_send: tuple[str, ...] = ()
    box: str | None = None
    named: str = STUDENT
    text: str = ""

    @property
    def site(self) -> str:
        """The file of shared_rules/sites that its labels are in."""
        return "instagram" if "instagram.com" in self.at else "facebook"

    def address(self, lang: str) -> str:
        """Where it is, in a language of the fixture."""
        return f"{self.at}{'&' if '?' in self.at else '?'}lang={lang}"

    def is_assumed(self, lang: str) -> bool:
        """Whether the page's shape, or a label it rests on in this language, has not been seen on the live site."""
        labels = _labels(self.site)
        unseen = any(LANGUAGES[lang] in labels[label].get("assumed", ()) for label in self.labels)
        return self.facts not in KNOWN_LIVE or unseen

    def when_held(self, lang: str) -> str:
        """The cell of the page when the submit is held."""
        return "assumed" if self.is_assumed(lang) else "protected"


@cache
def _labels(site: str) -> dict[str, Any]:
    return json.loads((ROOT / f"shared_rules/sites/{site}.json").read_text(encoding="utf-8"))["labels"]


ENTRIES = [Entry(**entry) for entry in LIST["surfaces"]]
COLUMNS = [(browser, lang) for browser in BROWSERS for lang in LANGUAGES]


def cells_of_page() -> dict[tuple[str, str, str], str]:
    """What the page says now: (entry, browser, language) -> cell."""
    names = {entry.name: entry.id for entry in ENTRIES}
    found = {}
    for line in PAGE.read_text(encoding="utf-8").splitlines() if PAGE.is_file() else ():
        name, *cells = [part.strip() for part in line.strip("|").split("|")]
        if name in names and len(cells) == len(COLUMNS) + 1:
            for (browser, lang), cell in zip(COLUMNS, cells[1:], strict=True):
                found[names[name], browser, lang] = cell
    return found


def note(browser: str, entry: Entry, lang: str, *, held: bool) -> None:
    """Keep what a run has seen for `make coverage`, and where nothing is being written compare it with the page.

    Raises:
        AssertionError: the page says something else.

    """
    cell = entry.when_held(lang) if held else "not covered"
    if WRITING:
        FOUND.mkdir(parents=True, exist_ok=True)
        with (FOUND / f"{browser}.jsonl").open("a", encoding="utf-8") as lines:
            lines.write(json.dumps([entry.id, lang, cell]) + "\n")
        return
    said = cells_of_page().get((entry.id, browser, lang))
    assert cell == said, (
        f"docs/coverage.md says {said!r} of {entry.name} in {lang}, this run saw {cell!r}: make coverage"
    )


def page(cells: dict[tuple[str, str, str], str]) -> str:
    """docs/coverage.md from the cells."""
    heads = [f"{name} {lang}" for browser, name in BROWSERS.items() for lang in LANGUAGES]
    rows = [
        "| " + " | ".join([entry.name, entry.facts, *(cells.get((entry.id, b, lang), "not run") for b, lang in COLUMNS)]) + " |"
        for entry in ENTRIES
    ]  # fmt: skip
    return "\n".join([
        "# What is looked after, where", "",
        "Made by `make coverage` from a run of the checklist (`tests/e2e/checklist.json`) in both browsers against the fixture pages, with the real agent.",
        "Each cell is one scenario: a student is named, written to or acted on, the submit is held and nothing goes out. `make test` plays them all again and fails",
        "where this page says something else. Nobody on the project has seen the live sites: the pages follow public sources.", "",
        "- **protected**: held, and the page's shape and words are known from the live site (A: seen live by somebody in 2025-26; B: two sources, or one whose code depends on it).",
        "- **assumed**: held as well, but the shape (C: one source; GAP: nobody has seen it) or a label in this language is our assumption. On the real site it may be",
        "  missed; then a box shows a question mark, and the pop-up says that it is not recognised.",
        "- **not covered**: the submit went out unasked.", "",
        "| what a person does | known from | " + " | ".join(heads) + " |",
        "|---" * (len(heads) + 2) + "|",
        *rows, "",
        *section(),
        "## Not covered", "",
        *(f"- {one['name']}: {one['why']}." for one in LIST["not_covered"]), "",
        "Visits in work hours are tried on Facebook, Instagram and YouTube (`tests/e2e/test_visits.py`); phone apps, texting and other browsers are out of reach.", "",
    ])  # fmt: skip
