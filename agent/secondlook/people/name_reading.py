"""One spelling of a text, looked up token by token in one index; and what a match in it looks like.

Knows no forms: `pairs.py`, `initials.py`, `written_together.py` and `search.py` do, and use it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from secondlook.detection.fold import Folded
from secondlook.detection.names import Form
from secondlook.people.roster import RosterIndex
from secondlook.people.tokens import Token, tokenize


@dataclass(frozen=True, slots=True)
class Found:
    """A match in one spelling of a text: a span of the folded text."""

    start: int
    end: int
    score: float
    form: Form
    wordlike: bool = False


@dataclass(slots=True)
class Reading:
    """One spelling of a text while it is searched in one index: its tokens and what the index says of each."""

    folded: Folded
    index: RosterIndex
    tokens: list[Token] = field(default_factory=list)
    ids: list[int] = field(default_factory=list)
    flags: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, folded: Folded, index: RosterIndex) -> Reading:
        """Tokenise a text and look each token up."""
        tokens = tokenize(folded)
        memory: dict[str, int] = {}
        ids = [memory.get(t.text) or memory.setdefault(t.text, index.hashes.token(t.text)) for t in tokens]
        return cls(folded, index, tokens, ids, [index.flag(number) for number in ids])

    def gap(self, left: int, right: int) -> str:
        """The folded text between two tokens."""
        return self.folded.text[self.tokens[left].end : self.tokens[right].start]
