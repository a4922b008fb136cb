"""Terms of a sentence that grows: the same, in the same order, as if its words had come all at once."""

from __future__ import annotations

import random

import pytest

from corpus.read_corpus import read_corpus
from secondlook.detection.fold import fold
from secondlook.detection.sentence_terms import hits_by_sentence
from secondlook.detection.sentences import sentences
from secondlook.detection.terms import TermIndex, split_words

DICE = random.Random(7)  # noqa: S311 - repeatable, not secret
POSTS = [post.text for post in read_corpus() if post.half == "tune" and len(post.text) > 40]


def found(index: TermIndex, text: str):
    """The remembered way and the plain one."""
    folded = fold(text)
    words = split_words(folded.text, sentences(folded.text))
    remembered, plain = hits_by_sentence(index, words, folded), index.find(words, folded)
    return list(remembered.items()), list(plain.items())


def test_growing_by_words_and_letters(engine):
    """Every state of real posts, with all lists; groups and hits in the same order."""
    engine.forget()
    for post in DICE.sample(POSTS, 60):
        words = post.split(" ")
        states = [" ".join(words[:count]) for count in range(1, len(words) + 1)]
        for state in (*states, *(post[:end] for end in range(0, len(post), 3))):
            remembered, plain = found(engine.terms, state)
            assert remembered == plain, state


@pytest.mark.parametrize(
    "text",
    [
        "i sent the poor tired kid to the nurse today",
        "sent him off. to the nurse",
        "i sent one two three four to the nurse",
        "now at level 4 at last",
        "the kid was suspended twice in his very first week",
    ],
)
def test_what_was_undecided_is_decided(text):
    """A term with a gap, a number or an ending that only a later word completes, or rules out."""
    terms = ["sent ... to the nurse", "level #", "suspend*", "suspended twice", "first week", "to the nurse today"]
    index = TermIndex({"one": terms, "two": terms[::2]})
    words = text.split(" ")
    for count in range(1, len(words) + 1):
        remembered, plain = found(index, " ".join(words[:count]))
        assert remembered == plain


def test_no_word_is_remembered(engine):
    """What the memory holds of a sentence is groups and numbers."""
    engine.forget()
    found(engine.terms, "Xochiquetzalina was suspended")
    assert "xochi" not in repr([*engine.terms.memory._kept.items()]).lower()
