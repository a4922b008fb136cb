"""Contempt for pupils, parents, the town or rivals (policy IHB, E-speaks-for-district: professional and respectful).

Not a judge of tone: scorn must be aimed at one of them. Opinion, tiredness and criticism of policy are no finding.
Terms: `unprofessional.json` (whom), `scorn.json` (what).
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.aimed import Aim, Scorn, Tie, heard
from secondlook.detection.kind_context import covered, in_a_story, near, negated, quoted
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

SURE: dict[Tie, float] = {"before": 0.8, "is": 0.8, "predicate": 0.75, "dislike": 0.75, "next": 0.7, "near": 0.6}
WHOM = ("pupils", "parents", "town", "rivals")


class UnprofessionalRecognizer:
    """Scorn aimed at the people a school serves or meets."""

    kind: Kind = "UNPROFESSIONAL"
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ("unprofessional", "scorn")
    signs: str = ""

    def find(self, reading: Reading) -> list[Match]:
        """Contempt, with the one it is aimed at."""
        innocent = reading.terms("unprofessional.not")
        found = [*self._said(reading, innocent)]
        if heard(reading) and (scorn := Scorn(reading, innocent)):
            found += [*self._aimed(reading, scorn), *self._at_nobody_named(reading, scorn)]
        return found

    def _said(self, reading: Reading, innocent: list[TermHit]) -> Iterator[Match]:
        """Sayings that are contempt by themselves; in some of them the "not" is part of it."""
        for hit in reading.terms("unprofessional.saying"):
            if not (covered(hit, innocent) or negated(reading, hit) or quoted(reading, hit)):
                yield self._match(reading, hit.start, hit.end, 0.8, "a saying")
        for hit in reading.terms("unprofessional.saying_sure"):
            if not (quoted(reading, hit) or in_a_story(reading, hit.sentence, reach=0)) and self._at_school(reading):
                yield self._match(reading, hit.start, hit.end, 0.75, "a saying")

    def _aimed(self, reading: Reading, scorn: Scorn) -> Iterator[Match]:
        """Scorn tied to somebody; children may be the writer's own, so they need the clearer ties."""
        for whom in WHOM:
            for aim in scorn.at(reading.terms(f"unprofessional.{whom}")):
                if not self._kindly(reading, aim):
                    yield self._match(reading, aim.start, aim.end, SURE[aim.tie], whom)
        for aim in scorn.at(reading.terms("unprofessional.pupils_weak")):
            if aim.tie != "near" and not self._kindly(reading, aim) and not _at_home(reading, aim.sentence):
                yield self._match(reading, aim.start, aim.end, SURE[aim.tie] - 0.1, "children")

    def _at_nobody_named(self, reading: Reading, scorn: Scorn) -> Iterator[Match]:
        """Names such as "those morons", when people met at school are meant."""
        for aim in scorn.hated():
            if not self._is_civic(reading, aim.sentence):
                yield self._match(reading, aim.start, aim.end, 0.65, "somebody hated")
        for hit in scorn.unaddressed():
            if self._at_school(reading) and not self._is_civic(reading, hit.sentence):
                yield self._match(reading, hit.start, hit.end, 0.65, "somebody at school")

    @staticmethod
    def _at_school(reading: Reading) -> bool:
        """Whether people met at school are likely meant: the account is the school's, or school is spoken of."""
        return reading.settings.account == "professional" or bool(reading.terms("unprofessional.school"))

    @staticmethod
    def _is_civic(reading: Reading, sentence: int) -> bool:
        """Whether those in charge, players on television or the writer's own circle may be meant."""
        groups = ("unprofessional.others", "protected.governance", "protected.elections", "school_context.star")
        return any(near(reading, group, sentence, 1) for group in groups)

    @staticmethod
    def _kindly(reading: Reading, aim: Aim) -> bool:
        """Words of love beside scorn that is loosely tied make it a tease; a film or a book is no person."""
        warm = aim.tie in ("near", "next") and near(reading, "scorn.praise", aim.sentence)
        told = [hit for hit in reading.terms("kind_context.story") if not covered(hit, [aim])]
        return warm or any(hit.sentence == aim.sentence for hit in told)

    def _match(self, reading: Reading, start: int, end: int, score: float, why: str) -> Match:
        return Match(self.kind, *reading.original_span(start, end), round(score, 2), f"contempt: {why}")


def _at_home(reading: Reading, sentence: int) -> bool:
    """Whether the writer's own family is meant."""
    return near(reading, "student_record.own_family", sentence, 1) or near(reading, "school_context.home", sentence, 1)
