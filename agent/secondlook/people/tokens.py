"""Cuts a folded text into name tokens; a token tells, when asked, how it was written: capital, start of sentence, humps.

Linear in the text. Called by the search; knows no names.
"""

from __future__ import annotations

import re
from itertools import pairwise

from secondlook.detection.fold import Folded

_TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_POSSESSIVE = re.compile(r"'s?$")
_SENTENCE_END = re.compile(r"[.!?\n:•]")
_LONGEST = 40
"""Letters; a longer run is not a name."""


class Token:
    """One word of a folded text. Most words are no names, so what costs time is worked out only when it is asked for.

    Attributes:
        text: letters only; a possessive 's is cut off, other apostrophes close up.
        start, end: span in the folded text.

    """

    __slots__ = ("_before", "_folded", "end", "start", "text")

    def __init__(self, text: str, start: int, end: int, before: int, folded: Folded) -> None:
        self.text, self.start, self.end = text, start, end
        self._before = before
        self._folded = folded

    def __repr__(self) -> str:
        return "Token(…)"

    @property
    def written(self) -> str:
        """The word as it stands in the original."""
        first, last = self._folded.span(self.start, self.end)
        return self._folded.original[first:last]

    @property
    def capital(self) -> bool:
        """Written with a capital first letter."""
        return self._folded.original[self._folded.starts[self.start]].isupper()

    @property
    def shouted(self) -> bool:
        """Written in capitals throughout."""
        written = self.written
        return len(written) > 1 and written[0].isupper() and written.isupper()

    @property
    def opens(self) -> bool:
        """First word of a sentence or line, where a capital proves little."""
        return not self._before or bool(_SENTENCE_END.search(self._folded.text, self._before, self.start))

    @property
    def spelled(self) -> bool:
        """Spelled out letter by letter ("R-U-B-Y"), so somebody meant every letter of it."""
        first, last = self._folded.span(self.start, self.end)
        return len(self.text) > 2 and sum(map(str.isalnum, self.written)) * 2 - 1 <= last - first


def tokenize(folded: Folded) -> list[Token]:
    """The words of a folded text, in order."""
    tokens = []
    before = 0
    for match in _TOKEN.finditer(folded.text):
        word, start = match.group(), match.start()
        length = len(word)
        if "'" in word:
            word, length = _bare(word)
        if length <= _LONGEST:
            tokens.append(Token(word, start, start + length, before, folded))
        before = match.end()
    return tokens


def words_of(text: str) -> list[str]:
    """What stands in the tokens of a folded text."""
    bare = (_bare(word) if "'" in word else (word, len(word)) for word in _TOKEN.findall(text))
    return [word for word, length in bare if length <= _LONGEST]


def _bare(word: str) -> tuple[str, int]:
    """A word without a possessive ending and apostrophes, and how long it is with these."""
    word = _POSSESSIVE.sub("", word)
    return word.replace("'", ""), len(word)


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
