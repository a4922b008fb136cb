"""Words that may be a pupil's name, each with its company: roster names, lone first names, names only the NER or a cue shows.

Pure; it weighs nothing. Called by the student_name recognizer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from secondlook.detection.first_names import given_names, is_everyday, is_given_name, word_names
from secondlook.detection.name_bearer import placed
from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.name_syntax import of_class
from secondlook.detection.names import WEAK_FORMS, NameHit
from secondlook.detection.terms import Word

Sort = Literal["full", "first", "surname", "ner", "said", "listed"]
_SORTS: dict[str, Sort] = {"first": "first", "surname": "surname"}
_ROW_GAP = re.compile(
    r"\s*(?:[\"']?,|;|/|&|\+|\n|•|-|\band\b|\by\b|\be\b|\bn\b|\bor\b|\bwith\b|[^\w\s.!?]|\d+ ?(?:[a-zA-Z]{1,4}\b)?|\s)+\s*"
)
_LONGEST_ROW_GAP = 12
SHORTEST = 4
"""Letters of a word that may be a name though no list knows it."""
WORDS_OF_OURS = ("never_name", "kin", "strong", "weak", "before", "after", "praise", "adult", "team", "home", "place")
"""Words that are cues themselves and no names."""
SCHOOL_LISTS = frozenset({"school_context", "student_record"})
"""Lists without a word of which nobody unknown is a pupil."""
_CAPITAL_BEFORE = re.compile(r"[A-ZÁÉÍÓÚÂÊÔÃÕÇ][\w'’]*\W{1,3}$|\b(?:[Tt]he|[Aa]n?) $")
_CAPITAL_AFTER = re.compile(r"[\w'’]+ [A-ZÁÉÍÓÚÂÊÔÃÕÇ]")
_COMMA = re.compile(r" ?[,;&/\n] ?")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SURNAME = re.compile(r"(?: (?:d[aeo]s?|del|de la))?(?: |-)([A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][a-záéíóúâêôãõçñ]+(?:[A-Z][a-z]+)?)(?!\w)")
_WORD_BEFORE = re.compile(r"[A-Z][\w'’-]+ $")
_ARTICLE = re.compile(r"\b(?:an?|the|un|una|um|uma|el|la|los|las|mi|su|my|his|her|meu|minha) $")
_FOLLOWING = re.compile(r"[\s,:\"'“‘(*_-]{1,4}([^\W\d_][\w'’-]+)")


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
    met = [Candidate("ner", *it) for it in _met(around)]
    found = [it for it in found if it.sort != "surname" or not any(_wider(other.span, it.span) for other in met)]
    taken = [it.span for it in found]
    said = (Candidate("said", *it) for it in _said(around))
    listed = (Candidate("listed", *it) for it in _listed(around))
    for one in (*met, *said, *listed):
        if any(a < one.end and one.start < b for a, b, weak in staff if not weak or one.sort != "said"):
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


def _wider(span: Span, other: Span) -> bool:
    return span[0] <= other[0] and other[1] <= span[1] and span != other


def _on_roster(around: NameContext) -> Iterator[Candidate]:
    open_name: Candidate | None = None
    for hit in around.reading.names:
        if "student" not in hit.sources:
            continue
        span = around.folded_span(hit.start, hit.end)
        small = hit.wordlike and not around.is_capital(hit.start)
        if _is_a_feast(around, hit):
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


def _met(around: NameContext) -> Iterator[tuple[int, int, Span]]:
    for person in around.reading.persons:
        start, end = _capitalised(around, *person) if around.style == "mixed" else person
        if start >= end:
            continue
        span = around.folded_span(start, end)
        if not around.covered(("never_name",), span):
            yield start, end, span


def _is_a_thing(around: NameContext, span: Span) -> bool:
    """Whether an article stands before a small-letter word that the writer would give a capital as a name ("la mano")."""
    return around.style == "mixed" and bool(_ARTICLE.search(around.text, max(0, span[0] - 6), span[0]))


def _is_a_feast(around: NameContext, hit: NameHit) -> bool:
    """Whether the word makes a day of what stands before it ("Unity Day"); a student may be called Day."""
    text = around.reading.text
    return text[hit.start : hit.end] == "Day" and bool(_WORD_BEFORE.search(text, max(0, hit.start - 24), hit.start))


def _held_up(around: NameContext, span: Span) -> bool:
    """Whether a cue stands directly beside, without which an everyday word in small letters is no candidate."""
    if around.covered(("never_name",), span):
        return False
    return around.beside_before(span) or around.grade_after(span) or around.beside_after(span)


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


def _capitalised(around: NameContext, start: int, end: int) -> tuple[int, int]:
    """The part of an NER name from its first capitalised word to its last; empty without any."""
    words = [it for it in _WORD.finditer(around.reading.text, start, end) if it[0][0].isupper()]
    return (words[0].start(), words[-1].end()) if words else (start, start)


def _said(around: NameContext) -> Iterator[tuple[int, int, Span]]:
    """Words that a cue directly beside them calls a name."""
    seen: set[Span] = set()
    for group in ("before", "naming"):
        for hit in around.reading.terms(f"school_context.{group}"):
            match = _FOLLOWING.match(around.text, hit.end)
            if match and match.span(1) not in seen:
                start, end = around.reading.original_span(*match.span(1))
                capital = around.reading.text[start:end].istitle() and not is_everyday(match[1])
                named = capital or is_given_name(match[1])
                if named and around.style != "shouted" and not around.covered(("never_name", "kin"), match.span(1)):
                    seen.add(match.span(1))
                    yield start, end, match.span(1)
    given, text, starts = given_names(), around.reading.text, around.reading.folded.starts
    for word in [it for it in around.reading.words if it.text in given or text[starts[it.start]].isupper()]:
        known = word.text in given
        if not known and not _could_be_one(around, word):
            continue
        span = (word.start, word.start + len(word.text)) if word.end - word.start >= len(word.text) else word[1:3]
        if span in seen or not (
            around.grade_after(span) or (around.beside_after(span) if known else _belongs(around, span))
        ):
            continue
        start, end = around.reading.original_span(*span)
        if (around.style != "mixed" or around.is_capital(start)) and not around.covered(("never_name", "kin"), span):
            yield start, end, span


def _could_be_one(around: NameContext, word: Word) -> bool:
    """Whether a word that no list knows is written as a name: a capital where the writer uses them, and no word of ours."""
    start, text = around.reading.folded.starts[word.start], around.reading.text
    if not (around.is_capital(start) and text[start + 1 : start + 2].islower()):
        return False
    if around.style != "mixed" or len(word.text) < SHORTEST or not word.text.isalpha() or is_everyday(word.text):
        return False
    span = (word.start, word.end)
    return not (around.opens(span) or _title_case(around, start) or around.overlaps(WORDS_OF_OURS, span))


def _belongs(around: NameContext, span: Span) -> bool:
    """Whether a class or a child told of is said to be the word's: "Gustav from my homeroom", "a boy on my bus, Lorcan"."""
    return (
        of_class(around.text, span) or placed(around.text, span) or around.introduced(span) or around.pupil_after(span)
    )


def _listed(around: NameContext) -> Iterator[tuple[int, int, Span]]:
    """Words written as names that the public lists know as first names, where neither roster nor NER knows them."""
    if not around.reading.files & SCHOOL_LISTS:
        return
    given, wordlike = given_names(), word_names()
    words = [it for it in around.reading.words if it.text in given or it.text in wordlike]
    for word in words if words and around.style != "shouted" else ():
        known = word.text in given
        start = around.reading.folded.starts[word.start]
        if not around.is_capital(start):
            continue
        span = (word.start, word.start + len(word.text))
        if not known and (around.opens(span) or _title_case(around, start)):
            continue
        end = around.reading.original_span(*span)[1]
        if not around.covered(("never_name", "kin"), span) and not _shouted(around.reading.text[start:end]):
            yield _with_surname(around, start, end, span)


def _with_surname(around: NameContext, start: int, end: int, span: Span) -> tuple[int, int, Span]:
    """The name together with a surname that follows it ("Malachi Stroud")."""
    match = _SURNAME.match(around.reading.text, end) if around.style == "mixed" else None
    if match is None or is_everyday(match[1].casefold()):
        return start, end, span
    whole = (span[0], around.reading.folded_offset(match.end()))
    return (
        (start, end, span) if around.overlaps(WORDS_OF_OURS, (span[1] + 1, whole[1])) else (start, match.end(), whole)
    )


def _title_case(around: NameContext, start: int) -> bool:
    """Whether another word with a capital stands beside, so that an everyday word may have its own from a title."""
    text = around.reading.text
    return bool(_CAPITAL_BEFORE.search(text, max(0, start - 24), start) or _CAPITAL_AFTER.match(text, start))


def _shouted(word: str) -> bool:
    """Whether a word stands in capitals, as abbreviations do."""
    return len(word) > 1 and word.isupper()
