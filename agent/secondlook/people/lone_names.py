"""First names and family names that stand alone: hints for the recognizer, which knows the context; never findings.

Called by `search.py` after the full names, for the words these did not take.
"""

from __future__ import annotations

from secondlook.people.everyday import grammar_words
from secondlook.people.name_reading import Found, Reading
from secondlook.people.roster import FAMILY, GIVEN

FIRST, FIRST_WORD, SURNAME = 0.5, 0.35, 0.3
"""Scores of a lone first name, of one that is an everyday word or a short form in small letters, of a lone family name."""
_SHORTEST_SURNAME = 3


def lone_names(reading: Reading, taken: bytearray) -> list[Found]:
    """Given and family names that no full name has taken. An everyday word needs a capital to be even a hint."""
    found = []
    for place in reading.named:
        token, known = reading.tokens[place], reading.known[place]
        if not (known.flag or known.nick_first) or len(token.text) < 2 or taken[token.start]:
            continue
        if reading.folded.text[token.start - 1 : token.start] == "@":
            continue
        hit = _first(reading, place) or _surname(reading, place)
        if hit:
            found.append(hit)
    return found


def _first(reading: Reading, place: int) -> Found | None:
    """A lone first name, or a short form of one."""
    token, known = reading.tokens[place], reading.known[place]
    wordlike = known.everyday
    small = not token.capital and not reading.folded.original.islower()  # who never types capitals may mean a name
    if wordlike and (small or (token.shouted and not token.spelled)):
        return None
    if not known.flag & GIVEN:
        short = known.nick_first and len(token.text) > 2 and not token.shouted
        if not short or (wordlike and (token.opens or token.text in grammar_words())):
            return None
        wordlike = wordlike or not token.capital  # a short form in small letters is too weak without a cue beside it
    return Found(token.start, token.end, FIRST_WORD if wordlike else FIRST, "first", wordlike)


def _surname(reading: Reading, place: int) -> Found | None:
    """A lone family name: capitalised, no everyday word, and not the end of somebody else's full name."""
    token, known = reading.tokens[place], reading.known[place]
    if not known.flag & FAMILY or known.everyday or len(token.text) < _SHORTEST_SURNAME or not token.capital:
        return None
    if place and reading.gap(place - 1, place) in (" ", "-", "\u00a0"):
        before = reading.tokens[place - 1]
        if before.capital and not before.shouted and not reading.known[place - 1].everyday and not before.opens:
            return None
    return Found(token.start, token.end, SURNAME, "surname")
