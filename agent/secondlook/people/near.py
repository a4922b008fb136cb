"""Roster names that are one slip of the pen away from a word. Asks the index by hash; knows nothing of texts.

`near` is sure enough beside an exact other name. `near_by_first_letter` holds the bolder guesses (another first letter,
names of four letters), which turn into other people's names more easily. Called by `words.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from secondlook.people.roster import SHORTEST_FUZZY, SHORTEST_GAP, RosterIndex
from secondlook.people.short_forms import common_names

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUNDS = ("ck", "ckq", "jg", "jx", "jy", "fp", "sz", "sc", "cz", "yi", "vb", "wv", "ea", "hj", "ou", "gh", "hr")
"""Letters that people write for one another at the start of a name, in three languages."""


def _neighbours() -> dict[str, str]:
    """Letter -> the letters beside it on a keyboard or near it in sound."""
    near_letters: dict[str, set[str]] = {letter: set() for row in _KEYS for letter in row}
    for row in _KEYS:
        for one, two in pairwise(row):
            near_letters[one].add(two)
            near_letters[two].add(one)
    for upper, lower in pairwise(_KEYS):
        for place, letter in enumerate(lower):
            for above in upper[place : place + 2]:
                near_letters[letter].add(above)
                near_letters[above].add(letter)
    for sound in _SOUNDS:
        for letter in sound:
            near_letters[letter].update(set(sound) - {letter})
    return {letter: "".join(sorted(others)) for letter, others in near_letters.items()}


_NEIGHBOURS = _neighbours()


def near(index: RosterIndex, word: str, flag: int) -> list[int]:
    """Hashes of tokens with `flag` that are one typo away from a folded word.

    A typo is a letter more, a letter less, another letter, or two neighbours swapped. The first letter stands.
    """
    found: dict[int, None] = {}
    if len(word) >= SHORTEST_FUZZY:
        longer = (word[:i] + word[i + 1 :] for i in range(1, len(word)))
        found |= _exact(index, (*_swapped(word), *longer), word, flag)
        for place in range(1, len(word)):
            found |= index.with_gap(word[:place] + word[place + 1 :], place, flag)
    if len(word) >= SHORTEST_FUZZY - 1:
        for place in range(1, len(word) + 1):
            found |= index.with_gap(word, place, flag)
    return list(found)


def near_by_first_letter(index: RosterIndex, word: str, flag: int) -> list[int]:
    """Hashes of tokens with `flag` that are near only by a bold guess; none for a word that is a name of its own."""
    if word in common_names():
        return []
    found: dict[int, None] = {}
    if len(word) >= SHORTEST_FUZZY:
        others = [letter + word[1:] for letter in _NEIGHBOURS.get(word[0], "")]
        found |= _exact(index, (*others, word[1:]), word, flag)
    if len(word) == SHORTEST_GAP:
        found |= _exact(index, _swapped(word), word, flag)
        for place in range(1, len(word)):
            found |= index.with_gap(word[:place] + word[place + 1 :], place, flag)
    elif len(word) == SHORTEST_GAP - 1:
        for place in range(1, len(word) + 1):
            found |= index.with_gap(word, place, flag)
    return list(found)


def _swapped(word: str) -> Iterator[str]:
    return (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))


def _exact(index: RosterIndex, words: Iterable[str], but: str, flag: int) -> dict[int, None]:
    tokens = (index.hashes.token(other) for other in words if other != but)
    return {token: None for token in tokens if index.flag(token) & flag}
