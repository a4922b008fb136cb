"""Public figures as somebody to follow: the star's own page is not a pupil of the same name.

Knows the list `shared_rules/terms/public_figures.json` and nothing else. Called by `people.py`. IHB reading, names rule 3:
a name that a celebrity has too is the celebrity's, unless something speaks for the pupil.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from secondlook.contract import Person
from secondlook.detection.fold import fold
from secondlook.detection.terms import TermIndex

Likeness = Literal["star", "namesake", "nobody"]
GROUPS = ("athlete", "musician", "actor", "politician", "author", "scientist_historic", "media", "character", "mononym")
_LETTERS = re.compile(r"[^\W\d_]+")
_BRANDS = ("official", "oficial", "real", "the", "hq", "music", "tv", "fans")
"""Words that stars' own handles carry around the name."""


class Stars:
    """The names of public figures, folded and without spaces."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._names = frozenset(_joined(name) for name in names)

    def __repr__(self) -> str:
        return f"Stars({len(self._names)})"

    def likeness(self, person: Person) -> Likeness:
        """Whether somebody shown under this name and handle is the star, may be, or is not.

        `star`: the name is a star's and the handle, where there is one, is that name. `namesake`: only one of the two
        is, or the handle has digits or more words around it, as a pupil's would.
        """
        by_name = bool(person.name) and _joined(person.name or "") in self._names
        if not person.handle:
            return "star" if by_name else "nobody"
        letters = _joined(person.handle)
        plain = letters in self._names and not any(letter.isdigit() for letter in person.handle)
        if plain or (by_name and _without_brands(letters) == _joined(person.name or "")):
            return "star" if by_name or not person.name else "namesake"
        return "namesake" if by_name or _without_brands(letters) in self._names else "nobody"


NO_STARS = Stars()


@lru_cache(maxsize=8)
def stars_of(terms: TermIndex) -> Stars:
    """The public figures of a policy's term lists; none when the policy has no such list."""
    return Stars(name for group in GROUPS for name in terms.listed(f"public_figures.{group}"))


def _joined(name: str) -> str:
    return "".join(_LETTERS.findall(fold(name).text))


def _without_brands(letters: str) -> str:
    for word in _BRANDS:
        letters = letters.removeprefix(word) if len(letters) > len(word) + 3 else letters
        letters = letters.removesuffix(word) if len(letters) > len(word) + 3 else letters
    return letters
