"""How near a name the words of a cue stand: in its sentence, the next one, the same story, or nowhere. Pure; it weighs nothing.

Made by `name_context.py`, asked by `name_cues.py`; `could_name.py` reads the writer's own class and pupils here as well.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from secondlook.detection import name_bearer
from secondlook.detection.cue_terms import FAR, CueTerms, Span
from secondlook.detection.once import Once
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

_LEVELS = ("same", "near", *(["far"] * (FAR - 1)), "")
"""Level of a cue by how many sentences away it is."""
_NOWHERE: frozenset[Span] = frozenset()
_SCHOOL_YEAR = re.compile(
    r"(?:(?<=from )|(?<=in )|(?<=de )|(?<=do )|(?<=da )|(?<=no )|(?<=na ))(?:[1-9]|1[0-2])[a-g]\b|"
    r"(?<!\w)(?<!of )(?<!the )(?<!el )(?:[1-9]|1[0-2])(?:st|nd|rd|th|mo|to|ro|vo|er|o)\b"
    r"(?! (?:of|st|street|ave|floor|place|lugar|birthday|anniversary|annual|inning|quarter|qtr|century|time|vez|piso|andar))"
)
"""A bare ordinal as schools write their grades: "10th", "6to", "8o"."""
_DIGIT = re.compile(r"[1-9]")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? $")
_OWN = re.compile(
    r"(?:(?:in|of|from|to|for|en|de|em|a|na|no|da|do) )?(?:my|our|mi|mis|meus?|minhas?|nuestr[oa]s?|noss[oa]s?) "
)


class CueNearness:
    """What the sentences around the names of one reading speak of."""

    def __init__(self, reading: Reading, terms: CueTerms) -> None:
        self._reading = reading
        self._terms = terms
        self._spoken: list[tuple[str, tuple[str, ...]]] | None = None

    def level(self, groups: tuple[str, ...], span: Span) -> str:
        """How near words of these groups stand, the name itself aside: "same" sentence, "near" (the next), "far", or ""."""
        here, nearest = self._reading.sentence_at(span[0]), FAR + 1
        for group in self._terms.present(groups):
            young = _NOWHERE if group == "young" else self._young
            for hit in self._terms.hits(group):
                away = abs(hit.sentence - here)
                if away < nearest and not _touch(hit, span) and (not young or hit[1:3] not in young):
                    nearest = away
        return _LEVELS[nearest]

    def families(self, all_of_them: Mapping[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
        """Those families of groups that the text has a word of at all, in their order; always asked with the same ones."""
        if self._spoken is None:
            self._spoken = [
                (family, here) for family, groups in all_of_them.items() if (here := self._terms.present(groups))
            ]
        return self._spoken

    def own_class_level(self, span: Span) -> str:
        """How near the writer's own class or pupils are named ("my advisory", "meus alunos"): as `level`."""
        here = self._reading.sentence_at(span[0])
        places = (abs(hit.sentence - here) for hit in self.own_class if not _touch(hit, span))
        return _LEVELS[min(FAR + 1, min(places, default=FAR + 1))]

    def school_year_level(self, span: Span) -> str:
        """How near a bare ordinal stands that schools write for a grade: as `level`."""
        here = self._reading.sentence_at(span[0])
        places = (abs(sentence - here) for sentence in self._school_years)
        return _LEVELS[min(FAR + 1, min(places, default=FAR + 1))]

    def count_in_sentence(self, group: str, span: Span) -> int:
        """How many words of a group its sentence has, the name itself aside."""
        here = self._reading.sentence_at(span[0])
        return sum(hit.sentence == here and not _touch(hit, span) for hit in self._terms.window(group, here))

    def past_year(self, span: Span) -> bool:
        """Whether its sentence names a year long past."""
        return self._reading.sentence_at(span[0]) in self._past_years

    @Once
    def own_class(self) -> list[TermHit]:
        """The words of school that the writer calls his or her own."""
        return own_class(self._reading)

    @Once
    def _young(self) -> frozenset[Span]:
        """Words such as "my kids", by which teachers mean their classes: they weigh by themselves and in no other family."""
        return frozenset((hit.start, hit.end) for hit in self._terms.hits("young"))

    @Once
    def _school_years(self) -> list[int]:
        text = self._reading.folded.text
        if not _DIGIT.search(text):
            return []
        found = (
            match
            for match in _SCHOOL_YEAR.finditer(text)
            if not _MONTH.search(text[max(0, match.start() - 11) : match.start()])
        )
        return [self._reading.sentence_at(match.start()) for match in found]

    @Once
    def years_past(self) -> list[int]:
        """Where years stand in which no current pupil was at school."""
        return name_bearer.years_past(self._reading.folded.text)

    @Once
    def _past_years(self) -> set[int]:
        return {self._reading.sentence_at(start) for start in self.years_past}


def own_class(reading: Reading) -> list[TermHit]:
    """The words of school that the writer calls his or her own."""
    text = reading.folded.text
    return [hit for hit in reading.terms("school_context.strong") if _OWN.match(text, hit.start)]


def _touch(hit: TermHit, span: Span) -> bool:
    return hit.start < span[1] and span[0] < hit.end
