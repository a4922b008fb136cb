"""The names of public figures written as one word, as handles and hashtags write them. Knows `public_figures.json` alone.

Pure. Called by `figure_cues.py`, about a text, and by `facts/stars.py`, about a page.
"""

from __future__ import annotations

import re
from functools import lru_cache

from secondlook.detection.cue_families import FIGURES
from secondlook.detection.fold import fold
from secondlook.detection.terms import TermIndex

_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8)
def star_names(terms: TermIndex) -> frozenset[str]:
    """The public figures of a policy's term lists; none when the policy has no such list."""
    return frozenset(letters_of(name) for group in FIGURES for name in terms.listed(group))


def letters_of(name: str) -> str:
    """A name's letters, folded, without anything between."""
    return "".join(_LETTERS.findall(name.lower() if name.isascii() else fold(name).text))
