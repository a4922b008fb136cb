"""Term lists: their shape, and what they are refused for."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from policy.cases import SHARED_RULES
from secondlook.policy.terms import TermList

FILES = sorted((SHARED_RULES / "terms").glob("*.json"))


def group(*terms):
    return {"about": "words for a test", "groups": {"words": {"es": list(terms)}}}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_list_has_the_shape(path):
    """Every shipped list follows the model."""
    content = json.loads(path.read_text(encoding="utf-8"))
    content.pop("$schema", None)
    assert TermList.model_validate(content).groups


@pytest.mark.parametrize(
    ("terms", "reason"),
    [
        (["nota", ""], "entry 2 is empty"),
        (["nota", " \u00a0"], "entry 2 is empty"),
        (["nota", "Nota"], "stands there twice"),
        (["plan  504", "nota", "plan 504"], "entry 3"),
        (["café", "cafe\u0301"], "stands there twice"),
    ],
)
def test_empty_or_double_line_is_refused(terms, reason):
    """An empty line or a term given twice is refused with its place, however it is spaced, cased or composed."""
    with pytest.raises(ValidationError, match=reason):
        TermList.model_validate(group(*terms))


def test_capitals_are_a_term_of_their_own():
    """A word in CAPITALS asks for capitals in the text, so it may stand beside the same word in small letters."""
    assert TermList.model_validate(group("ISS", "iss")).groups["words"].es == ["ISS", "iss"]


@pytest.mark.parametrize("content", [{"groups": {"a": {"en": ["b"]}}}, group("a") | {"groups": {}}, group(1)])
def test_other_shapes_are_refused(content):
    """A list needs its `about`, at least one group, and words."""
    with pytest.raises(ValidationError):
        TermList.model_validate(content)
