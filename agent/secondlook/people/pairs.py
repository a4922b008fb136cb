"""Given and family name near each other, in either order: exact, by nickname, with one typo, with words in between.

Also the guard for names that are everyday words. Called by `search.py`.
"""

from __future__ import annotations

import re

from secondlook.detection.names import Form
from secondlook.people.everyday import everyday_words, grammar_words
from secondlook.people.initials import initial_first, initial_last
from secondlook.people.name_parts import PARTICLES, PREFIXES
from secondlook.people.name_reading import Found, Reading
from secondlook.people.roster import FAMILY, GIVEN, MIDDLE
from secondlook.people.short_forms import names_behind
from secondlook.people.tokens import Token

EXACT, BY_MIDDLE, WORDY, NICK, COMMA, SWAPPED, TYPO = 0.98, 0.9, 0.75, 0.92, 0.95, 0.8, 0.82
"""Scores: plain, middle name for the given one, both words everyday words, nickname, "Last, First", "Last First", one typo."""
_REACH = 5
"""How many tokens further a family name may stand: "Ana Lucía de la Reyes"."""
_LONGEST_GAP = 14
_GAP_STOPS = re.compile(r"[.,;:!?/|\d()\[\]{}&#@]|\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?\n]")


def name_pairs(reading: Reading) -> list[Found]:
    """Given and family name near each other, in either order."""
    found = []
    for left, token in enumerate(reading.tokens):
        if len(token.text) == 1:
            found += initial_first(reading, left)
            continue
        for right in range(left + 1, min(left + 1 + _REACH, len(reading.tokens))):
            comma = _crossing(reading, left, right)
            if comma is None:
                break
            hit = _pair(reading, left, right, comma=comma)
            if hit is not None:
                found.append(hit)
            if comma or not _may_stand_between(reading, right):
                break
    return found


def _crossing(reading: Reading, left: int, right: int) -> bool | None:
    """Whether a comma stands before `right`, or None when a name cannot go on across that gap."""
    gap = reading.gap(right - 1, right)
    if len(gap) > _LONGEST_GAP:
        return None
    if right == left + 1 and gap.strip() == ",":
        return True
    if gap.startswith(".") and (len(reading.tokens[right - 1].text) == 1 or reading.tokens[right - 1].text == "ma"):
        gap = gap[1:]
    return None if _GAP_STOPS.search(gap) else False


def _may_stand_between(reading: Reading, place: int) -> bool:
    """Whether a token may stand inside a name: a particle, an initial, another name, a capitalised unknown word."""
    token = reading.tokens[place]
    if token.text in PARTICLES or token.text in PREFIXES or reading.flags[place]:
        return True
    return token.capital and token.text not in everyday_words()


def _pair(reading: Reading, left: int, right: int, *, comma: bool) -> Found | None:
    """A name made of two tokens, or None."""
    first, second = reading.tokens[left], reading.tokens[right]
    if len(second.text) == 1:
        return None if comma else initial_last(reading, left, right)
    hit = None if comma else _forward(reading, left, right)
    if hit is None:
        hit = _swapped(reading, left, right, comma=comma)
    if hit is None or not _looks_meant(reading, first, second, hit[1]):
        return None
    score, form = hit
    if form == "reversed":
        first = reading.tokens[_widen_left(reading, left, right)]
    if first.text in everyday_words() and second.text in everyday_words():
        score = min(score, WORDY)
    return Found(first.start, second.end, score, form)


def _forward(reading: Reading, left: int, right: int) -> tuple[float, Form] | None:
    """Given name first: exact, by nickname, or with one typo in one of the two."""
    index, hashes = reading.index, reading.index.hashes
    families = _family_ids(reading, right)
    given_known = reading.flags[left] & (GIVEN | MIDDLE)
    for family in families:
        if given_known and index.has_pair(hashes.pair(reading.ids[left], family)):
            return (EXACT if given_known & GIVEN else BY_MIDDLE), "exact"
    if families:
        nicks = [hashes.token(name) for name in names_behind(reading.tokens[left].text)]
        if any(index.has_pair(hashes.pair(nick, family)) for nick in nicks for family in families):
            return NICK, "nickname"
        if not given_known and _may_be_typo(reading, left):
            near = index.near(reading.tokens[left].text, GIVEN | MIDDLE)
            if any(index.has_pair(hashes.pair(given, family)) for given in near for family in families):
                return TYPO, "typo"
    elif given_known and _may_be_typo(reading, right):
        near = index.near(reading.tokens[right].text, FAMILY)
        if any(index.has_pair(hashes.pair(reading.ids[left], family)) for family in near):
            return TYPO, "typo"
    return None


def _family_ids(reading: Reading, place: int) -> list[int]:
    """Hashes of the family names a token may be, also when its beginning was written apart ("O Malley")."""
    families = [reading.ids[place]] if reading.flags[place] & FAMILY else []
    before = reading.tokens[place - 1].text if place else ""
    if before in PREFIXES or before in PARTICLES:
        whole = reading.index.hashes.token(before + reading.tokens[place].text)
        if reading.index.flag(whole) & FAMILY:
            families.append(whole)
    return families


def _may_be_typo(reading: Reading, place: int) -> bool:
    """Whether a token unknown to the roster may be a misspelt name: long enough and not an everyday word."""
    word = reading.tokens[place].text
    return not reading.flags[place] and len(word) > 3 and word not in everyday_words()


def _swapped(reading: Reading, left: int, right: int, *, comma: bool) -> tuple[float, Form] | None:
    """Family name first, with or without a comma, side by side."""
    if right != left + 1 or not reading.flags[left] & FAMILY:
        return None
    hashes = reading.index.hashes
    givens = [reading.ids[right]] if reading.flags[right] & GIVEN else []
    if comma:
        givens += [hashes.token(name) for name in names_behind(reading.tokens[right].text)]
    if any(reading.index.has_pair(hashes.pair(given, reading.ids[left])) for given in givens):
        return (COMMA if comma else SWAPPED), "reversed"
    return None


def _widen_left(reading: Reading, left: int, right: int) -> int:
    """Where a "Last Last, First" begins: one more family name or particle of the same person at a time."""
    hashes = reading.index.hashes
    while left and not reading.gap(left - 1, left).strip(" -"):
        before = left - 1
        own = reading.flags[before] & FAMILY and reading.index.has_pair(
            hashes.pair(reading.ids[right], reading.ids[before])
        )
        if not own and reading.tokens[before].text not in PARTICLES:
            break
        left = before
    return left


def _looks_meant(reading: Reading, first: Token, second: Token, form: Form) -> bool:
    """Whether two words that are a name somewhere are one here: everyday words need capitals, and guesses need more."""
    everyday = everyday_words()
    wordy = (first.text in everyday) + (second.text in everyday)
    if not wordy:
        return True
    capitals = first.capital and second.capital
    if (form in ("typo", "nickname") and wordy == 2) or (form == "reversed" and not capitals):
        return False
    shouted = first.shouted and second.shouted
    grammar = grammar_words()
    if wordy == 2 and (not capitals or shouted):
        return False
    if first.text in grammar or second.text in grammar:
        return capitals and not (wordy == 2 and first.opens and _asks(reading, second))
    return first.capital == second.capital or second.capital


def _asks(reading: Reading, last: Token) -> bool:
    """Whether the sentence goes on to a question mark ("Will Day 3 be cancelled?")."""
    end = _SENTENCE_END.search(reading.folded.text, last.end)
    return end is not None and end.group() == "?"
