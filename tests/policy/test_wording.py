"""Sentences: placeholders, sureness, words cut by UTF-16 offsets."""

from __future__ import annotations

import pytest

from secondlook.policy.wording import clip, render, sureness, unknown_placeholders, words_at


@pytest.mark.parametrize(
    ("score", "said"),
    [
        (1.0, ("is", "es", "é")),
        (0.9, ("is", "es", "é")),
        (0.89, ("looks like", "parece", "parece")),
        (0.6, ("looks like", "parece", "parece")),
        (0.59, ("could be", "podría ser", "pode ser")),
        (0.0, ("could be", "podría ser", "pode ser")),
    ],
)
def test_sureness(score, said):
    """From 0.9 "is", from 0.6 "looks like", below "could be", in each language."""
    assert tuple(sureness(score, code) for code in ("en", "es", "pt")) == said


@pytest.mark.parametrize(
    ("text", "start", "end", "words"),
    [
        ("🎉 Emma", 3, 7, "Emma"),
        ("João", 0, 4, "João"),
        ("Emma", 0, 99, "Emma"),
        ("Emma", 9, 12, ""),
        ("🎉", 0, 1, "\ufffd"),
        ("\ud83c Emma", 2, 6, "Emma"),
    ],
)
def test_words_at(text, start, end, words):
    """Offsets count UTF-16 units; beyond the end, inside a pair or beside a lone surrogate nothing breaks."""
    assert words_at(text, start, end) == words


def test_braces_that_somebody_typed_stay_as_typed():
    """A person's own words are never read as a placeholder."""
    assert render("{words} {sureness} it.", "{sureness} {0} {x!r}", 1.0, "en") == "{sureness} {0} {x!r} is it."


def test_nobody_to_name():
    """Without words the sentence speaks of "this person", with a capital where a sentence begins."""
    assert (
        render("{words} {sureness} it. Has {words} agreed?", "", 1.0, "en")
        == "This person is it. Has this person agreed?"
    )
    assert render("¿{words} aceptó?", "", 1.0, "es") == "¿Esta persona aceptó?"


def test_long_words_are_clipped_to_one_line():
    """The sentence repeats at most sixty characters, on one line."""
    assert clip("Emma\n  Rodrigues") == "Emma Rodrigues"
    assert len(clip("a" * 500)) == 60


@pytest.mark.parametrize(
    ("template", "strays"),
    [("{words} {sureness}", []), ("{word}", ["{word}"]), ("{}", ["{}"]), ("{words", ["{"]), ("a } b", ["}"])],
)
def test_unknown_placeholders(template, strays):
    """Only {words} and {sureness} mean anything; an open brace is a mistake."""
    assert unknown_placeholders(template) == strays
