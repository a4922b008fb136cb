"""A student's name (policy IHB, D-student-info, E-student-pii). Employees are never found here.

A full name of the roster in any form; a lone first name with school around it; a name off the roster on which the NER
and the school context agree. What stands around a name is read by `detection/name_context.py`, from the terms of
`school_context.json` and, for family and other adults, `student_record.json`.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.match import Match
from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.names import NameHit
from secondlook.detection.reading import Reading

LONE_BESIDE, LONE_SAME, LONE_NEAR, LONE_LIST, LONE_AGAIN = 0.78, 0.7, 0.62, 0.66, 0.8
"""Scores of a lone first name: cue beside it, cue in its sentence, in the next one, in a list, after the full name."""
NEW_BESIDE, NEW_SAME = 0.72, 0.62
"""Scores of a name off the roster."""
SHARED, SHARED_SCHOOL = 0.6, 0.85
"""Highest scores of a full name that an employee has as well: bare, and with school context."""


class StudentNameRecognizer:
    """Names of current students; a bare first name or an NER name counts only with school context."""

    kind: Kind = "STUDENT_NAME"
    context: tuple[str, ...] = ()

    def find(self, reading: Reading) -> list[Match]:
        """Student names in order of start."""
        around = NameContext(reading)
        full = [hit for hit in reading.names if hit.form != "first"]
        found = list(filter(None, (self._full(around, hit) for hit in full)))
        found += self._lone(around, full, {(it.start, it.end) for it in found})
        found += self._new(around)
        return sorted(found, key=lambda match: match.start)

    def _full(self, around: NameContext, hit: NameHit) -> Match | None:
        """A full name of the roster, unless what stands around it says that somebody else is meant."""
        span = around.folded_span(hit.start, hit.end)
        beside = around.beside(span)
        school = beside or around.school(span)
        if "student" not in hit.sources or around.is_place(span) or (around.is_titled(span) and not beside):
            return None
        if around.about_star(span) and not school:
            return None
        if around.is_school_name(span) and not beside:
            return None
        score = hit.score
        if "staff" in hit.sources:
            if around.about_adult(span) and not beside:
                return None
            score = min(score, SHARED_SCHOOL if school else SHARED)
        return self._match(hit.start, hit.end, score, f"name: {hit.form}")

    def _lone(self, around: NameContext, full: list[NameHit], found: set[Span]) -> Iterator[Match]:
        """First names by themselves."""
        lone = [hit for hit in around.reading.names if hit.form == "first" and "student" in hit.sources]
        spans = {hit.start: around.folded_span(hit.start, hit.end) for hit in lone}
        named = {
            around.first_word(around.folded_span(hit.start, hit.end)) for hit in full if (hit.start, hit.end) in found
        }
        listed = around.listed([*spans.values(), *(around.folded_span(*span) for span in found)])
        for hit in lone:
            span = spans[hit.start]
            if around.is_titled(span) or around.is_place(span):
                continue
            score, why = self._weigh(around, hit, span, again=around.words(span) in named, listed=span in listed)
            if score:
                yield self._match(hit.start, hit.end, score, f"first name: {why}")

    def _weigh(self, around: NameContext, hit: NameHit, span: Span, *, again: bool, listed: bool) -> tuple[float, str]:
        """Score and evidence of one lone first name; 0 when it proves nothing."""
        if around.beside(span) and not around.own_family(span):
            return LONE_BESIDE, "cue beside it"
        part_of_other = around.goes_on(hit.end) and not around.school_in_sentence(span)
        if around.is_elsewhere(span) or part_of_other:
            return 0.0, ""
        capital, opens = around.is_capital(hit.start), around.opens(span)
        sure = capital and (not hit.wordlike or not opens or around.by_ner(hit.start, hit.end))
        evidence = (
            (again and capital, LONE_AGAIN, "after the full name"),
            (
                around.school_in_sentence(span) and (sure or not (hit.wordlike or capital)),
                LONE_SAME,
                "school in the sentence",
            ),
            (listed and capital and not (hit.wordlike and opens), LONE_LIST, "in a list of pupils"),
            (capital and not hit.wordlike and around.school(span), LONE_NEAR, "school near it"),
        )
        return next(((score, why) for holds, score, why in evidence if holds), (0.0, ""))

    def _new(self, around: NameContext) -> Iterator[Match]:
        """Names that only the NER knows, with school context in the same sentence."""
        taken = [(hit.start, hit.end) for hit in around.reading.names]
        for start, end in around.reading.persons:
            if any(a < end and start < b for a, b in taken):
                continue
            span = around.folded_span(start, end)
            if around.is_cue(span) or around.is_titled(span) or around.is_place(span) or around.is_elsewhere(span):
                continue
            if around.beside(span):
                yield self._match(start, end, NEW_BESIDE, "NER: cue beside it")
            elif around.is_capital(start) and around.school_in_sentence(span):
                yield self._match(start, end, NEW_SAME, "NER: school in the sentence")

    def _match(self, start: int, end: int, score: float, why: str) -> Match:
        return Match(self.kind, start, end, score, why)
