"""Names that nobody bears, spelt as names are, so that the model learns to know a name by where it stands. Called by `renamed.py`.

A list never holds all names: pupils are called what no list has. Each is drawn letter by letter from what follows what in
the names of a language.
"""

from __future__ import annotations

import random
from collections import defaultdict

from synthetic import NamePool

REACH = 3
"""Letters that decide which comes next."""
SHORTEST, LONGEST = 4, 11
TRIES = 40
"""After so many, as from a handful of names, even a known one will do."""
_END = "\n"


class MadeUp:
    """A source of made-up names.

    Args:
        pool: what names look like.
        known: words, in small letters, that are none of ours to make up.

    """

    def __init__(self, pool: NamePool, known: frozenset[str]) -> None:
        self._known = known
        self._next: dict[str, list[str]] = defaultdict(list)
        for name in (name for names in (*pool.first.values(), *pool.last.values()) for name in names):
            if name.isalpha():
                letters = " " * REACH + name.lower() + _END
                for place in range(REACH, len(letters)):
                    self._next[letters[place - REACH : place]].append(letters[place])

    def draw(self, rng: random.Random) -> str:
        """One name with a capital."""
        name = ""
        for _ in range(TRIES):
            name = self._spelt(rng)
            if SHORTEST <= len(name) <= LONGEST and name not in self._known:
                break
        return name.capitalize()

    def _spelt(self, rng: random.Random) -> str:
        letters = " " * REACH
        while (letter := rng.choice(self._next[letters[-REACH:]])) != _END and len(letters) < LONGEST + REACH + 1:
            letters += letter
        return letters.strip()
