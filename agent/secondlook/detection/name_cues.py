"""Which cues speak for or against a candidate being a current pupil's name. Pure; what each is worth is in `name_weights.py`.

Called by the student_name recognizer and, through it, by the script that fits the weights.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.detection.first_names import (
    is_common_first_name,
    is_everyday,
    is_first_name,
    is_given_name,
    is_surname,
)
from secondlook.detection.name_beside import beside
from secondlook.detection.name_candidates import Candidate
from secondlook.detection.name_context import CHILD, NameContext, Span
from secondlook.detection.name_syntax import (
    acts,
    apposed,
    does,
    is_clause,
    is_verb,
    speaks,
    speaks_in_quotes,
    studied,
)
from secondlook.detection.names import NameHit

STAR_GROUPS = (
    "athlete", "musician", "actor", "politician", "author", "scientist_historic", "media", "character", "mononym",
)  # fmt: skip
FIGURES = tuple(f"public_figures.{group}" for group in STAR_GROUPS)
KNOWN_ALONE = ("public_figures.alone",)
"""Everyday first names and surnames by which one public figure is known without the rest."""
RECORD_FAMILIES = (
    "attendance", "discipline", "english_learner", "family", "grades", "health", "lunch_income", "special_education",
)  # fmt: skip
RECORD = tuple(f"student_record_{family}.words" for family in RECORD_FAMILIES)
RECORD_HINTS = (
    *(f"student_record_{family}.everyday" for family in RECORD_FAMILIES),
    *(f"student_record_discipline.{group}" for group in ("sanction", "conduct")),
    *(f"student_record_special_education.{group}" for group in ("service", "condition", "referral")),
    "student_record_family.agency", "student_record_lunch_income.aid", "student_record_english_learner.level",
    "student_record_health.medicine", "student_record_attendance.presence",
)  # fmt: skip
FAMILIES: dict[str, tuple[str, ...]] = {
    "strong": ("strong",),
    "praise": ("praise",),
    "team": ("team",),
    "family": ("student_record.own_family",),
    "young": ("young",),
    "child": CHILD,
    "record": RECORD,
    "hint": RECORD_HINTS,
    "teacher": ("teacher",),
    "home": ("home",),
    "private": ("private",),
    "affection": ("affection",),
    "adult": ("adult", "student_record.other_adult"),
    "alumni": ("alumni",),
    "star": ("star",),
    "stage": ("star_context.star",),
    "figure": FIGURES,
}
"""Cue families by nearness, and the groups of terms that make them."""
SAID_OF_STAFF = ("strong", "weak", "praise", "team", "adult")
"""Families that say little, or something else, where an employee has the same name: school is full of employees."""
SAID_OF_STARS = ("strong", "weak", "praise", "team")
"""Families that say little where a public figure has the same name: classes read and talk about them."""
OF_SCHOOL = ("strong", "weak", "praise", "team", "school_year")
OF_OTHERS = ("family", "home", "private", "affection", "alumni", "figure")
"""Families that speak for a pupil, and against one."""
SURE_NER = 0.85
"""How sure the NER is of a name from which its word counts for more."""
DOUBTFUL_NER = 0.65
"""And below which it counts for less."""
_ARTICLE = re.compile(r"\b(?:the|an) $")  # no "a": in Portuguese it stands before names
_CAPITAL_BEFORE = re.compile(r"[\w,;'’] [A-ZÁÉÍÓÚÂÊÔÃÕÇ][\w'’]+ $")
_SURNAME_SMALL = re.compile(r" (\w+)")


def cues(around: NameContext, one: Candidate) -> Iterator[str]:
    """The cues of one candidate by itself; what the names around it add is `company`.

    A full roster name that no employee and no public figure shares is that pupil's (policy IHB: a full name in any form
    counts): neither a stage word nearby nor being spoken to makes it somebody else's.
    """
    found = _found(around, one)
    full = one.sort == "full" and one.hit is not None
    if not full or "staff" in (one.hit.sources if one.hit else ()) or around.held(FIGURES, one.span):
        yield from found
        return
    yield from (cue for cue in found if cue != "spoken_to" and not cue.startswith(("stage_", "star_")))


def _found(around: NameContext, one: Candidate) -> Iterator[str]:
    """Every cue that stands there."""
    yield one.sort
    if one.hit is None:
        yield from _of_stranger(around, one)
    elif one.sort == "full":
        yield from _of_full(around, one, one.hit)
    else:
        yield from _of_part(around, one, one.hit)
    yield from beside(around, one)
    full = one.sort == "full" and one.hit is not None
    shared = full and one.hit is not None and "staff" in one.hit.sources
    famed = full and around.held(FIGURES, one.span)
    families = tuple(_families(around, one.span))
    if "strong_same" in families and not around.overlaps(FIGURES, one.span):
        families = tuple(f"class_{cue}" if cue.startswith(("star_", "stage_")) else cue for cue in families)
    yield from _together(around, one, families)
    for cue in families:
        if shared and cue.startswith(SAID_OF_STAFF):
            yield f"shared_{cue}"
        elif famed and cue.startswith(SAID_OF_STARS):
            yield f"famed_{cue}"
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
    if not around.overlaps(FIGURES, one.span):
        if apposed(around.text, one.span) and not around.beside_before(one.span, "adult"):
            yield "apposed_pupil"
        if around.beside_before(one.span, "naming"):
            yield "named_pupil"


def _families(around: NameContext, span: Span) -> Iterator[str]:
    """What the sentence, the next ones and the text speak of."""
    for family, groups in around.families(FAMILIES):
        if level := around.level(groups, span):
            yield f"{family}_{level}"
    if level := around.own_class_level(span):
        yield f"own_class_{level}"
    if level := around.school_year_level(span):
        yield f"school_year_{level}"
    if around.past_year(span):
        yield "past_year"
    if around.addressed:
        yield "addressed"
    weak = around.count_in_sentence("weak", span)
    yield from (f"weak_{count}" for count in (1, 2, 3) if weak >= count)
    if not weak and (level := around.level(("weak",), span)):
        yield f"weak_{level}"


def _of_school_alone(families: tuple[str, ...]) -> bool:
    """Whether the text speaks of school, and of nothing that speaks against a pupil."""
    return any(cue.startswith(OF_SCHOOL) for cue in families) and not any(cue.startswith(OF_OTHERS) for cue in families)


def company(row: list[Candidate], one: Candidate, sure: set[Span], elsewhere: str) -> Iterator[str]:
    """What other names say: a row of names, one of them surely a pupil; the same name elsewhere, a pupil's or not.

    Args:
        row: the names it stands in a row with, itself included.
        one: the candidate.
        sure: candidates that are surely pupils by their own cues.
        elsewhere: "again" when the same first name elsewhere in the text is surely a pupil, "ruled_out" when it is
            surely none, else "".

    """
    if len(row) > 1:
        yield "row_long" if len(row) > 2 else "row"
        if _pupils_first_names(row, one):
            yield "row_of_roster"
        if any(other.span in sure for other in row if other is not one):
            yield "beside_pupil"
    if elsewhere:
        yield elsewhere


def _pupils_first_names(row: list[Candidate], one: Candidate) -> bool:
    """Whether two or more different first names of pupils stand in the row, this one among them."""
    its = {it.span: it.hit for it in row if it.sort == "first" and it.hit and "staff" not in it.hit.sources}
    return one.span in its and len(its) > 1


def _of_full(around: NameContext, one: Candidate, hit: NameHit) -> Iterator[str]:
    """A full roster name: who else has it."""
    if "staff" in hit.sources:
        yield "full_of_staff"
    if around.held(FIGURES, one.span):
        yield "full_of_star"
        if studied(around.text, one.span):
            yield "studied"
    if is_clause(around.reading.text, one.start, one.end):
        yield "clause"


def _of_part(around: NameContext, one: Candidate, hit: NameHit) -> Iterator[str]:
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
    if around.style == "mixed" and around.surname_after(one.end):
        yield "surname_follows"
    elif around.style != "mixed" and _surname_small(around, one.span):
        yield "surname_follows_small"
    yield from _in_figure(around, one.span)
    yield from _known_alone(around, one.span)


def _is_rare(around: NameContext, one: Candidate) -> bool:
    """Whether the name is written as one and few people outside school bear it."""
    word = around.first_word(one.span)
    written = around.is_capital(one.start) or around.style != "mixed"
    return written and is_first_name(word) and not is_common_first_name(word)


def _of_writing(around: NameContext, one: Candidate, hit: NameHit) -> Iterator[str]:
    """What capitals tell, above all of a name that is an everyday word."""
    capital = around.is_capital(one.start)
    if not hit.wordlike:
        if not capital and around.style == "mixed":
            yield "small_letters"
        return
    if not capital:
        yield "word_small"
        return
    yield "word_opening" if around.opens(one.span) or around.style == "shouted" else "word_capital"
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
    if around.opens(one.span):
        if is_verb(around.text, one.span):
            yield "opening_verb"
        elif (said or acted) and one.hit and one.hit.wordlike and around.is_capital(one.start):
            yield "opening_subject"


def _in_figure(around: NameContext, span: Span) -> Iterator[str]:
    """Whether a public figure has this very name, or a longer one that these words are part of."""
    if any(around.within(group, span) for group in FIGURES) or (
        " " in around.words(span) and around.held(FIGURES, span)
    ):
        yield "within_star"
    elif is_public_figure(around, span):
        yield "part_of_star"
        if studied(around.text, span):
            yield "studied"
    elif studied(around.text, span):
        yield "read_about"


def _known_alone(around: NameContext, span: Span) -> Iterator[str]:
    """Whether one public figure is known by this name alone and the text speaks of the stage."""
    if around.held(KNOWN_ALONE, span):
        here = around.level((*FAMILIES["star"], *FAMILIES["stage"]), span)
        yield "known_alone_here" if here else "known_alone"


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


def _of_stranger(around: NameContext, one: Candidate) -> Iterator[str]:
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
    if around.overlaps(("strong", "before", "kin", "weak", "after", "praise", "adult"), one.span):
        yield "is_cue_word"
    if not around.is_capital(one.start) and around.style == "mixed":
        yield "small_letters"
    if around.opens(one.span):
        yield "opening"
    if speaks(around.text, one.span) or acts(around.text, one.span) or does(around.text, one.span):
        yield "stranger_acts"
    yield from _in_figure(around, one.span)
    yield from _known_alone(around, one.span)


def is_public_figure(around: NameContext, span: Span) -> bool:
    """Whether the name is, or is part of, that of somebody in the shipped list of public figures."""
    return around.overlaps(FIGURES, span)
