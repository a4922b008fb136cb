"""What plainly is no CSS selector is told before a district's folder is made."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondlook.policy.selector import selector_fault

SITES = Path(__file__).resolve().parents[2] / "shared_rules" / "sites"


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[role=dialog", "] is missing"),
        ("article((", ") is missing"),
        ("div:is(a, b))", ") closes nothing"),
        ("div[a)", ") closes nothing"),
        ('[aria-label="x]', '" is not closed'),
        ("   ", "it is empty"),
    ],
)
def test_a_fault_is_named(text: str, says: str) -> None:
    """Brackets, quotes, nothing at all."""
    assert selector_fault(text) == f"no CSS selector: {says}"


@pytest.mark.parametrize("text", ["[aria-label='a ( b']", r"div.a\(b", ":is([role=main], main) > h1:not([hidden])"])
def test_brackets_in_quotes_or_escaped_do_not_count(text: str) -> None:
    """They are words, not the selector's own."""
    assert selector_fault(text) is None


def test_the_shipped_anchors_have_none() -> None:
    """Each of them."""
    anchors = [
        text
        for file in ("facebook", "instagram")
        for text in json.loads((SITES / f"{file}.json").read_text(encoding="utf-8"))["anchors"].values()
    ]
    assert anchors
    assert [selector_fault(text) for text in anchors] == [None] * len(anchors)
