"""How one term of `shared_rules/terms` is written, and whether it stands in a row of words.

Terms are folded like the text, so case and accents do not matter; but CAPITALS ask for capitals in the text ("ISS", "EL").
`suspend*` matches any ending of a word; `...` stands for up to three words in between; `#` for a number, `#th` for one that
ends so; a slot in braces is filled before (`term_slots.py`). Pure. Called by `terms.py`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, NamedTuple

from secondlook.detection.fold import Folded, fold_text

LONGEST_GAP = 3
_TERM_PART = re.compile(r"\.\.\.|#[^\W\d_]*|[^\W_]+(?:['’][^\W_]+)*\*?")
POSSESSIVE = re.compile(r"['’]s$")

CHAT = {"u": "you", "ur": "your", "w": "with", "n": "nao", "q": "que", "d": "de", "x": "por", "c": "com", "pra": "para"}
CHAT |= {"pro": "para", "ta": "esta", "to": "estou", "hj": "hoje", "pq": "porque", "xq": "porque", "tmrw": "tomorrow"}
CHAT |= {"hasnt": "hasn't", "doesnt": "doesn't", "cant": "can't", "isnt": "isn't", "didnt": "didn't", "til": "until"}
"""Short spellings of chat, read as the words they stand for in the text and in the terms alike.

Wrong readings ("to", "n") cost nothing, since both sides are read the same way. No word that one stands for is one itself.
"""


class Word(NamedTuple):
    """A word of the folded text, without its possessive ending, and the sentence it stands in."""

    text: str
    start: int
    end: int
    sentence: int


Part = tuple[str, bool, bool, bool, bool]
"""One word of a term: its text, and whether it is a stem, a gap, in capitals, a number. A plain tuple, so that it can be kept in a file."""
TEXT: Final = 0
STEM: Final = 1
GAP: Final = 2
CAPITALS: Final = 3
NUMBER: Final = 4
Term = tuple[str, tuple[Part, ...]]
"""Group and parts."""
UNDECIDED: Final = -1
"""In place of a term's end: so far it fits, and what comes next will tell."""


def is_whole(part: Part) -> bool:
    """Whether it is a plain word, so that a text's word can be looked up as it is."""
    return not (part[STEM] or part[GAP] or part[NUMBER])


def parts_of(term: str) -> tuple[Part, ...]:
    """A term's parts; empty, or a gap first, for one that no list may hold."""
    return tuple(_part(raw) for raw in _TERM_PART.findall(term))


@cache
def _part(raw: str) -> Part:
    if raw == "...":
        return "", False, True, False, False
    if raw.startswith("#"):
        return raw[1:], False, False, False, True
    bare = raw.removesuffix("*")
    capitals = len(bare) > 1 and bare.isupper()
    plain = POSSESSIVE.sub("", fold_text(bare))
    return CHAT.get(plain, plain), raw.endswith("*"), False, capitals, False


def plain_terms(terms: Sequence[str]) -> tuple[list[str], list[str]]:
    """The terms that are folded words with a space between and nothing else, folded; and all others, as they are.

    Tens of thousands of terms must not delay the first answer, so the plain ones are folded all together.
    """
    lines = f"|{'|'.join(terms)}|"
    if "  " in lines or "| " in lines or " |" in lines:
        terms = [" ".join(term.split()) for term in terms]
    plain: list[str] = []
    accented: list[str] = []
    odd: list[str] = []
    for term in terms:
        sort = (plain if term.isascii() else accented) if term.islower() and term.replace(" ", "").isalpha() else odd
        sort.append(term)
    if accented:
        plain += fold_text("\n".join(accented)).split("\n")
    return plain, odd


def sort_of_next(parts: tuple[Part, ...]) -> str:
    """What the second word must be like: "#" a number, "*a" one that begins so, "" when there is none or a gap."""
    if len(parts) < 2 or parts[1][GAP]:
        return ""
    return "#" if parts[1][NUMBER] else f"*{parts[1][TEXT][0]}"


def may_end(parts: tuple[Part, ...], said: set[str]) -> bool:
    """Whether the word after a gap is said at all."""
    return len(parts) < 3 or not parts[1][GAP] or not is_whole(parts[2]) or parts[2][TEXT] in said


def end_of(parts: tuple[Part, ...], words: list[Word], place: int, last: int, folded: Folded) -> int | None:
    """Where the term ends if it begins at `words[place]`, before the word at `last`; `UNDECIDED` if that cuts it off."""
    at, gap = place, 0
    for part in parts:
        if part[GAP]:
            gap = LONGEST_GAP
            continue
        while True:
            if at >= last:
                return UNDECIDED
            if _fits(part, words[at], folded):
                break
            if not gap:
                return None
            gap, at = gap - 1, at + 1
        gap, at = 0, at + 1
    return words[at - 1].end


def _fits(part: Part, word: Word, folded: Folded) -> bool:
    text, stem, _, capitals, number = part
    if number:
        return word.text[0].isdigit() and word.text.endswith(text)
    if not (word.text.startswith(text) if stem else word.text == text):
        return False
    if capitals:
        start, end = folded.span(word.start, word.end)
        return folded.original[start:end].isupper()
    return True
