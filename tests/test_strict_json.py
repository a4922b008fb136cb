"""The one reader of JSON: what it refuses, that brackets in words are no nesting, and that rubbish costs no more than its length."""

from __future__ import annotations

import pytest

from secondlook.strict_json import MAX_DEPTH, StrictJsonError, parse

DEEPEST = "[" * MAX_DEPTH + "]" * MAX_DEPTH


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "syntax"),
        ('{"a": 1,}', "syntax"),
        ('{"a": 1, "b": 2, "a": 3}', "twice"),
        ('{"a": {"b": 1, "b": 1}}', "twice"),
        ("[NaN]", "constant"),
        ("[-Infinity]", "constant"),
        ("[1e999]", "large"),
        ("[123456789012345678901]", "large"),
        (f"[{DEEPEST}]", "deep"),
        ('{"a":' * 20, "syntax"),
        (f'{{"a": {DEEPEST}}}', "deep"),
        ("[" * 100_000, "deep"),
    ],
)
def test_what_nobody_can_have_meant(text: str, fault: str) -> None:
    """Each with its fault; the error carries no part of the text but the key that stands twice."""
    with pytest.raises(StrictJsonError) as refused:
        parse(text)
    assert refused.value.fault == fault
    assert refused.value.key in ("", "a", "b")
    assert refused.value.__cause__ is None


@pytest.mark.parametrize(
    "words", ["[" * 50, "{" * 50, '\\"' + "[" * 50, '[\\"[' * 30, "\\\\" + "]" * 30, "\\n[" * 30], ids=repr
)
def test_brackets_in_words_are_no_nesting(words: str) -> None:
    """Also behind an escaped quote or backslash."""
    assert list(parse(f'{{"{words}": ["{words}"]}}')) == [parse(f'"{words}"')]


def test_as_deep_as_allowed() -> None:
    """And one after the other as often as one likes."""
    assert parse(DEEPEST) is not None
    assert len(parse(f"[{', '.join([DEEPEST[1:-1]] * 50)}]")) == 50


@pytest.mark.parametrize("rubbish", ['"' + '\\"' * 400_000, '"' * 800_001, '\\"' * 400_000, '"\\' * 400_000])
def test_rubbish_is_read_once(rubbish: str) -> None:
    """Were a quote without an end tried anew at each further one, this would outlast every time limit by far."""
    with pytest.raises(StrictJsonError):
        parse(rubbish)
