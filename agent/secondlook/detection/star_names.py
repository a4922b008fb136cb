"""The names of public figures written as one word, as handles and hashtags write them. Knows `public_figures.json` alone.

Thousands of names that are seldom asked for stay in memory, so of each only eight bytes are kept. Pure. Called by `figure_cues.py`, about a text, and by `facts/stars.py`, about a page.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b

from secondlook.detection.cue_families import FIGURES
from secondlook.detection.fold import fold
from secondlook.detection.terms import TermIndex

_LETTERS = re.compile(r"[^\W\d_]+")


class StarNames:
    """Names by their letters; asked with `in`."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        """`names` as their lists write them."""
        self._known = array("Q", sorted(_digest(letters_of(name)) for name in names))

    def __contains__(self, letters: str) -> bool:
        digest = _digest(letters)
        place = bisect_left(self._known, digest)
        return place < len(self._known) and self._known[place] == digest

    def __repr__(self) -> str:
        return f"StarNames({len(self._known)})"


def _digest(letters: str) -> int:
    return int.from_bytes(blake2b(letters.encode(), digest_size=8).digest())


@lru_cache(maxsize=8)
def star_names(terms: TermIndex) -> StarNames:
    """The public figures of a policy's term lists; none when the policy has no such list."""
    return StarNames(name for group in FIGURES for name in terms.lines(group))


def letters_of(name: str) -> str:
    """A name's letters, folded, without anything between."""
    return "".join(_LETTERS.findall(name.lower() if name.isascii() else fold(name).text))
