"""Shows a match with the words that tell it, so that what is underlined can be read: "missed tutoring again", not "missed".

Pure. A term of one or two words says too little by itself, and what is told often stands just beside it; so it is shown
with a few words around, no further than the clause goes or somebody is named. It never decides whether there is a finding.
Called by `detect.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from operator import attrgetter

from secondlook.contract import Kind
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading
from secondlook.detection.terms import Word

TOLD: frozenset[Kind] = frozenset(
    ["STUDENT_RECORD", "STAFF_CONFIDENTIAL", "BULLYING", "DEFAMATORY", "FALSE_INFO", "SEXUAL", "SUBSTANCE"]
)
"""Kinds that are told in a sentence; a name, a number or a swear word stands for itself."""
CHILD = ("student_record.child_known", "student_record.child_one")
FEW = 2
"""Words that say too little by themselves."""
BESIDE = 3
"""Words on either side that are shown with them: of 2, 3 and 4 the most alike to what people marked in the corpus."""
_CLAUSE_END = re.compile(r"[,;:.!?…\n—–()\"“”]| - ")
_START, _END = attrgetter("start"), attrgetter("end")


def with_telling_words(match: Match, reading: Reading) -> Match:
    """The match, over the words beside it too where its own are few."""
    if match.kind not in TOLD:
        return match
    words = reading.words
    start, end = reading.folded_offset(match.start), reading.folded_offset(match.end)
    first, last = bisect_right(words, start, key=_END), bisect_left(words, end, key=_START)
    if not 0 < last - first <= FEW:
        return match
    text, others = reading.folded.text, _who(reading)
    for word in _of_clause(text, reversed(words[max(0, first - BESIDE) : first]), start, others):
        start = word.start
    for word in _of_clause(text, words[last : last + BESIDE], end, others):
        end = word.end
    low, high = reading.original_span(start, end)
    return replace(match, start=min(low, match.start), end=max(high, match.end))


def _who(reading: Reading) -> list[tuple[int, int]]:
    """Where somebody is named or called a child: that is who is told of, and not what is told."""
    children = (hit for group in CHILD for hit in reading.terms(group))
    return [it.candidate.span for it in reading.weighed_names] + [(hit.start, hit.end) for hit in children]


def _of_clause(text: str, words: Iterable[Word], edge: int, others: list[tuple[int, int]]) -> Iterator[Word]:
    """The words, going away from an edge, up to the clause's end or where somebody is named."""
    for word in words:
        between = text[min(edge, word.end) : max(edge, word.start)]
        if _CLAUSE_END.search(between) or any(low < word.end and word.start < high for low, high in others):
            return
        yield word
        edge = word.start if word.start < edge else word.end
