"""Which language a text is in, and words that are another language's terms there."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondlook.config import shipped
from secondlook.detection import language
from secondlook.detection.engine import Engine
from secondlook.detection.fold import fold
from secondlook.detection.names import NO_NAMES
from secondlook.detection.reading import Reading
from secondlook.detection.settings import DetectionSettings
from secondlook.detection.term_parts import CHAT
from secondlook.detection.terms import TermIndex, split_words

TERMS: TermIndex = Engine(judge=None).terms
AIDE = "protected.class_size_weak"


def read(text: str) -> Reading:
    """A reading with the shipped lists and no roster."""
    return Reading(fold(text), NO_NAMES, TERMS, DetectionSettings())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We are so proud of the whole team this morning", "en"),
        ("Qué orgullo me dan los niños de mi salón hoy", "es"),
        ("Que orgulho da minha turma, não acabou ainda", "pt"),
        ("Yes!", ""),
        ("", ""),
    ],
)
def test_small_words_tell_the_language(text: str, expected: str):
    """Function words decide; without any the language stays open."""
    folded = fold(text)
    assert language.language_of(split_words(folded.text, [(0, len(folded.text))])) == expected


def test_a_word_of_the_texts_own_language_is_no_term_of_another():
    """An English aide is a term; the Spanish and Portuguese "for" is not."""
    assert read("Every class in this building needs a para and we have none").terms(AIDE)
    assert not read("Los dulces son para los niños de mi salón").terms(AIDE)
    assert not read("Os doces são para as crianças da minha sala").terms(AIDE)


def test_other_terms_of_the_text_stay():
    """Only the false friend goes."""
    assert read("El sindicato pide más ayudantes para los salones").terms("protected.union")


def test_every_false_friend_is_a_term_of_the_lists():
    """A line that no list bears out any more is dead: every word calls up every group said to have it."""
    folder = Path(language.__file__).with_name("false_friends.json")
    rows = json.loads(folder.read_text(encoding="utf-8"))["not_terms"]
    for words in rows.values():
        for word, groups in words.items():
            assert set(groups) <= read("").found_in(fold(word)).keys(), word


@pytest.mark.parametrize("text", ["Guineo para los pasteles", "Bolo pra festa de domingo", "Farinha pro pão"])
def test_for_is_no_word_of_school(text: str):
    """What chat writes for "para" is one of the commonest words there are, and no term may be read as it unawares."""
    assert "school_context.strong" not in read(text).hits


MEANT_AS_CHAT = {"ur", "pra", "ta", "to", "w", "doesnt", "didnt", "cant", "isnt"}
"""One-word terms that stand for the word which chat reads them as, or are read the same way on both sides."""


def test_no_term_is_read_as_another_word_unawares():
    """A term of one word that chat writes for another is that word wherever it stands: "prô" was "para"."""
    lists = [
        json.loads(path.read_text(encoding="utf-8"))["groups"]
        for path in sorted((shipped("shared_rules") / "terms").glob("*.json"))
    ]
    terms = [term for groups in lists for group in groups.values() for words in group.values() for term in words]
    assert len(terms) > 10_000
    assert {fold(term).text.strip("/") for term in terms} & CHAT.keys() <= MEANT_AS_CHAT
