"""`RosterNames`: the `NameBook` of a laptop, of a student index, a staff index and the person's own exceptions.

Where a student and an employee share a name, the hit names both and the recognizer decides by context. Immutable, so it
may be asked from several threads; a new roster means a new `RosterNames`. Built by the checker.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import replace

from secondlook.detection.fold import Folded, fold
from secondlook.detection.names import WEAK_FORMS, NameHit, PersonMatch, Source
from secondlook.people.handles import handle_score
from secondlook.people.id_numbers import plain_id
from secondlook.people.name_reading import Spelling
from secondlook.people.named_so_far import NamedSoFar
from secondlook.people.roster import RosterIndex
from secondlook.people.search import find_names
from secondlook.people.words import Words

_CLEARLY_SURER = 0.1
"""A staff match surer than a student's by more than this is the staff member's alone."""
_LONGEST_NAME = 300


def _no_exceptions(_name: str) -> bool:
    return False


class RosterNames:
    """Finds students and staff by name.

    Args:
        students, staff: indexes, or None when there is no such roster.
        exceptions: asked with a name or handle as written (the caller hashes it with `name_hash`); True means that
            the person has said that it is not a current student's, or is their own child's.

    """

    def __init__(
        self,
        students: RosterIndex | None,
        staff: RosterIndex | None,
        exceptions: Callable[[str], bool] = _no_exceptions,
    ) -> None:
        both: tuple[tuple[Source, RosterIndex | None], ...] = (("student", students), ("staff", staff))
        self._indexes = tuple((source, Words(index)) for source, index in both if index is not None)
        self._so_far = NamedSoFar([words for _, words in self._indexes])
        self._students = students
        self._excepted = exceptions

    def __repr__(self) -> str:
        return f"RosterNames({', '.join(source for source, _ in self._indexes)})"

    def find(self, text: str, folded: Folded) -> list[NameHit]:
        """Roster names in a text, in order of start, in code points of `text`; spans do not overlap."""
        hits = self._so_far.still(folded)
        if hits is None:
            spellings = _spellings(folded)
            hits = tuple(_settle([hit for source, words in self._indexes for hit in _search(spellings, words, source)]))
            self._so_far.note(spellings, hits)
        return [kept for hit in hits if (kept := self._without_exceptions(text, hit)).sources]

    def match(self, name: str | None, handle: str | None) -> PersonMatch:
        """Whether a person shown under this name or handle is on a roster; never a student when there is an exception."""
        excepted = any(words and self._excepted(words) for words in (name, handle))
        scores: dict[Source, float] = {"student": 0.0, "staff": 0.0}
        spellings = _spellings(fold(name[:_LONGEST_NAME])) if name else []
        for source, words in self._indexes:
            if name:
                scores[source] = _name_score(spellings, words, source)
            if handle:
                scores[source] = max(scores[source], handle_score(words.index, handle))
        return PersonMatch(0.0 if excepted else scores["student"], scores["staff"])

    def has_id(self, token: str) -> bool:
        """Whether a word of a text is exactly a student's state or local id; never for short ones and mere years."""
        number = plain_id(token) if self._students else ""
        return bool(number and self._students and self._students.has_id(self._students.hashes.number(number)))

    def _without_exceptions(self, text: str, hit: NameHit) -> NameHit:
        """The hit without its student side when the person has excepted these words."""
        if "student" in hit.sources and self._excepted(text[hit.start : hit.end]):
            return replace(hit, sources=hit.sources - {"student"})
        return hit


def _spellings(folded: Folded) -> list[Spelling]:
    """The text itself and its second readings, each cut into words once for all indexes."""
    return [Spelling.of(spelling) for spelling in (folded, *folded.spellings())]


def _search(spellings: list[Spelling], words: Words, source: Source) -> list[NameHit]:
    """The hits of one index in all spellings of a text; a second spelling adds only what the first did not have."""
    hits: list[NameHit] = []
    sources = frozenset({source})
    for nth, spelling in enumerate(spellings):
        folded = spelling.folded
        more = [
            NameHit(*folded.span(found.start, found.end), found.score, found.form, sources, found.wordlike)
            for found in find_names(spelling, words)
        ]
        hits = _with_second(hits, more, len(folded.original)) if nth and more else hits or more
    return hits


def _with_second(hits: list[NameHit], more: list[NameHit], length: int) -> list[NameHit]:
    """Both lists; where they touch, a full name of the second spelling takes the place of mere hints of the first."""
    owner = array("i", [-1]) * length
    for place, hit in enumerate(hits):
        owner[hit.start : hit.end] = array("i", [place]) * (hit.end - hit.start)
    dropped: set[int] = set()
    added = []
    for hit in more:
        rivals = set(owner[hit.start : hit.end]) - dropped - {-1}
        if rivals and (hit.form in WEAK_FORMS or any(hits[place].form not in WEAK_FORMS for place in rivals)):
            continue
        dropped |= rivals
        added.append(hit)
    kept = [hit for place, hit in enumerate(hits) if place not in dropped]
    return sorted([*kept, *added], key=lambda hit: hit.start)


def _name_score(spellings: list[Spelling], words: Words, source: Source) -> float:
    """The best full-name match in a display name. A lone first or family name is nobody in particular."""
    hits = [hit for hit in _search(spellings, words, source) if hit.form not in WEAK_FORMS]
    return max((hit.score for hit in hits), default=0.0)


def _settle(hits: list[NameHit]) -> list[NameHit]:
    """Hits of both rosters made one where they touch, sorted. Full names go before hints, students before staff."""
    if len(hits) < 2:
        return hits
    owner = array("i", [-1]) * (max(hit.end for hit in hits) + 1)
    settled: list[NameHit] = []
    order = sorted(hits, key=lambda hit: (_weakness(hit), "student" not in hit.sources, -hit.score, hit.start))
    for hit in order:
        place = min((place for place in owner[hit.start : hit.end] if place >= 0), default=-1)
        if place < 0:
            owner[hit.start : hit.end] = array("i", [len(settled)]) * (hit.end - hit.start)
            settled.append(hit)
            continue
        rival = settled[place]
        if hit.sources != rival.sources and _weakness(hit) == _weakness(rival):
            if hit.score - rival.score > _CLEARLY_SURER:
                settled[place] = hit
            elif rival.score - hit.score <= _CLEARLY_SURER:
                settled[place] = replace(rival, sources=rival.sources | hit.sources)
    return sorted(settled, key=lambda hit: hit.start)


def _weakness(hit: NameHit) -> int:
    """0 for a full name, more for a lone first name, most for a lone family name."""
    return {"first": 1, "surname": 2}.get(hit.form, 0)
