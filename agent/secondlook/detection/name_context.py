"""One reading as names are looked at in it: its terms, how near they stand, how it is written. Pure; it weighs nothing.

All spans are of the folded text unless said otherwise. Made by the student_name recognizer, once a text; read by
`name_candidates.py`, `name_cues.py` and the rooms that know one sort of cue.
"""

from __future__ import annotations

import re

from secondlook.detection.cue_nearness import CueNearness
from secondlook.detection.cue_terms import CueTerms
from secondlook.detection.fold import fold
from secondlook.detection.name_writing import NameWriting
from secondlook.detection.once import Once
from secondlook.detection.reading import Reading

Span = tuple[int, int]


class NameContext:
    """The surroundings of names in one reading.

    Attributes:
        reading: the text under examination.
        text: folded.
        terms: the terms at and beside a span.
        nearness: how near the words of a cue stand.
        writing: how text and names are written.

    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.folded.text
        self.terms = CueTerms(reading)
        self.nearness = CueNearness(reading, self.terms)
        self.writing = NameWriting(reading)

    def folded_span(self, start: int, end: int) -> Span:
        """A span of the original in folded offsets."""
        return self.reading.folded_offset(start), self.reading.folded_offset(end)

    def words(self, span: Span) -> str:
        """The folded words of a span."""
        return self.text[span[0] : span[1]]

    def first_word(self, span: Span) -> str:
        """The first word of a name."""
        return re.split(r"[\s,]", self.words(span), maxsplit=1)[0]

    def by_ner(self, start: int, end: int) -> float:
        """How sure the NER is that these words (in the original) are a person, 0 to 1; 0 when it says nothing."""
        scores = self.reading.person_scores
        touching = (scores.get(it, 1.0) for it in self.reading.persons if it[0] < end and start < it[1])
        return max(touching, default=0.0)

    def is_school_name(self, span: Span) -> bool:
        """Whether the words belong to the name of a school named after a person."""
        return any(start <= span[0] and span[1] <= end for start, end in self._school_names)

    @Once
    def _school_names(self) -> list[Span]:
        names = [(hit.start, hit.end) for hit in self.terms.hits("school_name")]
        for name in self.reading.settings.school_names:
            words = fold(name).text
            if words:
                names += [match.span() for match in re.finditer(rf"\b{re.escape(words)}\b", self.text)]
        return names
