"""Words that may be a pupil's name, each with its company: roster names, lone first names, names only the NER or a cue shows.

Pure; it weighs nothing. Called by the student_name recognizer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.name_neighbours import (
    beside_after,
    beside_before,
    grade_after,
)
from secondlook.detection.names import WEAK_FORMS, NameHit
from secondlook.detection.unlisted_names import listed, met, said

Sort = Literal["full", "first", "surname", "ner", "said", "listed"]
_SORTS: dict[str, Sort] = {"first": "first", "surname": "surname"}
_ROW_GAP = re.compile(
    r"\s*(?:[\"']?,|;|/|&|\+|\n|•|-|\band\b|\by\b|\be\b|\bn\b|\bor\b|\bwith\b|[^\w\s.!?]|\d+ ?(?:[a-zA-Z]{1,4}\b)?|\s)+\s*"
)
_LONGEST_ROW_GAP = 12
EVENT_WORDS = ("event_names.last",)
"""Words that end the name of an event."""
_COMMA = re.compile(r" ?[,;&/\n] ?")
_WORD_BEFORE = re.compile(r"[A-Z][\w'’-]+ $")
_ARTICLE = re.compile(r"\b(?:an?|the|un|una|um|uma|el|la|los|las|mi|su|my|his|her|meu|minha) $")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a pupil's name.

    Attributes:
        sort: on the roster in full, a roster first name or surname alone, a name that only the NER or only a cue
            ("my student …") shows.
        start, end: code points of the original.
        span: the same in folded offsets.
        hit: the roster's, where there is one.

    """

    sort: Sort
    start: int
    end: int
    span: Span
    hit: NameHit | None = None


def candidates(around: NameContext) -> list[Candidate]:
    """All candidates, in order of start."""
    found = list(_on_roster(around))
    staff = [(it.start, it.end, it.form in WEAK_FORMS) for it in around.reading.names if "student" not in it.sources]
    by_ner = [Candidate("ner", *it) for it in met(around)]
    found = [it for it in found if not (_of_a_stranger(around, it) and any(_wider(o.span, it.span) for o in by_ner))]
    taken = [it.span for it in found]
    by_cue = (Candidate("said", *it) for it in said(around))
    by_list = (Candidate("listed", *it) for it in listed(around))
    for one in (*by_ner, *by_cue, *by_list):
        if any(_of_staff(one, *it) for it in staff):
            continue
        if not any(a < one.span[1] and one.span[0] < b for a, b in taken):
            taken.append(one.span)
            found.append(one)
    return sorted(found, key=lambda it: it.start)


def rows(around: NameContext, found: list[Candidate]) -> dict[Span, list[Candidate]]:
    """For each candidate the row of names it stands in ("Emma, Liam and João"), itself included."""
    row_of: dict[Span, list[Candidate]] = {it.span: [it] for it in found}
    for one, two in pairwise(found):
        gap = around.text[one.span[1] : two.span[0]]
        if 0 < len(gap) <= _LONGEST_ROW_GAP and _ROW_GAP.fullmatch(gap):
            row = row_of[one.span]
            row.append(two)
            row_of[two.span] = row
    return row_of


def _of_a_stranger(around: NameContext, one: Candidate) -> bool:
    """Whether a roster's first name or surname may be part of a name that no roster knows ("Amelia Tavares")."""
    return one.sort == "surname" or (one.sort == "first" and around.writing.surname_after(one.end))


def _of_staff(one: Candidate, start: int, end: int, weak: bool) -> bool:
    """Whether an employee is meant; a first name or surname of theirs within a longer name is somebody else's."""
    if weak and (one.sort == "said" or _wider((one.start, one.end), (start, end))):
        return False
    return start < one.end and one.start < end


def _wider(span: Span, other: Span) -> bool:
    return span[0] <= other[0] and other[1] <= span[1] and span != other


def _on_roster(around: NameContext) -> Iterator[Candidate]:
    open_name: Candidate | None = None
    for hit in around.reading.names:
        if "student" not in hit.sources:
            continue
        span = around.folded_span(hit.start, hit.end)
        small = hit.wordlike and not around.writing.is_capital(hit.start)
        if _names_an_event(around, hit, span):
            continue
        if small and (_is_a_thing(around, span) or not (_held_up(around, span) or _in_row(around, hit))):
            continue
        one = Candidate(_SORTS.get(hit.form, "full"), hit.start, hit.end, span, hit)
        if open_name and (joined := _joined(around, open_name, one)):
            open_name = joined
            continue
        if open_name:
            yield open_name
        open_name = one
    if open_name:
        yield open_name


def _joined(around: NameContext, one: Candidate, two: Candidate) -> Candidate | None:
    """Two first names side by side as the one they are ("Ana Lívia", "João Pedro"), or None."""
    if one.hit is None or two.hit is None or (one.sort, two.sort) != ("first", "first"):
        return None
    if around.text[one.span[1] : two.span[0]] != " ":
        return None
    hit = replace(
        one.hit,
        end=two.end,
        sources=one.hit.sources & two.hit.sources,
        wordlike=one.hit.wordlike and two.hit.wordlike,
    )
    return Candidate("first", one.start, two.end, (one.span[0], two.span[1]), hit)


def _is_a_thing(around: NameContext, span: Span) -> bool:
    """Whether an article stands before a small-letter word that the writer would give a capital as a name ("la mano")."""
    return around.writing.style == "mixed" and bool(_ARTICLE.search(around.text, max(0, span[0] - 6), span[0]))


def _names_an_event(around: NameContext, hit: NameHit, span: Span) -> bool:
    """Whether the word makes an event of the capitalised one before it ("Unity Day"); a student may be called Day."""
    text = around.reading.text
    return (
        around.terms.covered(EVENT_WORDS, span)
        and text[hit.start : hit.end].istitle()
        and bool(_WORD_BEFORE.search(text, max(0, hit.start - 24), hit.start))
    )


def _held_up(around: NameContext, span: Span) -> bool:
    """Whether a cue stands directly beside, without which an everyday word in small letters is no candidate."""
    if around.terms.covered(("never_name",), span):
        return False
    return beside_before(around, span) or grade_after(around, span) or beside_after(around, span)


def _in_row(around: NameContext, hit: NameHit) -> bool:
    """Whether a full name of everyday words stands in a row with other full names of pupils ("yasmin coelho, ivy green")."""
    if hit.form in WEAK_FORMS:
        return False
    text = around.reading.text
    return any(
        _COMMA.fullmatch(text[other.end : hit.start] if other.end <= hit.start else text[hit.end : other.start])
        for other in around.reading.names
        if other is not hit and "student" in other.sources and other.form not in WEAK_FORMS and not other.wordlike
    )
