"""A colleague's private matters: evaluation, discipline, leave, health, pay, private number (policy IHB, D-confidential).

Needs a colleague (staff roster, title and name, one person by role) whom the matter is about. The writer's own life,
their family, teachers at large and public officers are no finding. Terms: `staff_confidential.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from secondlook.contract import Kind
from secondlook.detection.contacts import phones
from secondlook.detection.kind_context import asked, covered, near
from secondlook.detection.match import Match
from secondlook.detection.names import WEAK_FORMS
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

_TITLED = re.compile(
    r"\b(?:mr|mrs|ms|mx|miss|dr|coach|principal|sr|sra|srta|prof|profa|maestra|maestro|profe|profesora|profesor|dona"
    r"|professora|professor|senor|senora|nurse|director|directora|diretor|diretora)\b\.? +([^\W\d_]{1,20}(?:[ -][^\W\d_]{2,20})?)"
)
_NUMBER_NEXT = re.compile(r"\W{1,3}(?:is |es |e )?\d|\W{1,3}(?:\w+ ){0,3}\d{1,5} \w|.{0,40}@")
SURE = {"staff": 0.9, "titled": 0.8, "role": 0.75, "surname": 0.75, "first": 0.65, "shared": 0.6, "met": 0.6}
GROUPS = {"work": 0.0, "health": 0.0, "pay": -0.05, "address": 0.0}
MINE = 12
"""How near before a matter "my" must stand to make it the writer's own ("my own surgery")."""
CLEAR = ("staff", "titled", "role", "surname", "shared")


class Colleague(NamedTuple):
    """Where a colleague is spoken of, in folded offsets, and how one knows."""

    start: int
    end: int
    sentence: int
    known_as: str


class StaffConfidentialRecognizer:
    """A private matter tied to one colleague."""

    kind: Kind = "STAFF_CONFIDENTIAL"
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ("staff_confidential",)
    signs: str = ""

    def find(self, reading: Reading) -> list[Match]:
        """Each matter with the colleague it is about."""
        innocent = reading.terms("staff_confidential.not")
        hits = [
            (group, hit)
            for group in GROUPS
            for hit in reading.terms(f"staff_confidential.{group}")
            if not covered(hit, innocent)
        ]
        if not hits:
            return []
        colleagues = _colleagues(reading)
        if not colleagues:
            return []
        numbers = {reading.sentence_at(phone.start) for phone in phones(reading.folded.text)}
        found = []
        for group, hit in hits:
            if (
                group == "address"
                and hit.sentence not in numbers
                and not _NUMBER_NEXT.match(reading.folded.text, hit.end)
            ):
                continue
            who = self._whom(reading, colleagues, hit)
            if who is None or not _can_be_meant(reading, who, group, hit):
                continue
            score = SURE[who.known_as] + GROUPS[group]
            start, end = reading.original_span(hit.start, hit.end)
            found.append(Match(self.kind, start, end, round(score, 2), f"colleague ({who.known_as}): {group}"))
        return found

    @staticmethod
    def _whom(reading: Reading, colleagues: list[Colleague], hit: TermHit) -> Colleague | None:
        """The colleague the matter is about, unless somebody else stands between."""
        if near(reading, "staff_confidential.public", hit.sentence):
            return None
        others = list(_others(reading, hit))
        here = [it for it in colleagues if it.sentence == hit.sentence and not covered(hit, [it])]
        before = [it for it in here if it.start < hit.start]
        if before:
            speaks = [it.start for it in reading.terms("staff_confidential.speaks") if it.sentence == hit.sentence]
            between = any(before[-1].end <= other < hit.start for other in [*others, *speaks])
            return None if between else before[-1]
        if any(other < hit.start for other in others):
            return None
        after = [it for it in here if it.start >= hit.end]
        if after or others:
            return after[0] if after else None
        return _of_neighbours(reading, colleagues, hit.sentence)


def _of_neighbours(reading: Reading, colleagues: list[Colleague], sentence: int) -> Colleague | None:
    """The last colleague of the sentence before, or the first word of the next one when this one is a question."""
    earlier = [it for it in colleagues if it.sentence == sentence - 1]
    if earlier:
        return earlier[-1]
    if not asked(reading, sentence):
        return None
    return next((it for it in colleagues if it.sentence == sentence + 1 and _opens(reading, it)), None)


def _opens(reading: Reading, who: Colleague) -> bool:
    return not reading.folded.text[reading.sentences[who.sentence][0] : who.start].strip()


def _others(reading: Reading, hit: TermHit) -> Iterator[int]:
    """Where somebody is spoken of in the sentence who is no colleague: the writer, family, a pupil."""
    for group in ("own", "family", "pupil"):
        for it in reading.terms(f"staff_confidential.{group}"):
            if it.sentence == hit.sentence and not _only_says_whose(reading, it):
                yield it.start
    for it in reading.terms("staff_confidential.mine"):
        if 0 <= hit.start - it.end <= MINE and not _only_says_whose(reading, it):
            yield it.start
    for name in reading.names:
        if "staff" not in name.sources and name.form not in WEAK_FORMS:
            yield reading.folded_offset(name.start)


def _only_says_whose(reading: Reading, own: TermHit) -> bool:
    """Whether "our" or "my" opens a colleague's role: "our custodian"."""
    return any(role.start <= own.start and own.end <= role.end for role in reading.terms("staff_confidential.role"))


def _colleagues(reading: Reading) -> list[Colleague]:
    """Everybody in the text who is a colleague, in order; who only the name model knows comes last and may be anybody."""
    known = [*_listed(reading), *_titled(reading)]
    known += [Colleague(hit.start, hit.end, hit.sentence, "role") for hit in reading.terms("staff_confidential.role")]
    family = {hit.sentence for hit in reading.terms("staff_confidential.family")}
    for start, end in reading.persons:
        met = _colleague(reading, start, end, "met")
        if met.sentence not in family and not any(it.start < met.end and met.start < it.end for it in known):
            known.append(met)
    return sorted(known, key=lambda it: it.start)


def _listed(reading: Reading) -> Iterator[Colleague]:
    """Names of the staff list; a lone name that a pupil has as well is only perhaps a colleague's."""
    for name in reading.names:
        if "staff" not in name.sources:
            continue
        known_as = "staff"
        if name.form in WEAK_FORMS:
            if not reading.text[name.start].isupper() or (name.wordlike and name.form == "first"):
                continue
            known_as = "shared" if "student" in name.sources else name.form
        yield _colleague(reading, name.start, name.end, known_as)


def _titled(reading: Reading) -> Iterator[Colleague]:
    for match in _TITLED.finditer(reading.folded.text):
        start, end = reading.original_span(match.start(1), match.end(1))
        if reading.text[start:end][:1].isupper():
            yield Colleague(match.start(), match.end(), reading.sentence_at(match.start()), "titled")


def _colleague(reading: Reading, start: int, end: int, known_as: str) -> Colleague:
    first, last = reading.folded_offset(start), reading.folded_offset(end)
    return Colleague(first, last, reading.sentence_at(first), known_as)


def _can_be_meant(reading: Reading, who: Colleague, group: str, hit: TermHit) -> bool:
    """Whether the matter goes with how surely this is a colleague: pupils and friends are ill or suspended as well."""
    if group in ("pay", "address"):
        return who.known_as in CLEAR
    return who.known_as not in ("met", "shared") or covered(hit, reading.terms("staff_confidential.employment"))
