"""Cuts a folded text into name tokens, and notes how each was written: capital, start of sentence, CamelCase humps.

Linear in the text. Called by the search; knows no names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from secondlook.detection.fold import Folded

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_POSSESSIVE = re.compile(r"'s?$")
_SENTENCE_END = re.compile(r"[.!?\n:•]")
_LONGEST = 40
"""Letters; a longer run is not a name."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a folded text.

    Attributes:
        text: letters only; a possessive 's is cut off, other apostrophes close up.
        start, end: span in the folded text.
        capital: written with a capital first letter.
        shouted: written in capitals throughout.
        opens: first word of a sentence or line, where a capital proves little.

    """

    text: str
    start: int
    end: int
    capital: bool
    shouted: bool
    opens: bool


def tokenize(folded: Folded) -> list[Token]:
    """The words of a folded text, in order."""
    tokens = []
    last_end = 0
    for match in _TOKEN.finditer(folded.text):
        start, end = match.span()
        word = _POSSESSIVE.sub("", match.group())
        if len(word) > _LONGEST:
            last_end = end
            continue
        opens = last_end == 0 or bool(_SENTENCE_END.search(folded.text, last_end, start))
        tokens.append(_token(folded, word, start, opens))
        last_end = end
    return tokens


def _token(folded: Folded, word: str, start: int, opens: bool) -> Token:
    """A token from its folded word, with the look of its original."""
    end = start + len(word)
    first, last = folded.span(start, end)
    written = folded.original[first:last]
    capital = written[:1].isupper()
    shouted = capital and len(written) > 1 and written.isupper()
    return Token(word.replace("'", ""), start, end, capital, shouted, opens)


def humps(folded: Folded, token: Token) -> list[tuple[int, int]]:
    """Where a CamelCase word falls into parts, as folded spans; empty when it is one part.

    Reads the original's capitals, so "#TeamEmmaRodrigues" has three parts and "#emmarodrigues" none.
    """
    cuts = [token.start]
    for place in range(token.start + 1, token.end):
        before, here = folded.original[folded.starts[place - 1]], folded.original[folded.starts[place]]
        if here.isupper() and not before.isupper():
            cuts.append(place)
    if len(cuts) == 1:
        return []
    return list(pairwise((*cuts, token.end)))
