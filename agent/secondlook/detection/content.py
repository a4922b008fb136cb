"""What all content recognizers share: claims about single words become one match a sentence.

Pure. A recognizer yields claims; two words of one drinking song are one thing to look at, so the surest claims of a
sentence make one span. Called by the content recognizers (sexual, substance, bullying, obscene, defamatory, copyright).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from secondlook.contract import Kind
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading

CLEAR = 0.6
"""A claim at or above it is worth a warning, one below a remark; the rules of `shared_rules` draw the line here."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A place in the folded text that speaks for the kind, and how surely.

    Attributes:
        why: which evidence carried it, in words of ours.

    """

    start: int
    end: int
    score: float
    why: str


class ContentRecognizer:
    """One kind of content: subclasses say what speaks for it in `claims`."""

    kind: Kind
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    signs: str = ""

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """Everything that speaks for the kind."""
        raise NotImplementedError

    def find(self, reading: Reading) -> list[Match]:
        """One match for each sentence with claims, over the surest of them."""
        claimed = list(self.claims(reading))
        if not claimed:
            return []
        by_sentence: dict[int, list[Claim]] = defaultdict(list)
        for claim in claimed:
            by_sentence[reading.sentence_at(claim.start)].append(claim)
        return [self._match(reading, claims) for claims in by_sentence.values()]

    def _match(self, reading: Reading, claims: Iterable[Claim]) -> Match:
        claims = list(claims)
        best = max(claims, key=lambda it: it.score)
        told = [it for it in claims if it.score >= CLEAR] or claims
        start, end = reading.original_span(min(it.start for it in told), max(it.end for it in told))
        return Match(self.kind, start, end, best.score, best.why)
