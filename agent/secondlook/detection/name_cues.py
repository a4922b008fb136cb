"""Which cues speak for or against a candidate being a current pupil's name. Pure; what each is worth is in `name_weights.py`.

Brings together what its own words say (`sort_cues.py`), what stands beside it (`name_beside.py`), and what its sentence
and the text speak of. Called by the student_name recognizer and, through it, by the script that fits the weights.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondlook.detection.cue_families import (
    FAMILIES,
    FIGURES,
    NAMESAKE,
    OF_A_CLASS,
    OF_OTHERS,
    OF_SCHOOL,
    OF_THE_READING,
    OPENING_A_ROW,
    SAID_AT_HOME,
    SAID_OF_STAFF,
    STUDIED,
)
from secondlook.detection.figure_cues import has_stars_name
from secondlook.detection.name_beside import beside
from secondlook.detection.name_candidates import Candidate
from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.name_neighbours import beside_before
from secondlook.detection.name_syntax import apposed
from secondlook.detection.sort_cues import of_full, of_part, of_stranger


def cues(around: NameContext, one: Candidate) -> Iterator[str]:
    """The cues of one candidate by itself; what the names around it add is `company`.

    A full roster name that no employee and no public figure shares is that pupil's (policy IHB: a full name in any form
    counts): neither a stage word nearby nor being spoken to makes it somebody else's.
    """
    found = _own_child(one, _read_about(_found(around, one)))
    full = one.sort == "full" and one.hit is not None
    if not full or "staff" in (one.hit.sources if one.hit else ()) or has_stars_name(around, one.span):
        yield from found
        return
    yield from (cue for cue in found if cue != "spoken_to" and not cue.startswith(("stage_", "star_")))


def _read_about(found: Iterable[str]) -> list[str]:
    """The cues, without what stands beside a name that a class reads about: it is of the reading ("a chapter of Tom Sawyer in period 2")."""
    its = list(found)
    return [cue for cue in its if cue not in OF_THE_READING] if STUDIED.intersection(its) else its


def _own_child(one: Candidate, found: list[str]) -> list[str]:
    """The cues, and one more for "my Jacob" of no class: a teacher who means a pupil says where from."""
    alone = one.sort != "full" and ("mine" in found or "ours" in found) and not OF_A_CLASS.intersection(found)
    return [*found, "mine_alone"] if alone else found


def _found(around: NameContext, one: Candidate) -> Iterator[str]:
    """Every cue that stands there."""
    yield one.sort
    if one.hit is None:
        yield from of_stranger(around, one)
    elif one.sort == "full":
        yield from of_full(around, one, one.hit)
    else:
        yield from of_part(around, one, one.hit)
    yield from beside(around, one)
    full = one.sort == "full" and one.hit is not None
    shared = full and one.hit is not None and "staff" in one.hit.sources
    families = tuple(_families(around, one.span))
    if "strong_same" in families and not around.terms.overlaps(FIGURES, one.span):
        families = tuple(f"class_{cue}" if cue.startswith(("star_", "stage_")) else cue for cue in families)
    yield from _together(around, one, families)
    for cue in families:
        if shared and cue.startswith(SAID_OF_STAFF):
            yield f"shared_{cue}"
        elif full and cue.startswith(SAID_AT_HOME):
            yield f"full_{cue}"
        else:
            yield cue


def _together(around: NameContext, one: Candidate, families: tuple[str, ...]) -> Iterator[str]:
    """What families say beyond their sum, by each other and by what stands beside the name."""
    if one.sort == "full" and any(cue in ("alumni_same", "past_year") for cue in families):
        yield "full_past"
    if one.sort in ("first", "ner", "listed") and _of_school_alone(families):
        yield "school_alone" if one.sort == "first" else "stranger_at_school"
    if "strong_same" not in families:
        return
    if "alumni_same" in families:
        yield "alumni_of_school"
    if not around.terms.overlaps(FIGURES, one.span):
        if apposed(around.text, one.span) and not beside_before(around, one.span, "adult"):
            yield "apposed_pupil"
        if beside_before(around, one.span, "naming"):
            yield "named_pupil"


def _families(around: NameContext, span: Span) -> Iterator[str]:
    """What the sentence, the next ones and the text speak of."""
    for family, groups in around.nearness.families(FAMILIES):
        if level := around.nearness.level(groups, span):
            yield f"{family}_{level}"
    if level := around.nearness.own_class_level(span):
        yield f"own_class_{level}"
    if level := around.nearness.school_year_level(span):
        yield f"school_year_{level}"
    if around.nearness.past_year(span):
        yield "past_year"
    if around.writing.addressed:
        yield "addressed"
    weak = around.nearness.count_in_sentence("weak", span)
    yield from (f"weak_{count}" for count in (1, 2, 3) if weak >= count)
    if not weak and (level := around.nearness.level(("weak",), span)):
        yield f"weak_{level}"


def _of_school_alone(families: tuple[str, ...]) -> bool:
    """Whether the text speaks of school, and of nothing that speaks against a pupil."""
    return any(cue.startswith(OF_SCHOOL) for cue in families) and not any(cue.startswith(OF_OTHERS) for cue in families)


def of_namesake(its: Iterable[str]) -> tuple[str, ...]:
    """The cues of a pupil's full name that a public figure has as well, under names of their own.

    Classes read and talk about figures, so "chapter" or "7th grade" say less there, and "her mom" or a locker says more.
    """
    return tuple(cue if cue == NAMESAKE else f"namesake_{cue}" for cue in its)


def company(
    row: list[Candidate], one: Candidate, its: tuple[str, ...], sure: set[Span], elsewhere: str
) -> Iterator[str]:
    """What other names say: a row of names, one of them surely a pupil; the same name elsewhere, a pupil's or not.

    Args:
        row: the names it stands in a row with, itself included.
        one: the candidate.
        its: its own cues.
        sure: candidates that are surely pupils by their own cues.
        elsewhere: "again" when the same first name elsewhere in the text is surely a pupil ("again_after_full" when written in full
            there), "ruled_out" when it is surely none, else "".

    """
    if len(row) > 1:
        yield "row_long" if len(row) > 2 else "row"
        beside_pupil = any(other.span in sure for other in row if other is not one)
        if (len(row) > 2 or beside_pupil) and OPENING_A_ROW.intersection(its):
            yield "row_opening"
        if _pupils_first_names(row, one):
            yield "row_of_roster"
        if beside_pupil:
            yield "beside_pupil"
    if elsewhere:
        yield elsewhere


def _pupils_first_names(row: list[Candidate], one: Candidate) -> bool:
    """Whether two or more different first names of pupils stand in the row, this one among them."""
    its = {it.span: it.hit for it in row if it.sort == "first" and it.hit and "staff" not in it.hit.sources}
    return one.span in its and len(its) > 1
