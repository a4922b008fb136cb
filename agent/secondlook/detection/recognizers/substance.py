"""Alcohol, drugs and tobacco shown or advocated (policy IHB, D-substances).

Own drinking, drugs and vaping score 0.6 and more; a single quiet glass scores below. Cooking, prevention, recovery,
news and stories are silent. Terms: `substance.json`.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.content import Claim, ContentRecognizer
from secondlook.detection.kind_context import (
    covered,
    helped,
    in_a_story,
    near,
    negated,
    own,
    part_of_name,
    reported,
    taught,
)
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

SAYS_IT = 0.85
A_SESSION = 0.75
ONE_GLASS = 0.45
_GLASSES = "🍷🍺🍻🥂🍸🍹🥃🍾"


class SubstanceRecognizer(ContentRecognizer):
    """Drinking, drugs, smoking and vaping as something done or praised."""

    kind: Kind = "SUBSTANCE"
    lists = ("substance",)
    signs = _GLASSES

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """Words that say it by themselves, then names of drinks and drugs with somebody using them."""
        for hit in self._doing(reading, "strong"):
            yield Claim(hit.start, hit.end, SAYS_IT, "substance: says use")
        yield from self._drugs(reading)
        yield from self._drinks(reading)
        yield from _emoji(reading)

    def _drugs(self, reading: Reading) -> Iterator[Claim]:
        for hit in self._doing(reading, "drug"):
            if near(reading, "substance.pupils", hit.sentence):
                continue  # what pupils were caught with is a school's worry
            if near(reading, "substance.inhale", hit.sentence) or own(reading, hit.sentence):
                yield Claim(hit.start, hit.end, A_SESSION, "substance: drug or tobacco in use")
        for hit in self._doing(reading, "general"):
            if near(reading, "substance.inhale", hit.sentence) and own(reading, hit.sentence):
                yield Claim(hit.start, hit.end, A_SESSION, "substance: drug or tobacco in use")

    def _drinks(self, reading: Reading) -> Iterator[Claim]:
        for hit in self._doing(reading, "liquor"):
            innocent = near(reading, "substance.cooking", hit.sentence, 1) or near(
                reading, "substance.pupils", hit.sentence
            )
            if own(reading, hit.sentence) and not innocent:
                yield Claim(hit.start, hit.end, A_SESSION, "substance: strong drink")
        for hit in self._doing(reading, "drink"):
            had = any(near(reading, f"substance.{group}", hit.sentence) for group in ("use", "one", "lots"))
            if had or _glass(reading, hit.sentence):
                yield Claim(hit.start, hit.end, _how_much(reading, hit), "substance: a drink being had")

    def _doing(self, reading: Reading, group: str) -> Iterator[TermHit]:
        """Hits of a group that no innocent sense, lesson, report, denial or story explains."""
        innocent = reading.terms("substance.not")
        for hit in reading.terms(f"substance.{group}"):
            if not (covered(hit, innocent) or part_of_name(reading, hit) or _explained(reading, hit)):
                yield hit


def _explained(reading: Reading, hit: TermHit) -> bool:
    at = hit.sentence
    return (
        taught(reading, at, reach=0 if own(reading, at) else 1)
        or helped(reading, at, reach=0)
        or reported(reading, at)
        or (in_a_story(reading, at, reach=0) and not (own(reading, at) or near(reading, "substance.one", at)))
        or negated(reading, hit)
        or (hit.group in ("substance.drink", "substance.one") and near(reading, "substance.cooking", at, 1))
    )


def _how_much(reading: Reading, hit: TermHit) -> float:
    return A_SESSION if near(reading, "substance.lots", hit.sentence) else ONE_GLASS


def _emoji(reading: Reading) -> Iterator[Claim]:
    """Glasses drawn instead of named: one is a glass, more are a session."""
    text = reading.folded.text
    if text.isascii():
        return
    places = [at for at, sign in enumerate(text) if sign in _GLASSES]
    if places and not any(reading.terms(f"substance.{group}") for group in ("not", "cooking")):
        at = reading.sentence_at(places[0])
        if not (taught(reading, at) or helped(reading, at) or in_a_story(reading, at, reach=0)):
            score = A_SESSION if len(places) > 1 else ONE_GLASS
            yield Claim(places[0], places[0] + 1, score, "substance: glasses drawn")


def _glass(reading: Reading, sentence: int) -> bool:
    start, end = reading.sentences[sentence]
    return any(sign in reading.folded.text[start:end] for sign in _GLASSES)
