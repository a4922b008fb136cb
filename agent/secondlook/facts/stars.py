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
from secondlook.detection.star_names import StarNames, letters_of, star_names
from secondlook.detection.terms import TermIndex

Likeness = Literal["star", "namesake", "nobody"]
_BRANDS = ("official", "oficial", "real", "the", "hq", "music", "tv", "fans", "atelier", "studio")
"""Words that stars' own handles carry around the name."""
_VERIFIED = re.compile(
    r"[✓✔☑✅]\ufe0f?|\b(?:verified|verificad[oa])(?: account| page)?\b|\b(?:cuenta|conta|pagina) verificada\b"
)
"""How a page's name says that the site has verified whose it is."""
_PAGES_WORDS = (
    "museum museo museu archive archives archivo arquivo foundation fundacion fundacao institute instituto memorial "
    "tribute fan fans fanclub club clube daily news updates quotes frases band days festival fest house home obra movie "
    "film series official oficial society sociedad sociedade library biblioteca show tour podcast"
)
_PAGES = frozenset(_PAGES_WORDS.split())
"""Words that make a name that of a page about somebody, and nobody's own."""
_LONGEST = 4
"""Words of a star's name."""


class Stars:
    """The names of public figures, folded and without spaces; a policy's own are put together when first asked for."""

    def __init__(self, names: Iterable[str] = (), terms: TermIndex | None = None) -> None:
        self._own, self._terms = StarNames(names), terms

    def __repr__(self) -> str:
        return "Stars(…)"

    @property
    def _names(self) -> StarNames:
        return self._own if self._terms is None else star_names(self._terms)

    def likeness(self, person: Person) -> Likeness:
        """Whether somebody shown under this name and handle is the star, may be, or is not.

        `star`: the name is a star's and the handle, where there is one, is that name; or the name is that of a page about
        the star, or the site says that it has verified whose it is. `namesake`: only one of the two is the star's, or the
        handle has digits or more words around it, as a pupil's would.
        """
        shown = fold(person.name or "").text
        verified = bool(_VERIFIED.search(shown))
        words = _VERIFIED.sub(" ", shown).split()
        if (verified or _PAGES.intersection(words)) and self._in(words):
            return "star"
        name = letters_of(" ".join(words))
        by_name = name in self._names
        if not person.handle:
            return "star" if by_name else "nobody"
        letters = letters_of(person.handle)
        plain = letters in self._names and not any(letter.isdigit() for letter in person.handle)
        if plain or (by_name and _without_brands(letters) == name):
            return "star" if by_name or not person.name else "namesake"
        return "namesake" if by_name or _without_brands(letters) in self._names else "nobody"

    def _in(self, words: list[str]) -> bool:
        """Whether a star's whole name is among the words of a name."""
        ends = range(1, len(words) + 1)
        return any(
            letters_of("".join(words[start:end])) in self._names
            for end in ends
            for start in range(max(0, end - _LONGEST), end)
        )


NO_STARS = Stars()


@lru_cache(maxsize=8)
def stars_of(terms: TermIndex) -> Stars:
    """The public figures of a policy's term lists; none when the policy has no such list."""
    return Stars(terms=terms)


def _without_brands(letters: str) -> str:
    for word in _BRANDS:
        letters = letters.removeprefix(word) if len(letters) > len(word) + 3 else letters
        letters = letters.removesuffix(word) if len(letters) > len(word) + 3 else letters
    return letters
