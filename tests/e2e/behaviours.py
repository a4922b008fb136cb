"""What must be true in both browsers beyond the surfaces of the checklist: `behaviours.json`, and its table in docs/coverage.md.

Each behaviour names the tests that play it in Chromium and the scenarios that play it in Firefox, or why Firefox cannot and
what was tried. Used by checklist.py and by tests/e2e/firefox/test_behaviours.py.
"""

from __future__ import annotations

import ast
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LIST: dict[str, Any] = json.loads((HERE / "behaviours.json").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Behaviour:
    """One thing that happens, as `behaviours.json` has it."""

    id: str
    what: str
    chromium: tuple[str, ...]
    """Tests as `test_card.py::test_one`, of this folder."""
    firefox: tuple[str, ...] = ()
    """Scenarios of firefox/scenarios."""
    on_a_screen: bool = False
    """Firefox needs a window for it: firefox/test_on_a_screen.py plays it."""
    not_in_firefox: str = ""
    """Why it cannot be played there, and what was tried."""


THEMES: dict[str, list[Behaviour]] = {
    theme["name"]: [Behaviour(**each) for each in theme["behaviours"]] for theme in LIST["themes"]
}
BEHAVIOURS = [each for theme in THEMES.values() for each in theme]
CHROMIUM_ALONE: dict[str, str] = LIST["chromium_alone"]
"""Files (`test_card.py`) and tests (`test_card.py::test_one`) that Firefox does not play, and why."""


@cache
def played_by(file: str) -> frozenset[str]:
    """The tests of a file of this folder, as the list names them; empty when there is no such file."""
    path = HERE / file
    tree = ast.parse(path.read_text(encoding="utf-8")) if path.is_file() else ast.Module([], [])
    return frozenset(
        f"{file}::{node.name}"
        for node in tree.body
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


def section() -> list[str]:
    """The lines of docs/coverage.md about them."""
    notes = [each.not_in_firefox for each in BEHAVIOURS if each.not_in_firefox]
    lines = [
        "## What else is true in both browsers", "",
        "From `tests/e2e/behaviours.json`. **played**: a test of `make test` does it there with the real agent and the shipped extension, and fails when it is not so.", "",
    ]  # fmt: skip
    for theme, behaviours in THEMES.items():
        lines += [f"| {theme} | Chromium | Firefox ESR |", "|---|---|---|"]
        for each in behaviours:
            firefox = "played" if each.firefox else f"not played ({notes.index(each.not_in_firefox) + 1})"
            lines.append(f"| {each.what} | {'played' if each.chromium else '—'} | {firefox} |")
        lines.append("")
    if notes:
        lines += [*(f"{number}. {note}." for number, note in enumerate(notes, 1)), ""]
    alone = [f"- `{name}`: {why}" for name, why in CHROMIUM_ALONE.items()]
    return [*lines, "Tests of Chromium (`tests/e2e`) that have no twin here:", "", *alone, ""]
