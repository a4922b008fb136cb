"""Hazing, ridicule of a person and calls to shut somebody out (policy IHB, D-hazing-bullying).

Anti-bullying work, news, stories, one's own family and self, and anger at the powerful are silent; contempt for groups
is another recognizer's. Terms: `bullying.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.content import Claim, ContentRecognizer
from secondlook.detection.kind_context import covered, helped, in_a_story, near, negated, reported, taught
from secondlook.detection.named_people import named
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

CLEAR_WORDS = {
    "attack": (0.8, "bullying: attack"),
    "shut_out": (0.75, "bullying: shutting out"),
    "humiliate": (0.75, "bullying: humiliating"),
}
_LAUGHS = "😂🤣💀🤡🤢🤮🐷🐮🐴🐀😈📸"
_STUTTER = re.compile(r"\b([^\W\d_]{2,3})-(?:\1-)+\1\w+")
_POINTING = (" that ", " this ", " ese ", " esa ", " esse ", " essa ", " aquele ", " aquela ", " tu ", " you ")
_POSSESSOR = re.compile(r"[A-Z][a-záéíóúãõç]{2,}['’]s $")
_OF_NAME = re.compile(r" (?:\w+ ){0,2}(?:de|da|do) (?:la |el )?[A-ZÁÉÍÓÚ][a-záéíóúãõç]{2,}")
_NAME_AFTER = re.compile(r" [A-ZÁÉÍÓÚ][a-záéíóúãõç]+")


class BullyingRecognizer(ContentRecognizer):
    """Hazing done or planned, and a person made small."""

    kind: Kind = "BULLYING"
    lists = ("bullying",)
    signs = "-"

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """Plain attacks, ordeals for newcomers, insults with a target, laughter at what somebody looks like."""
        if "bullying" in reading.files:
            for group, (score, why) in CLEAR_WORDS.items():
                for hit in _meant(reading, group):
                    yield Claim(hit.start, hit.end, score, why)
            yield from _hazing(reading)
            yield from _ridicule(reading)
        yield from _stutters(reading)


def _hazing(reading: Reading) -> Iterator[Claim]:
    """Hazing by its name, newcomers made to do things, ordeals with newcomers or seniors near."""
    for hit in _meant(reading, "hazing"):
        yield Claim(hit.start, hit.end, 0.8, "bullying: hazing")
    for hit in _meant(reading, "make"):
        if not near(reading, "bullying.welcome", hit.sentence):
            yield Claim(hit.start, hit.end, 0.75, "bullying: newcomers made to do things")
    for hit in _meant(reading, "ordeal"):
        at = hit.sentence
        if near(reading, "bullying.newcomers", at, 1) and not near(reading, "bullying.welcome", at):
            yield Claim(hit.start, hit.end, 0.75, "bullying: an ordeal for newcomers")


def _ridicule(reading: Reading) -> Iterator[Claim]:
    """Insults, mocking likenesses and laughter, each with a private person as the target."""
    for group in ("insult", "likeness"):
        for hit in _meant(reading, group):
            praised = group == "likeness" and near(reading, "bullying.praise", hit.sentence)
            if not praised and _has_target(reading, hit, reach=0 if group == "insult" else 1):
                yield Claim(hit.start, hit.end, 0.65, f"bullying: {group} with a target")
    for hit in _meant(reading, "trait"):
        kind = any(near(reading, f"bullying.{group}", hit.sentence) for group in ("family", "praise"))
        if _laughs(reading, hit.sentence) and not kind:
            yield Claim(hit.start, hit.end, 0.65, "bullying: laughing at looks")
    yield from _looks_of_named(reading)
    for hit in _meant(reading, "nickname"):
        start, end = reading.original_span(hit.start, hit.end)
        if reading.text[start].isupper() and _NAME_AFTER.match(reading.text, end):
            yield Claim(hit.start, hit.end, 0.75, "bullying: a cruel nickname")


def _stutters(reading: Reading) -> Iterator[Claim]:
    """A stutter mimicked and laughed at."""
    text = reading.folded.text
    for match in _STUTTER.finditer(text) if "-" in text else ():
        at = reading.sentence_at(match.start())
        if _laughs(reading, at) or near(reading, "bullying.trait", at) or near(reading, "bullying.nickname", at):
            yield Claim(match.start(), match.end(), 0.65, "bullying: mimicking a stutter")


def _looks_of_named(reading: Reading) -> Iterator[Claim]:
    """A named person's body or voice, laughed at or scorned: "Gwen's teeth omg", "la voz de Sonia, no la aguanto"."""
    hits = list(_meant(reading, "body"))
    if not hits:
        return
    for hit in hits:
        start, end = reading.original_span(hit.start, hit.end)
        before, after = reading.text[max(0, start - 24) : start], reading.text[end : end + 40]
        whose = _POSSESSOR.search(before) or _OF_NAME.match(after)
        disliked = _laughs(reading, hit.sentence) or near(reading, "bullying.scorn", hit.sentence)
        if whose and disliked and not near(reading, "bullying.praise", hit.sentence):
            yield Claim(hit.start, hit.end, 0.65, "bullying: laughing at looks")


def _meant(reading: Reading, group: str) -> Iterator[TermHit]:
    """Hits of a group that nothing innocent explains."""
    hits = reading.terms(f"bullying.{group}")
    innocent = reading.terms("bullying.not") if hits else hits
    for hit in hits:
        if not (covered(hit, innocent) or _explained(reading, hit)):
            yield hit


def _laughs(reading: Reading, sentence: int) -> bool:
    start, end = reading.sentences[sentence]
    return near(reading, "bullying.mock", sentence) or any(sign in reading.folded.text[start:end] for sign in _LAUGHS)


def _has_target(reading: Reading, hit: TermHit, reach: int) -> bool:
    """Whether a private person is meant, not the writer, the family or somebody of public life."""
    at = hit.sentence
    persons = reading.terms("bullying.person")
    family = [it for it in reading.terms("bullying.family") if it.sentence == at and not covered(it, persons)]
    if family or near(reading, "bullying.public", at):
        return False
    if near(reading, "bullying.target", at) or near(reading, "bullying.person", at):
        return True
    if hit.group == "bullying.insult" and f" {reading.folded.text[: hit.start]}".endswith(_POINTING):
        return True
    others = [who for who in named(reading) if who[1] <= hit.start or hit.end <= who[0]]
    return any(abs(reading.sentence_at(who[0]) - at) <= reach for who in others)


def _explained(reading: Reading, hit: TermHit) -> bool:
    at = hit.sentence
    return (
        taught(reading, at)
        or helped(reading, at, reach=0)
        or reported(reading, at)
        or in_a_story(reading, at, reach=0)
        or negated(reading, hit)
    )
