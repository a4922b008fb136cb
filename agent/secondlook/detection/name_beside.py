"""Cues that stand right beside a name: a cue word, a title, an age, a greeting, an initial, a quotation. Pure; it weighs nothing.

Called by `name_cues.py`, which knows the cues of the sentence and of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.detection import name_bearer, name_meaning
from secondlook.detection.name_candidates import Candidate
from secondlook.detection.name_context import NameContext
from secondlook.detection.name_neighbours import (
    and_i,
    beside_after,
    beside_before,
    called_something_else,
    grade_after,
    has_left,
    introduced,
    is_place,
    is_titled,
    kin_after,
    kin_before,
    pupil_after,
)
from secondlook.detection.name_syntax import he_or_she, of_class, of_own_class, told_of_own_class

_OWNED: dict[str, frozenset[str]] = {
    "mine": frozenset({"my", "mi", "meu", "minha"}),
    "ours": frozenset({"our", "nuestro", "nuestra", "nosso", "nossa"}),
    "yours": frozenset({"your", "ur", "tu", "su", "seu", "sua", "teu", "tua"}),
}
"""Whose a name is said to be. A school says "our" of its pupils as well: "our Tamara Reis sings on Friday"."""
_OPENING = "\"'“‘(¡¿"
_GREETED = re.compile(
    r"\b(?:hi|hey|hello|dear|hola|oi|ola|querid[oa]|good morning|buenos dias|bom dia|thanks|thx|ty|gracias|obrigad[oa]|valeu)"
    r"[ ,]+$"
)
_WELCOMED = re.compile(
    r"\b(?:welcome|welcoming|bienvenid[oa]s?|bem-?\s?vind[oa]s?)(?: back)?(?:,? (?:to|a|al|aos?|as?) [^.!?\n]{1,28}?)?[ ,:]+$"
)
_VOCATIVE_AFTER = re.compile(r"\s*,(?! (?:and|y|e|my|our|mi|meu|minha|a|from|in|who|que|de|do|da|un|una|um|uma|the)\b)")
_CLOSES = re.compile(r"\s*(?:[!?.…]|$|[^\w\s,;:'’\"()-])")
_APART = re.compile(r"[,¡!]\s*$")
_INITIAL_AFTER = re.compile(r" [A-ZÁÉÍÓÚÂÊÔÃÕÇÑ](?:\.(?! [A-Z][a-z])|(?=[,;:!?)\n]|$| and | y | e ))")
_HASHTAG = re.compile(r"#\w*$")
_BEFORE = {"greeted": _GREETED, "welcomed": _WELCOMED, "hashtag": _HASHTAG}


def beside(around: NameContext, one: Candidate) -> Iterator[str]:
    """The cues that stand right before or after a candidate."""
    yield from (name for name, holds in (*_of_bearer(around, one), *_of_words(around, one)) if holds)


def _of_bearer(around: NameContext, one: Candidate) -> Iterator[tuple[str, bool]]:
    """What is told of who bears the name."""
    text, span = around.text, one.span
    yield from (
        ("in_problem", name_bearer.in_problem(text, span)),
        ("named_adult", name_bearer.named_adult(text, span)),
        ("writers_own", name_bearer.is_writers_own(text, span)),
        ("writers_child", name_bearer.is_writers_child(text, span)),
        ("from_there", one.sort != "full" and name_bearer.from_there(text, span)),
        ("labelled", one.sort != "full" and name_bearer.labelled(text, span)),
        ("one_of_pupils", name_bearer.one_of_pupils(text, span)),
        ("told_of_class", told_of_own_class(text, span)),
        ("one_of_them", name_bearer.one_of_them(text, span)),
        ("grown", name_bearer.is_grown(text, span)),
        ("has_left", has_left(around, span)),
    )


def _of_words(around: NameContext, one: Candidate) -> Iterator[tuple[str, bool]]:
    """What the words next to it are."""
    text, span = around.text, one.span
    before = text[max(0, span[0] - 44) : span[0]]
    placed, classed, after_cue = name_bearer.placed(text, span), of_class(text, span), beside_before(around, span)
    yield from (
        ("before", after_cue),
        ("after", beside_after(around, span)),
        ("grade_after", grade_after(around, span)),
        ("pupil_after", pupil_after(around, span)),
        ("of_class", classed),
        ("of_own_class", classed and of_own_class(text, span)),
        ("placed", placed),
        ("introduced", not after_cue and introduced(around, span)),
        ("initial_after", _initial_after(around, one.end)),
        ("adult_before", not after_cue and beside_before(around, span, "adult")),
        ("is_other", called_something_else(around, span)),
        ("in_saying", (around.terms.held if one.sort == "full" else around.terms.overlaps)(("saying",), span)),
        ("place_word", around.terms.held(("place_name",), span) and name_bearer.follows_preposition(text, span)),
        ("naming", beside_before(around, span, "naming")),
        ("kin_before", not after_cue and kin_before(around, span)),
        ("kin_after", kin_after(around, span)),
        ("and_i", and_i(around, span)),
        *_by_words_before(before),
        ("quoted", around.writing.is_quoted(span)),
        ("in_speech", around.writing.in_speech(span)),
        ("he_or_she", he_or_she(text, span)),
        ("title", is_titled(around, span)),
        ("place", is_place(around, span)),
        ("office", name_meaning.is_of_office(text, span)),
        ("date", name_meaning.is_date(text, span)),
        ("of_trade", name_meaning.is_of_trade(around, span)),
        ("of_thing", name_meaning.is_of_thing(around, span)),
        ("school_name", around.is_school_name(span)),
        (
            "spoken_to",
            around.writing.opens(span) and bool(_VOCATIVE_AFTER.match(text, span[1])) and not (placed or classed),
        ),
        ("spoken_to_last", bool(_APART.search(before)) and bool(_CLOSES.match(text, span[1]))),
    )


def _by_words_before(before: str) -> Iterator[tuple[str, bool]]:
    """Whose the name is said to be, and whether it is greeted or behind a hashtag, by what stands before it."""
    owner = before.rsplit(maxsplit=1)[-1].lstrip(_OPENING) if before.strip() and before[-1].isspace() else ""
    yield from ((cue, owner in words) for cue, words in _OWNED.items())
    yield from ((cue, bool(words.search(before))) for cue, words in _BEFORE.items())


def _initial_after(around: NameContext, end: int) -> bool:
    """Whether a surname's initial follows, as teachers write pupils' names ("Joshua K.")."""
    return around.writing.style == "mixed" and bool(_INITIAL_AFTER.match(around.reading.text, end))
