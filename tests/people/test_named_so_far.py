"""Texts that grow: the name book says at each state what it says of a text it has never met, names or none."""

from __future__ import annotations

import random

from secondlook.detection.fold import fold
from secondlook.detection.names import NameHit
from secondlook.people.namebook import RosterNames
from secondlook.people.person import RosterPerson
from secondlook.people.roster import build_index

DICE = random.Random(3)  # noqa: S311 - repeatable, not secret
KEY = b"k" * 32
PEOPLE = [
    ("Emma", "Rodrigues"), ("Liam", "O'Malley"), ("Hope", "Winter"), ("Ana", "de la Cruz"), ("Zöe", "Long"), ("Will", "Day"),
    ("Melody", "Long"), ("Jo", "Ray"), ("Katherine", "Silva Souza"),
]  # fmt: skip
PIECES = (
    "the", "bus", "was", "late", "today", "Emma", "emma", "Rodrigues", "o", "malley", "O", "de", "la", "cruz", "hope", "Hope", "winter",
    "will", "#goemma", "@emma.rodrigues", "emmarodrigues", "E", "m", "m", "a", "3mm4", "popsicles,", "(long)", "day.", "Z\u00f6e", "caf\u00e9",
    "\U0001f389", "R.", "b12", "it's", "", "Will", "Day", "3", "Day?", "melody", "long", "Long,", "r.", "emma's", "rodriguez", "Rodrigeus",
    "Jo", "ray", "Kate", "kate", "Silva", "souza,", "Souza", "was?", "so!", "-", "I", "y", "The", "EMMA", "bus\nEmma", "and/or", "la\nCruz", "zorbed", "a,b", "Quill",
)  # fmt: skip


def book() -> RosterNames:
    """A small school and its staff."""
    people = [RosterPerson(given=given, family=family) for given, family in PEOPLE]
    return RosterNames(build_index(people, KEY), build_index([*people[:1], *people[5:7]], KEY))


def test_growing_is_as_good_as_new():
    """Words in any order, typed one after the other into one book, and each state shown to another book that has seen nothing."""
    typed = book()
    for _ in range(400):
        words = [DICE.choice(PIECES) for _ in range(12)]
        for count in range(1, len(words) + 1):
            text = " ".join(words[:count])
            assert typed.find(text, fold(text)) == book_of_the_day().find(text, fold(text)), text


INDEXES = book()._indexes


def book_of_the_day() -> RosterNames:
    """The same rosters, nothing remembered."""
    return RosterNames(INDEXES[0][1].index, INDEXES[1][1].index)


def test_plain_words_are_let_through_and_names_are_not():
    """Where everyday words follow, all is as it was, names or none; a name or a sign of one ends that."""
    names = book()
    for beginning, count in (("the bus was late", 0), ("Emma Rodrigues was late", 1)):
        assert len(names.find(beginning, fold(beginning))) == count
        so_far = names._so_far
        assert so_far.still(fold(f"{beginning} today")) == tuple(names.find(beginning, fold(beginning)))
        assert so_far.still(fold(f"{beginning} hope")) is None
        assert so_far.still(fold(f"{beginning} #goteam")) is None


def test_an_exception_made_meanwhile_counts():
    """What the person has said of a name is asked at each state anew."""
    excepted: set[str] = set()
    index = INDEXES[0][1].index
    names = RosterNames(index, None, excepted.__contains__)
    assert names.find("Emma Rodrigues was", fold("Emma Rodrigues was"))
    excepted.add("Emma Rodrigues")
    assert not names.find("Emma Rodrigues was late", fold("Emma Rodrigues was late"))


def test_holds_no_word():
    """Keyed hashes, places and forms, and nothing else."""
    names = book()
    names.find("Emma was late", fold("Emma was late"))
    kept = names._so_far._memory._kept
    assert kept
    for mark, (hits, since) in kept.items():
        assert isinstance(mark, bytes)
        assert since is None or isinstance(since, int)
        assert all(isinstance(hit, NameHit) for hit in hits)
        assert "emma" not in repr((hits, since)).lower()
