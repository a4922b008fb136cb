"""Names that no roster knows: those the NER sees, those a cue beside them calls a name, those of the public lists of first names.

Pure; it weighs nothing. Each is its span in code points of the original and in folded offsets. Called by `name_candidates.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.detection.first_names import given_names, is_everyday, is_given_name, is_word_surname, word_names
from secondlook.detection.name_bearer import from_there, placed
from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.name_neighbours import beside_after, grade_after, introduced, pupil_after
from secondlook.detection.name_syntax import of_class, of_own_class
from secondlook.detection.terms import Word

SHORTEST = 4
"""Letters of a word that may be a name though no list knows it."""
LONGEST_INITIALS = 4
"""Letters of a word in capitals that is no name: DCF, WIDA."""
WORDS_OF_OURS = ("never_name", "kin", "strong", "weak", "before", "after", "praise", "adult", "team", "home", "place")
"""Words that are cues themselves and no names."""
SCHOOL_LISTS = frozenset({"school_context", "student_record"})
"""Lists without a word of which nobody unknown is a pupil."""
DEED = "ó"
"""Ends what somebody did in Spanish ("Firmó con su universidad"), and no first name."""
_CAPITAL_BEFORE = re.compile(r"[A-ZÁÉÍÓÚÂÊÔÃÕÇ][\w'’]*\W{1,3}$|\b(?:[Tt]he|[Aa]n?) $")
_CAPITAL_AFTER = re.compile(r"[\w'’]+ [A-ZÁÉÍÓÚÂÊÔÃÕÇ]")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SURNAME = re.compile(
    r"(?: (?:d[aeo]s?|del|de la))?(?: |-)([A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][a-záéíóúâêôãõçñ]+(?:[A-Z][a-z]+)?)(?:-[A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][a-záéíóúâêôãõçñ]+)?(?!\w)"
)
_FIRST = re.compile(r"(?<!\w)([A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][\w'’]+) $")
LONGEST_FIRST = 20
"""Letters before a surname in which its first name begins."""
_FOLLOWING = re.compile(r"[\s,:\"'“‘(*_-]{1,4}([^\W\d_][\w'’-]+)")


def met(around: NameContext) -> Iterator[tuple[int, int, Span]]:
    """Words that the NER calls a person."""
    for person in around.reading.persons:
        start, end = _capitalised(around, *person) if around.writing.style == "mixed" else person
        if start >= end:
            continue
        span = around.folded_span(start, end)
        if not around.terms.covered(("never_name",), span) and not _initials(around, start, end):
            yield start, end, span


def _initials(around: NameContext, start: int, end: int) -> bool:
    """Whether it is letters that stand for an office or a test, such as DCF or WIDA, in a text that is not shouted."""
    written = around.reading.text[start:end]
    short = len(written) <= LONGEST_INITIALS and _shouted(written)
    return short and around.writing.style == "mixed" and not is_given_name(written.lower())


def _capitalised(around: NameContext, start: int, end: int) -> tuple[int, int]:
    """The part of an NER name from its first capitalised word to its last; empty without any."""
    words = [it for it in _WORD.finditer(around.reading.text, start, end) if it[0][0].isupper()]
    return (words[0].start(), words[-1].end()) if words else (start, start)


def said(around: NameContext) -> Iterator[tuple[int, int, Span]]:
    """Words that a cue directly beside them calls a name."""
    seen: set[Span] = set()
    for group in ("before", "naming"):
        for hit in around.reading.terms(f"school_context.{group}"):
            match = _FOLLOWING.match(around.text, hit.end)
            if match and match.span(1) not in seen:
                start, end = around.reading.original_span(*match.span(1))
                capital = around.reading.text[start:end].istitle() and not is_everyday(match[1])
                named = is_given_name(match[1]) or (capital and around.writing.style != "shouted")
                if named and not around.terms.covered(("never_name", "kin"), match.span(1)):
                    seen.add(match.span(1))
                    yield _with_surname(around, start, end, match.span(1)) if capital else (start, end, match.span(1))
    given, text, starts = given_names(), around.reading.text, around.reading.folded.starts
    for word in [it for it in around.reading.words if it.text in given or text[starts[it.start]].isupper()]:
        known = word.text in given
        if not known and not _could_be_one(around, word):
            continue
        span = (word.start, word.start + len(word.text)) if word.end - word.start >= len(word.text) else word[1:3]
        if span in seen or not (
            grade_after(around, span) or (beside_after(around, span) if known else _belongs(around, span))
        ):
            continue
        start, end = around.reading.original_span(*span)
        if (around.writing.style != "mixed" or around.writing.is_capital(start)) and not around.terms.covered(
            ("never_name", "kin"), span
        ):
            yield _with_first(around, start, end, span)


def _could_be_one(around: NameContext, word: Word) -> bool:
    """Whether a word that no list knows is written as a name: a capital where the writer uses them, and no word of ours."""
    start, text = around.reading.folded.starts[word.start], around.reading.text
    if not (around.writing.is_capital(start) and text[start + 1 : start + 2].islower()):
        return False
    if (
        around.writing.style != "mixed"
        or len(word.text) < SHORTEST
        or not word.text.isalpha()
        or is_everyday(word.text)
    ):
        return False
    span = (word.start, word.end)
    if around.terms.overlaps(WORDS_OF_OURS, span) or from_there(around.text, span):
        return False
    if around.writing.opens(span):
        return pupil_after(around, span) or of_own_class(around.text, span)
    if not _title_case(around, start) or pupil_after(around, span):
        return True
    first = _FIRST.search(text, max(0, start - LONGEST_FIRST), start)
    return first is not None and not is_everyday(first[1].casefold()) and of_own_class(around.text, span)


def _belongs(around: NameContext, span: Span) -> bool:
    """Whether a class or a child told of is said to be the word's: "Gustav from my homeroom", "a boy on my bus, Lorcan"."""
    return (
        of_class(around.text, span)
        or placed(around.text, span)
        or introduced(around, span)
        or pupil_after(around, span)
    )


def listed(around: NameContext) -> Iterator[tuple[int, int, Span]]:
    """Words written as names that the public lists know as first names, where neither roster nor NER knows them."""
    if not around.reading.files & SCHOOL_LISTS:
        return
    given, wordlike = given_names(), word_names()
    words = [it for it in around.reading.words if it.text in given or it.text in wordlike]
    for word in words if words and around.writing.style != "shouted" else ():
        known = word.text in given
        start = around.reading.folded.starts[word.start]
        if not around.writing.is_capital(start):
            continue
        span = (word.start, word.start + len(word.text))
        if not known and (around.writing.opens(span) or _title_case(around, start)):
            continue
        end = around.reading.original_span(*span)[1]
        written = around.reading.text[start:end]
        if not (around.terms.covered(("never_name", "kin"), span) or _shouted(written) or written.endswith(DEED)):
            yield _with_surname(around, start, end, span)


def _with_surname(around: NameContext, start: int, end: int, span: Span) -> tuple[int, int, Span]:
    """The name together with a surname that follows it ("Malachi Stroud")."""
    match = _SURNAME.match(around.reading.text, end) if around.writing.style == "mixed" else None
    if match is None or (is_everyday(match[1].casefold()) and not is_word_surname(match[1].casefold())):
        return start, end, span
    whole = (span[0], around.reading.folded_offset(match.end()))
    return (
        (start, end, span)
        if around.terms.overlaps(WORDS_OF_OURS, (span[1] + 1, whole[1]))
        else (start, match.end(), whole)
    )


def _with_first(around: NameContext, start: int, end: int, span: Span) -> tuple[int, int, Span]:
    """The name together with the first name before it ("Memo Beltrán, mi alumno")."""
    match = _FIRST.search(around.reading.text, max(0, start - LONGEST_FIRST), start)
    if match is None:
        return start, end, span
    first = (around.reading.folded_offset(match.start(1)), span[0] - 1)
    opening = around.writing.opens(first) and is_everyday(around.text[slice(*first)])
    if opening or around.terms.overlaps(WORDS_OF_OURS, first):
        return start, end, span
    return match.start(1), end, (first[0], span[1])


def _title_case(around: NameContext, start: int) -> bool:
    """Whether another word with a capital stands beside, so that an everyday word may have its own from a title."""
    text = around.reading.text
    return bool(_CAPITAL_BEFORE.search(text, max(0, start - 24), start) or _CAPITAL_AFTER.match(text, start))


def _shouted(word: str) -> bool:
    """Whether a word stands in capitals, as abbreviations do."""
    return len(word) > 1 and word.isupper()
