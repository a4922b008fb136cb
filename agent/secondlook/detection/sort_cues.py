"""The cues that a candidate's own words give, by its sort: a full roster name, a part of one, or a name of nobody on the roster.

Pure; it weighs nothing. Called by `name_cues.py`, which knows what stands around.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.detection.cue_families import NAMESAKE
from secondlook.detection.figure_cues import has_stars_name, in_figure, known_alone
from secondlook.detection.first_names import (
    is_common_first_name,
    is_counted,
    is_everyday,
    is_first_name,
    is_given_name,
    is_surname,
)
from secondlook.detection.name_candidates import Candidate
from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.name_syntax import acts, does, is_clause, is_verb, speaks, speaks_in_quotes, studied
from secondlook.detection.names import NameHit

SURE_NER = 0.85
"""How sure the NER is of a name from which its word counts for more."""
DOUBTFUL_NER = 0.65
"""And below which it counts for less."""
_ARTICLE = re.compile(r"\b(?:the|an) $")  # no "a": in Portuguese it stands before names
_DETERMINER = re.compile(r"\b(?:the|a|an|this|that|some|un|una|um|uma) $")
_CAPITAL_BEFORE = re.compile(r"[\w,;'’] [A-ZÁÉÍÓÚÂÊÔÃÕÇ][\w'’]+ $")
_SURNAME_SMALL = re.compile(r" (\w+)")


def of_full(around: NameContext, one: Candidate, hit: NameHit) -> Iterator[str]:
    """A full roster name: who else has it."""
    if "staff" in hit.sources:
        yield "full_of_staff"
    elif has_stars_name(around, one.span):  # an employee is the likelier of the two
        yield NAMESAKE
        if studied(around.text, one.span):
            yield "studied"
    if is_clause(around.reading.text, one.start, one.end):
        yield "clause"


def of_part(around: NameContext, one: Candidate, hit: NameHit) -> Iterator[str]:
    """A lone first name or surname of the roster: how it is written, who else has it, what follows it."""
    if "staff" in hit.sources:
        yield "first_of_staff"
    elif not hit.wordlike and _is_rare(around, one):
        yield "rare_name"
    yield from _of_writing(around, one, hit)
    yield from _of_subject(around, one)
    if sure := around.by_ner(one.start, one.end):
        yield "by_ner"
        if sure >= SURE_NER:
            yield "by_ner_surely"
    if around.writing.style == "mixed" and around.writing.surname_after(one.end):
        yield "surname_follows"
    elif around.writing.style != "mixed" and _surname_small(around, one.span):
        yield "surname_follows_small"
    yield from in_figure(around, one.span)
    yield from known_alone(around, one.span)


def _is_rare(around: NameContext, one: Candidate) -> bool:
    """Whether the name is written as one and few people outside school bear it."""
    word = around.first_word(one.span)
    written = around.writing.is_capital(one.start) or around.writing.style != "mixed"
    return written and is_first_name(word) and not is_common_first_name(word)


def _of_writing(around: NameContext, one: Candidate, hit: NameHit) -> Iterator[str]:
    """What capitals tell, above all of a name that is an everyday word."""
    capital = around.writing.is_capital(one.start)
    if not hit.wordlike:
        if not capital and around.writing.style == "mixed":
            yield "small_letters"
        elif not capital and around.reading.text[:1].isupper():
            yield "small_after_capital"
        return
    if not capital:
        if _DETERMINER.search(around.text, max(0, one.span[0] - 6), one.span[0]):
            yield "title_case"
        yield "word_small"
        return
    opens = around.writing.opens(one.span)
    yield "word_opening" if opens or around.writing.style == "shouted" else "word_capital"
    if opens and is_counted(around.first_word(one.span)):
        yield "bare_noun"
    if _in_title_case(around, one):
        yield "title_case"


def _of_subject(around: NameContext, one: Candidate) -> Iterator[str]:
    """Whether the name says or did something; of a sentence's first word that is also an everyday word it proves the name."""
    said, acted = speaks(around.text, one.span), acts(around.text, one.span)
    if speaks_in_quotes(around.text, one.span):
        yield "says_in_quotes"
    if said:
        yield "says"
    elif acted:
        yield "acts"
    elif does(around.text, one.span):
        acted = True
        yield "does"
    if around.writing.opens(one.span):
        wordlike = one.hit is not None and one.hit.wordlike
        if wordlike and is_verb(around.text, one.span):
            yield "opening_verb"
        elif (said or acted) and wordlike and around.writing.is_capital(one.start):
            yield "opening_subject"


def _in_title_case(around: NameContext, one: Candidate) -> bool:
    """Whether an everyday word has its capital from a title ("Field Day") or stands behind an article ("the Grace period")."""
    return bool(_ARTICLE.search(around.text, max(0, one.span[0] - 5), one.span[0])) or bool(
        _CAPITAL_BEFORE.search(around.reading.text, max(0, one.start - 24), one.start)
    )


def _surname_small(around: NameContext, span: Span) -> bool:
    """Whether a small-letter word that is a surname and nothing else follows."""
    match = _SURNAME_SMALL.match(around.text, span[1])
    return match is not None and is_surname(match[1]) and not is_first_name(match[1])


def _of_ner(sure: float) -> Iterator[str]:
    """How sure the NER is of a name that nobody else knows."""
    if sure >= SURE_NER:
        yield "ner_surely"
    elif 0 < sure < DOUBTFUL_NER:
        yield "ner_hardly"


def of_stranger(around: NameContext, one: Candidate) -> Iterator[str]:
    """A name that no roster knows: what kind of word it is, how it is written, what it does."""
    yield from _of_ner(around.by_ner(one.start, one.end))
    words = around.words(one.span).split()
    first = words[0].strip("'\"#@") if words else ""
    if is_first_name(first):
        yield "known_first"
    elif is_given_name(first):
        yield "rarer_first"
    elif is_everyday(first):
        yield "everyday_word"
    else:
        yield "unknown_word"
    if len(words) > 1:
        yield "two_words"
    if around.terms.overlaps(("strong", "before", "kin", "weak", "after", "praise", "adult"), one.span):
        yield "is_cue_word"
    if not around.writing.is_capital(one.start) and around.writing.style == "mixed":
        yield "small_letters"
    if around.writing.opens(one.span):
        yield "opening"
    if speaks(around.text, one.span) or acts(around.text, one.span) or does(around.text, one.span):
        yield "stranger_acts"
    yield from in_figure(around, one.span)
    yield from known_alone(around, one.span)
