"""What all recognizers of student records share: find the family's words, tie each to a child, say how sure.

Pure.

A family is one file in `recognizers/`; its words are `shared_rules/terms/student_record_<family>.json`, and the verbs
that make sentences of them `student_record_verbs.json`. 603 CMR 23.02 and 34 CFR 99.3 say what a student record is;
policy IHB D says "any information about students".
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from secondlook.contract import Kind
from secondlook.detection.anchors import STRENGTH, Anchor
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

Span = tuple[int, int]
WRITER_BEFORE = re.compile(
    r"(?:\b(?:i|we|yo|eu|nos|nosotros)|\bi[’'](?:m|ve|d|ll))(?: (?:just|also|still|only|am|was|have|had|got|ya|ja|tengo|tuve|tenho|tive))?\s+\Z"
)
FORWARD = 30
"""Letters that may stand between a verb and its object: "missed (another two of her) classes"."""
LONGEST_OBJECT = 40
BACKWARD = 14
"""Letters between them where the object comes first: "his meds (were) switched"."""

APART = 40
"""Letters between two parts of what is told as one record: "EpiPen for Ravi, because he is allergic"."""


class Grid(NamedTuple):
    """Every verb of a group with every object of others: "lost", "broke" x "his arm", "her wrist".

    Attributes:
        verb: a group of `student_record_verbs.json`; or a group of the family itself, such as "relative".
        objects: groups of the family.
        reach: letters that may stand between.
        either: the object may come first.

    """

    verb: str
    objects: tuple[str, ...]
    reach: int = FORWARD
    either: bool = False


class RecordRecognizer:
    """A family of student records.

    Attributes:
        family: its list of terms, such as "grades"; there "words" speak for themselves, "everyday" needs a clear
            child, "not" are innocent uses, "visit" are places where a child is also sent on an errand, and the rest are objects for the grids.
        grids: verbs and the objects that make a record of them.
        school_talk: whether its words are said of pupils and hardly of others; illness and divorce happen to anybody.
        patterns: what no word list can say; matched on the folded text, the group that matched (or all) is the finding.

    """

    kind: Kind = "STUDENT_RECORD"
    context: tuple[str, ...] = ()
    signs: str = ""
    family: str = ""
    school_talk: bool = True
    grids: tuple[Grid, ...] = ()
    patterns: tuple[re.Pattern[str], ...] = ()

    def __init__(self) -> None:
        by_lists = not self.patterns and type(self).strong is RecordRecognizer.strong
        self.lists = (f"student_record_{self.family}",) if by_lists else ()

    def find(self, reading: Reading) -> list[Match]:
        """Records of this family that are tied to a child."""
        if not (self.may_speak(reading) and reading.tells_of_somebody):
            return []
        matches: list[Match] = []
        for start, end in _joined(self._meant(reading), reading):
            matches += self._tied(reading, start, end, weak=False)
        told = {reading.sentence_at(reading.folded_offset(match.start)) for match in matches}
        for start, end in self.weak(reading):
            if reading.sentence_at(start) not in told:
                matches += self._tied(reading, start, end, weak=True)
        return matches

    def _meant(self, reading: Reading) -> list[Span]:
        """Strong spans that are no part of a name (the surname Mota) and no mere errand to a place."""
        spans = list(self.strong(reading))
        if not spans:
            return spans
        names = [it.candidate.span for it in reading.weighed_names]
        spans = [span for span in spans if not any(a <= span[0] and span[1] <= b for a, b in names)]
        visits = self._terms(reading, "visit")
        errands = {hit.sentence for hit in reading.terms("student_record_verbs.errand")} if visits else set()
        gone = [(hit.start, hit.end) for hit in visits if hit.sentence in errands]
        return [span for span in spans if not any(span[0] < b and a < span[1] for a, b in gone)]

    def strong(self, reading: Reading) -> Iterator[Span]:
        """Spans that speak of school records by themselves, in folded offsets."""
        innocent = self._innocent(reading)
        for hit in self._terms(reading, "words"):
            if not _inside((hit.start, hit.end), innocent):
                yield hit.start, hit.end
        for grid in self.grids if f"student_record_{self.family}" in reading.files else ():
            yield from self._crossed(reading, grid, innocent)
        for pattern in self.patterns if self.may_match(reading) else ():
            for match in pattern.finditer(reading.folded.text):
                span = match.span(match.lastindex or 0)
                if not _inside(span, innocent):
                    yield span

    def may_speak(self, reading: Reading) -> bool:
        """Whether there is a word of the family, or what a pattern may match."""
        listed = f"student_record_{self.family}" in reading.files
        return listed or (bool(self.patterns) and self.may_match(reading))

    def may_match(self, reading: Reading) -> bool:  # noqa: ARG002 - for those that know better
        """Whether any of the patterns may match; one quick look instead of many slow ones."""
        return True

    def weak(self, reading: Reading) -> Iterator[Span]:
        """Spans of everyday words that mean a record only beside a clear child."""
        if f"student_record_{self.family}" not in reading.files:
            return
        innocent = self._innocent(reading)
        for hit in self._terms(reading, "everyday"):
            if not _inside((hit.start, hit.end), innocent) and not _of_writer(reading.folded.text, hit.start):
                yield hit.start, hit.end

    def _terms(self, reading: Reading, group: str) -> list[TermHit]:
        return reading.terms(f"student_record_{self.family}.{group}")

    def _innocent(self, reading: Reading) -> list[Span]:
        return [(hit.start, hit.end) for hit in self._terms(reading, "not")]

    def _crossed(self, reading: Reading, grid: Grid, innocent: list[Span]) -> Iterator[Span]:
        """Where a verb of the grid meets an object of it, in one sentence."""
        verbs = reading.terms(f"student_record_verbs.{grid.verb}") or self._terms(reading, grid.verb)
        if not verbs:
            return
        for group in grid.objects:
            things = self._terms(reading, group)
            starts = [it.start for it in things]
            for verb in verbs if things else ():
                thing = next((it for it in _around(verb, things, starts, grid) if _meet(verb, it, grid)), None)
                if thing is None or _of_writer(reading.folded.text, verb.start):
                    continue
                if not any(_inside((it.start, it.end), innocent) for it in (verb, thing)):
                    yield min(verb.start, thing.start), max(verb.end, thing.end)

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


def _joined(spans: list[Span], reading: Reading) -> list[Span]:
    """Parts that stand close together in one sentence as the one record they are, so that it is told once."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if (
            joined
            and start - joined[-1][1] <= APART
            and reading.sentence_at(start) == reading.sentence_at(joined[-1][0])
        ):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _around(verb: TermHit, things: list[TermHit], starts: list[int], grid: Grid) -> list[TermHit]:
    """The objects near enough to be tried, so that time grows with the length of a text and no faster."""
    first = bisect_left(starts, verb.start - LONGEST_OBJECT - BACKWARD if grid.either else verb.end)
    return things[first : bisect_right(starts, verb.end + grid.reach)]


def _meet(verb: TermHit, thing: TermHit, grid: Grid) -> bool:
    if verb.sentence != thing.sentence:
        return False
    if verb.end <= thing.start:
        return thing.start - verb.end <= grid.reach
    return grid.either and thing.end <= verb.start <= thing.end + BACKWARD


def _of_writer(text: str, start: int) -> bool:
    """Whether the writer is the one who does it: "I have allergies", "yo tomo pastillas"."""
    return bool(WRITER_BEFORE.search(text, max(0, start - 16), start))


def _inside(span: Span, others: list[Span]) -> bool:
    return any(start < span[1] and span[0] < end and end - start >= span[1] - span[0] for start, end in others)
