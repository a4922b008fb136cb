"""Ridicule of the school's logo, seal, mascot, building or property (policy IHB, E-logo: of a positive nature).

Only mockery of the thing; what is broken, unsafe or unaffordable is a matter of public concern and no finding.
Terms: `logo_negative.json` and `scorn.json`.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.aimed import Aim, Scorn, Tie
from secondlook.detection.kind_context import near, negated, quoted
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

SURE: dict[Tie, float] = {"before": 0.8, "is": 0.85, "predicate": 0.75, "dislike": 0.65, "next": 0.7, "near": 0.65}


class LogoNegativeRecognizer:
    """Scorn or an ugly likeness, aimed at what stands for the school."""

    kind: Kind = "LOGO_NEGATIVE"
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ("logo_negative",)
    signs: str = ""

    def find(self, reading: Reading) -> list[Match]:
        """The mockery with its target."""
        targets = self._targets(reading)
        if not targets:
            return []
        found = [self._match(reading, a.start, a.end, SURE[a.tie], a.tie) for a in self._scorned(reading, targets)]
        found += [self._match(reading, start, end, 0.8, "likeness") for start, end in _likened(reading, targets)]
        found += [
            self._match(reading, min(it.start, hit.start), max(it.end, hit.end), 0.7, "reaction")
            for it in targets
            for hit in reading.terms("logo_negative.reaction")
            if it.sentence == hit.sentence
            and _is_drawn(reading, it)
            and not (negated(reading, hit) or quoted(reading, hit))
        ]
        so_called = [hit for hit in reading.terms("logo_negative.so_called") if not quoted(reading, hit)]
        return found + [self._match(reading, hit.start, hit.end, 0.75, "so-called") for hit in so_called]

    @staticmethod
    def _targets(reading: Reading) -> list[TermHit]:
        """What is the school's for certain, and what is so where school is spoken of."""
        innocent = reading.terms("logo_negative.not")
        at_school = reading.settings.account == "professional"
        maybe = [
            hit
            for hit in reading.terms("logo_negative.maybe")
            if at_school or near(reading, "logo_negative.school", hit.sentence, 2)
        ]
        school = {hit.start for hit in reading.terms("logo_negative.school")}
        maybe = [it for it in [*maybe, *reading.terms("logo_negative.place")] if not _of_another(reading, it, school)]
        sure = reading.terms("logo_negative.ours")
        return [hit for hit in [*sure, *maybe] if not any(abs(it.sentence - hit.sentence) <= 1 for it in innocent)]

    @staticmethod
    def _scorned(reading: Reading, targets: list[TermHit]) -> Iterator[Aim]:
        innocent = reading.terms("logo_negative.not")
        for drawn, more in ((False, ()), (True, ("logo_negative.creature",))):
            scorn = Scorn(reading, innocent, more=("logo_negative.ridicule", *more))
            some = [hit for hit in targets if _is_drawn(reading, hit) == drawn]
            for aim in scorn.at(some):
                fond = aim.tie == "before" and near(reading, "scorn.fond", aim.sentence)
                if aim.tie not in ("near", "dislike") and not fond:
                    yield aim

    def _match(self, reading: Reading, start: int, end: int, score: float, why: str) -> Match:
        return Match(self.kind, *reading.original_span(start, end), score, f"ridicule: {why}")


def _likened(reading: Reading, targets: list[TermHit]) -> Iterator[tuple[int, int]]:
    """A target, as in "the mascot looks like a wet cat", then a likeness, then something that mocks.

    What is drawn or worn is mocked by any likeness that is not praise; a building looks like many things.
    """
    mocks = [hit for group in ("creature", "drawer", "ridicule") for hit in reading.terms(f"logo_negative.{group}")]
    smells, makers = reading.terms("logo_negative.smell"), reading.terms("logo_negative.maker")
    for target in targets:
        drawn = _is_drawn(reading, target)
        for hit in [*reading.terms("logo_negative.likeness"), *smells, *makers]:
            if hit.sentence not in (target.sentence, target.sentence + 1) or (
                hit.start < target.start and hit not in makers
            ):
                continue
            if negated(reading, hit) or quoted(reading, hit) or near(reading, "logo_negative.praise", hit.sentence):
                continue
            mock = next((it for it in mocks if it.sentence == hit.sentence and it.start >= hit.start), None)
            says_on = hit.sentence == target.sentence or hit.start - reading.sentences[hit.sentence][0] <= 2
            if mock or (drawn and says_on and hit not in [*smells, *makers]):
                yield min(target.start, hit.start), max(target.end, hit.end, mock.end if mock else 0)


def _is_drawn(reading: Reading, target: TermHit) -> bool:
    """Whether it is a logo, a mascot or the like, not a building."""
    return any(target.start <= it.start and it.end <= target.end for it in reading.terms("logo_negative.design"))


def _of_another(reading: Reading, target: TermHit, school: set[int]) -> bool:
    """Whether the words after it say that it is somebody else's: "el edificio del consulado"."""
    following = [word for word in reading.words if target.end <= word.start < target.end + 30][:4]
    return (
        bool(following)
        and following[0].text in ("of", "del", "de", "do", "da")
        and not any(word.start in school for word in following)
    )
