"""Texts without a name that grow: the name book says at each state what it says of a text it has never met."""

from __future__ import annotations

import random

from secondlook.detection.fold import fold
from secondlook.people.namebook import RosterNames
from secondlook.people.person import RosterPerson
from secondlook.people.roster import build_index

DICE = random.Random(3)  # noqa: S311 - repeatable, not secret
KEY = b"k" * 32
PEOPLE = [("Emma", "Rodrigues"), ("Liam", "O'Malley"), ("Hope", "Winter"), ("Ana", "de la Cruz"), ("Zöe", "Long")]
PIECES = (
    "the", "bus", "was", "late", "today", "Emma", "emma", "Rodrigues", "o", "malley", "O", "de", "la", "cruz", "hope", "Hope", "winter",
    "will", "#goemma", "@emma.rodrigues", "emmarodrigues", "E", "m", "m", "a", "3mm4", "popsicles,", "(long)", "day.", "Z\u00f6e", "caf\u00e9",
    "\U0001f389", "R.", "b12", "it's", "",
)  # fmt: skip


def book() -> RosterNames:
    """A small school and its staff."""
    people = [RosterPerson(given=given, family=family) for given, family in PEOPLE]
    return RosterNames(build_index(people, KEY), build_index(people[:1], KEY))


def test_growing_is_as_good_as_new():
    """Words in any order, typed one after the other into one book, and each state shown to another book that has seen nothing."""
    typed = book()
    for _ in range(150):
        words = [DICE.choice(PIECES) for _ in range(9)]
        for count in range(1, len(words) + 1):
            text = " ".join(words[:count])
            assert typed.find(text, fold(text)) == book_of_the_day().find(text, fold(text)), text


INDEXES = book()._indexes


def book_of_the_day() -> RosterNames:
    """The same rosters, nothing remembered."""
    return RosterNames(INDEXES[0][1].index, INDEXES[1][1].index)


def test_plain_words_are_let_through_and_names_are_not():
    """A text that grows by everyday words is known to be without a name; a name ends that."""
    names = book()
    unnamed = names._unnamed
    for text in ("the bus", "the bus was", "the bus was late"):
        assert names.find(text, fold(text)) == []
    assert unnamed.still(fold("the bus was late today"))
    assert not unnamed.still(fold("the bus was late emma"))
    assert not unnamed.still(fold("the bus was late #goteam"))


def test_holds_no_word():
    """Keyed hashes and nothing else."""
    names = book()
    names.find("the bus was late", fold("the bus was late"))
    assert all(isinstance(mark, bytes) and kept is True for mark, kept in names._unnamed._memory._kept.items())
