"""`RosterNames`: the `NameBook` of a laptop, of a student index, a staff index and the person's own exceptions.

Where a student and an employee share a name, the hit names both and the recognizer decides by context. Immutable, so it
may be asked from several threads; a new roster means a new `RosterNames`. Built by the checker.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from secondlook.detection.fold import Folded, fold
from secondlook.detection.names import NameHit, PersonMatch, Source
from secondlook.people.handles import handle_score
from secondlook.people.roster import RosterIndex
from secondlook.people.search import find_names

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
        self._indexes = tuple((source, index) for source, index in both if index is not None)
        self._excepted = exceptions

    def __repr__(self) -> str:
        return f"RosterNames({', '.join(source for source, _ in self._indexes)})"

    def find(self, text: str, folded: Folded) -> list[NameHit]:
        """Roster names in a text, in order of start, in code points of `text`; spans do not overlap."""
        hits: list[NameHit] = []
        for source, index in self._indexes:
            hits += _search(folded, index, source)
        return [kept for hit in _settle(hits) if (kept := self._without_exceptions(text, hit)).sources]

    def match(self, name: str | None, handle: str | None) -> PersonMatch:
        """Whether a person shown under this name or handle is on a roster; both 0 when the person made an exception."""
        if any(words and self._excepted(words) for words in (name, handle)):
            return PersonMatch()
        scores: dict[Source, float] = {"student": 0.0, "staff": 0.0}
        for source, index in self._indexes:
            if name:
                scores[source] = _name_score(index, name[:_LONGEST_NAME], source)
            if handle:
                scores[source] = max(scores[source], handle_score(index, handle))
        return PersonMatch(scores["student"], scores["staff"])

    def _without_exceptions(self, text: str, hit: NameHit) -> NameHit:
        """The hit without its student side when the person has excepted these words."""
        if "student" in hit.sources and self._excepted(text[hit.start : hit.end]):
            return replace(hit, sources=hit.sources - {"student"})
        return hit


def _search(folded: Folded, index: RosterIndex, source: Source) -> list[NameHit]:
    """The hits of one index in all spellings of a text; a second spelling adds only what the first did not have."""
    hits: list[NameHit] = []
    for spelling in (folded, *folded.spellings()):
        for found in find_names(spelling, index):
            start, end = spelling.span(found.start, found.end)
            hit = NameHit(start, end, found.score, found.form, frozenset({source}), found.wordlike)
            rivals = [other for other in hits if other.start < end and start < other.end]
            if spelling is folded or (all(rival.form == "first" for rival in rivals) and found.form != "first"):
                hits = [other for other in hits if other not in rivals] if spelling is not folded else hits
                hits.append(hit)
            elif not rivals:
                hits.append(hit)
    return hits


def _name_score(index: RosterIndex, name: str, source: Source) -> float:
    """The best full-name match in a display name. A lone first name is nobody in particular."""
    hits = [hit for hit in _search(fold(name), index, source) if hit.form != "first"]
    return max((hit.score for hit in hits), default=0.0)


def _settle(hits: Iterable[NameHit]) -> list[NameHit]:
    """Hits of both rosters made one where they touch, sorted."""
    settled: list[NameHit] = []
    for hit in sorted(hits, key=lambda hit: (hit.form == "first", "student" not in hit.sources, -hit.score, hit.start)):
        rival = next((other for other in settled if hit.start < other.end and other.start < hit.end), None)
        if rival is None:
            settled.append(hit)
        elif hit.sources != rival.sources and (hit.form == "first") == (rival.form == "first"):
            if hit.score - rival.score > _CLEARLY_SURER:
                settled[settled.index(rival)] = hit
            elif rival.score - hit.score <= _CLEARLY_SURER:
                settled[settled.index(rival)] = replace(rival, sources=rival.sources | hit.sources)
    return sorted(settled, key=lambda hit: hit.start)
