"""docs/admin/troubleshoot.md has an entry for each sentence of doctor's, and a cause for each that is not plain good news."""

from __future__ import annotations

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tools"))

from generate_troubleshoot import CAUSES, WELL  # noqa: E402  lies beside the tools, not in the package
from secondlook.status.sentences import SAYS  # noqa: E402  the same
from secondlook.status.steps import NEXT  # noqa: E402  the same

PAGE = (ROOT / "docs" / "admin" / "troubleshoot.md").read_text(encoding="utf-8")


def test_each_sentence_has_its_entry_or_is_good_news() -> None:
    """A new sentence is put into one of the two in tools/generate_troubleshoot.py; none is in both, and none is gone."""
    assert set(CAUSES) | WELL == set(SAYS)
    assert not set(CAUSES) & WELL


def test_each_entry_is_on_the_page() -> None:
    """In doctor's own words, so that a person who searches the page for the sentence finds it."""
    for key in SAYS:
        words = re.sub(r"\{[a-z_]+\}", "…", SAYS[key][0])
        assert f"| {words} |" in PAGE, key


def test_whatever_is_not_well_has_a_next_step() -> None:
    """Amber and red come with something to do, but for what passes by itself or belongs to another link."""
    by_itself = {"names_loading"}
    assert {key for key, (level, _) in CAUSES.items() if level != "ok"} - set(NEXT) == by_itself
