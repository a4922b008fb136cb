"""What stands around a name: school, home, the stage, a title, a building, a list. Pure; it weighs nothing.

All spans are of the folded text. Used by the student_name recognizer, which does the weighing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from secondlook.detection.anchors import ADULTS, STAFF_TITLE
from secondlook.detection.fold import fold
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

Span = tuple[int, int]

_BESIDE = re.compile(r"[\s,:\"'(*_-]{0,4}(?:,? ?(?:named|called|llamad[oa]|chamad[oa]),? )?")
_AFTER = re.compile(r"['’]?s?[\s,\"'(*_-]{0,4}(?:(?:is|was|from|has|just|also|really|who|already|finally|still) ){0,2}")
_LIST_GAP = re.compile(r"\s*(?:,|;|/|&|\+|\n|•|-|\band\b|\by\b|\be\b|\bor\b|[^\w\s.!?]|\s)+\s*")
_NEXT_CAPITAL = re.compile(r" [A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][a-záéíóúâêôãõçñ]+")
_LONGEST_LIST_GAP = 12
_OPENING = re.compile(r"(?:^|[.!?:\n•])[\s\"'(*_\W]*$")
_GRADE_AFTER = re.compile(
    r"(?:'s)?,? ?\(?(?:(?:in|from|of|de|do|da|d|del|no|na|n|,) )?(?:gr(?:ade)?\.? ?)?(?:meu |minha |mi )?"
    r"(?:(?:[1-9]|1[0-2])(?:th|st|nd|rd|mo|to|ro|vo|no|do|er|o|a)|septimo|setimo|octavo|oitavo|sexto|quinto|noveno|nono)\b"
)
"""A school year straight after a name: "donald 10th", "Emma (7th)", "Isaac de 6to", "Nicolas do meu sétimo ano"."""


class NameContext:
    """The surroundings of names in one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._text = reading.folded.text

    def folded_span(self, start: int, end: int) -> Span:
        """A span of the original in folded offsets."""
        return self.reading.folded_offset(start), self.reading.folded_offset(end)

    def words(self, span: Span) -> str:
        """The folded words of a span."""
        return self._text[span[0] : span[1]]

    def first_word(self, span: Span) -> str:
        """The first word of a name."""
        return re.split(r"[\s,]", self.words(span), maxsplit=1)[0]

    def is_capital(self, start: int) -> bool:
        """Whether the original shows a capital there."""
        return self.reading.text[start : start + 1].isupper()

    def goes_on(self, end: int) -> bool:
        """Whether a capitalised word follows at once, so that a first name is part of somebody else's full name."""
        return bool(_NEXT_CAPITAL.match(self.reading.text, end))

    def opens(self, span: Span) -> bool:
        """Whether the name is the first word of its sentence, where a capital proves nothing."""
        return bool(_OPENING.search(self._text[max(0, span[0] - 12) : span[0]]))

    def by_ner(self, start: int, end: int) -> bool:
        """Whether the NER calls these words (in the original) a person."""
        return any(a < end and start < b for a, b in self.reading.persons)

    def is_cue(self, span: Span) -> bool:
        """Whether the words are themselves part of a school word, which an NER in capitals takes for a name."""
        hits = (hit for group in ("strong", "before") for hit in self.reading.terms(f"school_context.{group}"))
        return any(hit.start < span[1] and span[0] < hit.end for hit in hits)

    def beside(self, span: Span) -> bool:
        """Whether a cue stands directly before or after the name ("my student Emma", "Emma's mom called")."""
        start, end = span
        for hit in self._near("before", start):
            if hit.end <= start and _BESIDE.fullmatch(self._text[hit.end : start]):
                return True
        if _GRADE_AFTER.match(self._text, end):
            return True
        gap = _AFTER.match(self._text, end)
        place = gap.end() if gap else end
        return any(hit.start in (place, end + 1) for hit in self._near("after", end))

    def school_in_sentence(self, span: Span) -> bool:
        """Whether the writer's own class or school life is spoken of in the same sentence."""
        return self._has(("school_context.strong",), span)

    def school(self, span: Span) -> bool:
        """The same, in this sentence or a neighbour."""
        return self._has(("school_context.strong",), span, reach=1)

    def own_family(self, span: Span) -> bool:
        """Whether the sentence names a relation of the writer's own ("my son")."""
        return self._has(("student_record.own_family",), span)

    def at_home(self, span: Span) -> bool:
        """Whether the sentence is about the writer's own family or friends."""
        if self.own_family(span) or self._has(("school_context.home",), span):
            return True
        return any(hit.start == span[1] + 1 for hit in self._near("home_after", span[1]))

    def about_star(self, span: Span) -> bool:
        """Whether the text is about films, books, music, sports on television or politics, and not about class."""
        return self._has(("school_context.star",), span) and not self.school_in_sentence(span)

    def about_adult(self, span: Span) -> bool:
        """Whether the sentence speaks of a colleague or another adult by role."""
        return self._has(("student_record.other_adult", *ADULTS), span)

    def is_elsewhere(self, span: Span) -> bool:
        """Whether the name belongs to the writer's home, a star, another adult, or a school's own name."""
        return self.at_home(span) or self.about_star(span) or self.about_adult(span) or self.is_school_name(span)

    def is_titled(self, span: Span) -> bool:
        """Whether an adult's title stands before the name."""
        return bool(STAFF_TITLE.search(self._text[max(0, span[0] - 16) : span[0]]))

    def is_place(self, span: Span) -> bool:
        """Whether the name is that of a building or street: "Kane Elementary", "Whitcomb School"."""
        after = self._text[span[1] : span[1] + 2]
        if after[:1] != " ":
            return False
        return any(hit.start == span[1] + 1 for hit in self._near("place", span[1]))

    def is_school_name(self, span: Span) -> bool:
        """Whether the words belong to the name of a school named after a person."""
        start, end = span
        return any(hit_start <= start and end <= hit_end for hit_start, hit_end in self._school_names)

    def listed(self, spans: list[Span]) -> set[Span]:
        """The names that stand in a row of two or more, in a post that speaks of awards, teams or groups."""
        rows: set[Span] = set()
        ordered = sorted(set(spans))
        for one, two in pairwise(ordered):
            gap = self._text[one[1] : two[0]]
            if len(gap) <= _LONGEST_LIST_GAP and _LIST_GAP.fullmatch(gap):
                rows |= {one, two}
        return {span for span in rows if self._has(("school_context.list",), span, reach=2)}

    @cached_property
    def _school_names(self) -> list[Span]:
        names = [(hit.start, hit.end) for hit in self.reading.terms("school_context.school_name")]
        for name in self.reading.settings.school_names:
            words = fold(name).text
            if words:
                names += [match.span() for match in re.finditer(rf"\b{re.escape(words)}\b", self._text)]
        return names

    def _has(self, groups: tuple[str, ...], span: Span, reach: int = 0) -> bool:
        sentence = self.reading.sentence_at(span[0])
        for group in groups:
            hits = self.reading.terms(group)
            place = bisect_left(hits, sentence - reach, key=lambda hit: hit.sentence)
            if place < len(hits) and hits[place].sentence <= sentence + reach:
                return True
        return False

    def _near(self, group: str, offset: int) -> list[TermHit]:
        """Hits of a group that begin within reach of an offset."""
        hits = self.reading.terms(f"school_context.{group}")
        low = bisect_left(hits, offset - 40, key=lambda hit: hit.start)
        high = bisect_left(hits, offset + 40, key=lambda hit: hit.start)
        return hits[low:high]
