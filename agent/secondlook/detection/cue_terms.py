"""The terms that cues are made of, as they stand at, beside and around a span: one look-up for everything that asks. Pure.

Spans are of the folded text. Made by `name_context.py`; read wherever a cue is looked for.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from secondlook.detection.reading import Reading, whole_group
from secondlook.detection.terms import TermHit

Span = tuple[int, int]

FAR = 4
"""Sentences on either side that still belong to the same story."""
REACH = 40
"""Code points to either side within which a term stands beside a name."""
FEW = 12
"""Hits of a group up to which all of them are looked at."""


class CueTerms:
    """The term hits of one reading. A group without a file is of `school_context`."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._found: dict[tuple[str, ...], tuple[str, ...]] = {}

    def present(self, groups: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the groups that the text has a word of at all."""
        if groups not in self._found:
            hits = self._reading.hits
            self._found[groups] = tuple([group for group in groups if whole_group(group) in hits])
        return self._found[groups]

    def hits(self, group: str) -> list[TermHit]:
        """Hits of a group, in order of start."""
        return self._reading.terms(whole_group(group))

    def window(self, group: str, sentence: int) -> Iterator[TermHit]:
        """Hits of a group that may belong to the same story as a sentence."""
        hits = self.hits(group)
        for place in range(bisect_left(hits, sentence - FAR, key=lambda hit: hit.sentence), len(hits)):
            if hits[place].sentence > sentence + FAR:
                return
            yield hits[place]

    def near(self, group: str, offset: int) -> list[TermHit]:
        """Hits of a group that begin within reach of an offset."""
        hits = self.hits(group)
        if not hits:
            return hits
        if len(hits) < FEW:
            return [hit for hit in hits if offset - REACH <= hit.start < offset + REACH]
        low = bisect_left(hits, offset - REACH, key=lambda hit: hit.start)
        high = bisect_left(hits, offset + REACH, key=lambda hit: hit.start)
        return hits[low:high]

    def within(self, group: str, span: Span) -> bool:
        """Whether a longer term of the group holds these words."""
        near = self.near(group, span[0])
        return bool(near) and any(
            hit.start <= span[0] and span[1] <= hit.end and hit.end - hit.start > span[1] - span[0] for hit in near
        )

    def overlaps(self, groups: tuple[str, ...], span: Span) -> bool:
        """Whether the words are themselves part of a term, as an NER takes "BANNER" or "nova" for a name."""
        present = self.present(groups)
        return bool(present) and any(
            hit.start < span[1] and span[0] < hit.end for group in present for hit in self.near(group, span[0])
        )

    def held(self, groups: tuple[str, ...], span: Span) -> bool:
        """Whether one term of the groups holds all these words, and maybe more."""
        present = self.present(groups)
        return bool(present) and any(
            hit.start <= span[0] and span[1] <= hit.end for group in present for hit in self.near(group, span[0])
        )

    def covered(self, groups: tuple[str, ...], span: Span) -> bool:
        """Whether a term of the groups is the whole of these words."""
        present = self.present(groups)
        return bool(present) and any(
            hit.start == span[0] and span[1] <= hit.end for group in present for hit in self.near(group, span[0])
        )
