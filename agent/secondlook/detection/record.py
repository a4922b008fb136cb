"""What all recognizers of student records share: find the family's words, tie each to a child, say how sure.

Pure.

A family is one file in `recognizers/`; its words are the groups of `shared_rules/terms/student_record.json` with its
name. 603 CMR 23.02 and 34 CFR 99.3 say what a student record is; policy IHB D says "any information about students".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.anchors import STRENGTH, Anchor
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading

Span = tuple[int, int]


class RecordRecognizer:
    """A family of student records.

    Attributes:
        family: the group of terms, such as "grades"; "<family>_weak" needs a clear child, "<family>.not"
            are innocent uses.
        school_talk: whether its words are said of pupils and hardly of others; illness and divorce happen to anybody.
        patterns: what no word list can say; matched on the folded text, the group that matched (or all) is the finding.

    """

    kind: Kind = "STUDENT_RECORD"
    context: tuple[str, ...] = ()
    family: str = ""
    school_talk: bool = True
    patterns: tuple[re.Pattern[str], ...] = ()

    def find(self, reading: Reading) -> list[Match]:
        """Records of this family that are tied to a child."""
        matches: list[Match] = []
        for start, end in self.strong(reading):
            matches += self._tied(reading, start, end, weak=False)
        told = {reading.sentence_at(reading.folded_offset(match.start)) for match in matches}
        for start, end in self.weak(reading):
            if reading.sentence_at(start) not in told:
                matches += self._tied(reading, start, end, weak=True)
        return matches

    def strong(self, reading: Reading) -> Iterator[Span]:
        """Spans that speak of school records by themselves, in folded offsets."""
        innocent = self._innocent(reading)
        for hit in reading.terms(f"student_record.{self.family}"):
            if not _inside((hit.start, hit.end), innocent):
                yield hit.start, hit.end
        for pattern in self.patterns:
            for match in pattern.finditer(reading.folded.text):
                span = match.span(match.lastindex or 0)
                if not _inside(span, innocent):
                    yield span

    def weak(self, reading: Reading) -> Iterator[Span]:
        """Spans of everyday words that mean a record only beside a clear child."""
        innocent = self._innocent(reading)
        for hit in reading.terms(f"student_record.{self.family}_weak"):
            if not _inside((hit.start, hit.end), innocent):
                yield hit.start, hit.end

    def _innocent(self, reading: Reading) -> list[Span]:
        return [(hit.start, hit.end) for hit in reading.terms(f"student_record.{self.family}.not")]

    def _tied(self, reading: Reading, start: int, end: int, *, weak: bool) -> Iterator[Match]:
        anchor = reading.anchors.near(reading.sentence_at(start), weak=weak, school_talk=self.school_talk)
        if anchor is None:
            return
        first, last = reading.original_span(start, end)
        score = STRENGTH[anchor.kind] - (0.1 if weak else 0.0)
        yield Match(self.kind, first, last, round(score, 2), why(self.family, anchor, weak=weak))


def why(family: str, anchor: Anchor, *, weak: bool = False) -> str:
    """The evidence in words of ours."""
    return f"{family}{' (everyday word)' if weak else ''}: {anchor.kind}"


def _inside(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end and end - start >= span[1] - span[0] for start, end in others)
