"""One spelling of a text, looked up token by token in one index; and what a match in it looks like.

Knows no forms: `pairs.py`, `initials.py`, `written_together.py` and `lone_names.py` do, and use it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from secondlook.detection.fold import Folded
from secondlook.detection.names import Form
from secondlook.people.name_parts import PARTICLES, PREFIXES
from secondlook.people.roster import FAMILY, RosterIndex
from secondlook.people.tokens import Token, tokenize
from secondlook.people.words import Known, Words

BEGINNINGS = PARTICLES | PREFIXES


@dataclass(frozen=True, slots=True)
class Found:
    """A match in one spelling of a text: a span of the folded text."""

    start: int
    end: int
    score: float
    form: Form
    wordlike: bool = False


class Spelling(NamedTuple):
    """One spelling of a text, cut into words once for all indexes.

    Attributes:
        texts: of the tokens.
        begins: whether a beginning of family names is among them ("O", "de").

    """

    folded: Folded
    tokens: list[Token]
    texts: list[str]
    begins: bool

    @classmethod
    def of(cls, folded: Folded) -> Spelling:
        """A spelling of these tokens."""
        tokens = tokenize(folded)
        texts = [token.text for token in tokens]
        return cls(folded, tokens, texts, not BEGINNINGS.isdisjoint(texts))


class Reading:
    """One spelling of a text while it is searched in one index.

    Attributes:
        tokens: its words.
        known: what the index says of each.
        asked: the places of words of which the index or the language does not say that they are nobody's name.
        named: of these the ones that are somebody's name, or a short form of one.
        families: for each place the hashes of the family names that may end there ("Malley" after "O" is O'Malley);
            empty when nothing is anybody's.

    """

    __slots__ = ("asked", "families", "folded", "index", "known", "named", "tokens", "words")

    def __init__(self, spelling: Spelling, words: Words) -> None:
        self.folded, self.tokens, texts, begins = spelling
        self.words = words
        self.index: RosterIndex = words.index
        self.known: list[Known] = words.all_of(texts)
        self.asked = [place for place, known in enumerate(self.known) if not known.nothing]
        self.named = [place for place in self.asked if self.known[place].flag or self.known[place].nicks]
        self.families: list[tuple[int, ...]] = []
        if self.named or begins:
            self._note_families(texts, begins=begins)

    def _note_families(self, texts: list[str], *, begins: bool) -> None:
        self.families = [()] * len(texts)
        for place in self.named:
            if self.known[place].flag & FAMILY:
                self.families[place] = (self.known[place].token,)
        for place, (before, text) in enumerate(pairwise(texts), 1) if begins else ():
            if before in BEGINNINGS and len(text) > 1:
                whole = self.words[before + text]
                if whole.flag & FAMILY:
                    self.families[place] += (whole.token,)

    def __repr__(self) -> str:
        return "Reading(…)"

    def gap(self, left: int, right: int) -> str:
        """The folded text between two tokens."""
        return self.folded.text[self.tokens[left].end : self.tokens[right].start]
