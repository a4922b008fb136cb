"""Random given and family names from syllables, so that no test of forms is about names that somebody had in mind."""

from __future__ import annotations

import random

from secondlook.people.everyday import everyday_words
from secondlook.people.person import RosterPerson
from secondlook.people.short_forms import common_names

_STARTS = [
    "b",
    "br",
    "c",
    "ch",
    "d",
    "f",
    "g",
    "j",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "th",
    "v",
    "z",
    "y",
    "kr",
    "dr",
    "fl",
    "gr",
    "h",
]
_VOWELS = ["a", "e", "i", "o", "u", "a", "e", "i", "o", "á", "é", "í", "ã", "ia", "ea"]
_ENDS = ["n", "s", "l", "r", "m", "ck", "nt", "ndo", "ira", "sco", "lez", "ton", "son", "va", "do"]


def invented_word(dice: random.Random, syllables: int) -> str:
    """A capitalised word of five letters or more that is no everyday word and no well-known name."""
    while True:
        word = "".join(dice.choice(_STARTS) + dice.choice(_VOWELS) for _ in range(syllables)) + dice.choice(_ENDS)
        plain = word.translate(str.maketrans("áéíã", "aeia"))
        if len(word) >= 5 and plain not in everyday_words() and plain not in common_names():
            return word.capitalize()


def invented_people(count: int, seed: int = 5, *, givens: int = 400, families: int = 4_000) -> list[RosterPerson]:
    """People whose names come from a bounded stock, as names do; with addresses and ids."""
    dice = random.Random(seed)  # noqa: S311 - a test's names, not a secret
    first = [invented_word(dice, 2) for _ in range(givens)]
    last = [invented_word(dice, 2) for _ in range(families)]
    return [
        RosterPerson(
            dice.choice(first),
            dice.choice(last),
            middle=dice.choice(first) if number % 2 else "",
            role="student",
            email_local=f"pupil{number}",
            email_domain="students.invalid",
            ids=(str(300_000 + number), str(1_040_000_000 + number)),
        )
        for number in range(count)
    ]
