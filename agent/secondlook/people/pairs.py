"""Given and family name near each other, in either order: exact, by nickname, with one typo, with words in between.

Also the guard for names that are everyday words. Called by `search.py`.
"""

from __future__ import annotations

import re

from secondlook.detection.names import Form
from secondlook.people.everyday import everyday_words, grammar_words
from secondlook.people.initials import initial_first, initial_last
from secondlook.people.lone_names import FIRST_WORD
from secondlook.people.name_parts import PARTICLES, PREFIXES
from secondlook.people.name_reading import Found, Reading
from secondlook.people.roster import FAMILY, GIVEN, MIDDLE
from secondlook.people.tokens import Token

EXACT, BY_MIDDLE, WORDY, NICK, COMMA, SWAPPED, TYPO, BOLD_TYPO = 0.98, 0.9, 0.75, 0.92, 0.95, 0.8, 0.82, 0.7
"""Scores: plain, middle name for the given one, both words everyday words, nickname, "Last, First", "Last First", one typo,
and a typo in the first letter or in a name of four."""
REACH = 5
"""How many tokens further a family name may stand: "Ana Lucía de la Reyes"."""
_LONGEST_GAP = 14
_GAP_STOPS = re.compile(r"[.,;:!?/|\d()\[\]{}&#@]|\n\s*\n")
_SENTENCE_END = re.compile(r"[.!?\n]")


def name_pairs(reading: Reading) -> list[Found]:
    """Given and family name near each other, in either order."""
    found: list[Found] = []
    if not reading.named and not any(reading.families):
        return found
    count = len(reading.tokens)
    for left, token in enumerate(reading.tokens):
        known = reading.known[left]
        if len(token.text) == 1:
            found += initial_first(reading, left)
            continue
        if known.nothing or not (known.flag or known.nicks or any(reading.families[left + 1 : left + 1 + REACH])):
            continue
        named = False  # once it is, only more family names of the same person go on ("Camila Reyes Ortega")
        for right in range(left + 1, min(left + 1 + REACH, count)):
            comma = _crossing(reading, left, right)
            if comma is None:
                break
            hit = _pair(reading, left, right, comma=comma)
            if hit is not None:
                found.append(hit)
            ended = hit is None and named and reading.tokens[right].text not in PARTICLES
            named = named or hit is not None
            if comma or ended or not _may_stand_between(reading, right):
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
    known = reading.known[place]
    if token.text in PARTICLES or token.text in PREFIXES or known.flag:
        return True
    return not known.everyday and token.capital


def _pair(reading: Reading, left: int, right: int, *, comma: bool) -> Found | None:
    """A name made of two tokens, or None."""
    first, second = reading.tokens[left], reading.tokens[right]
    if len(second.text) == 1:
        return None if comma else initial_last(reading, left, right)
    hit = None if comma else _forward(reading, left, right)
    if hit is None:
        hit = _swapped(reading, left, right, comma=comma)
    if hit is None:
        return None
    if not _looks_meant(reading, first, second, hit[1]):
        return _small_letters(reading, left, right) if hit[1] == "exact" else None
    score, form = hit
    if form == "reversed":
        first = reading.tokens[_widen_left(reading, left, right)]
    if first.text in everyday_words() and second.text in everyday_words():
        score = min(score, WORDY)
    return Found(first.start, second.end, score, form)


def _small_letters(reading: Reading, left: int, right: int) -> Found | None:
    """Two everyday words in small letters that are somebody's name ("melody long"): no more than a hint."""
    first, second = reading.tokens[left], reading.tokens[right]
    plain = right == left + 1 and not first.capital and not second.capital
    if not plain or first.text in grammar_words():
        return None
    return Found(first.start, second.end, FIRST_WORD, "first", wordlike=True)


def _forward(reading: Reading, left: int, right: int) -> tuple[float, Form] | None:
    """Given name first: exact, by nickname, or with one typo in one of the two."""
    index, hashes = reading.index, reading.index.hashes
    first, families = reading.known[left], reading.families[right]
    given_known = first.flag & (GIVEN | MIDDLE)
    for family in families:
        if given_known and index.has_pair(hashes.pair(first.token, family)):
            return (EXACT if given_known & GIVEN else BY_MIDDLE), "exact"
    if families and any(index.has_pair(hashes.pair(nick, family)) for nick in first.nicks for family in families):
        return NICK, "nickname"
    return _with_typo(reading, left, right)


def _with_typo(reading: Reading, left: int, right: int) -> tuple[float, Form] | None:
    """Given name first, one of the two names exact and the other misspelt; bold guesses only side by side."""
    index, hashes = reading.index, reading.index.hashes
    first, families = reading.known[left], reading.families[right]
    given_known = bool(first.flag & (GIVEN | MIDDLE))
    wrong, exact = (left, right) if families else (right, left)
    if bool(families) == given_known or not _may_be_typo(reading, wrong):
        return None
    capital = reading.tokens[wrong].capital
    if reading.known[exact].everyday and not (capital and reading.tokens[exact].capital):
        return None
    for bold in (False, True) if capital and right == left + 1 else (False,):
        if families:
            givens = first.near(index, reading.tokens[left].text, GIVEN | MIDDLE, bold=bold)
            fits = any(index.has_pair(hashes.pair(given, family)) for given in givens for family in families)
        else:
            near = reading.known[right].near(index, reading.tokens[right].text, FAMILY, bold=bold)
            fits = any(index.has_pair(hashes.pair(first.token, family)) for family in near)
        if fits:
            return (BOLD_TYPO if bold else TYPO), "typo"
    return None


def _may_be_typo(reading: Reading, place: int) -> bool:
    """Whether a token unknown to the roster may be a misspelt name: long enough and not an everyday word."""
    known = reading.known[place]
    return not known.flag and not known.everyday and len(reading.tokens[place].text) > 2


def _swapped(reading: Reading, left: int, right: int, *, comma: bool) -> tuple[float, Form] | None:
    """Family name first, with or without a comma, side by side."""
    family, other = reading.known[left], reading.known[right]
    if right != left + 1 or not family.flag & FAMILY:
        return None
    givens = ((other.token,) if other.flag & GIVEN else ()) + (other.nicks if comma else ())
    if any(reading.index.has_pair(reading.index.hashes.pair(given, family.token)) for given in givens):
        return (COMMA if comma else SWAPPED), "reversed"
    return None


def _widen_left(reading: Reading, left: int, right: int) -> int:
    """Where a "Last Last, First" begins: one more family name or particle of the same person at a time."""
    hashes = reading.index.hashes
    while left and not reading.gap(left - 1, left).strip(" -"):
        before = left - 1
        family = reading.known[before]
        own = family.flag & FAMILY and reading.index.has_pair(hashes.pair(reading.known[right].token, family.token))
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
    if (form == "typo" and wordy == 2) or (form == "reversed" and not capitals):
        return False
    shouted = first.shouted and second.shouted
    grammar = grammar_words()
    of_grammar = first.text in grammar or second.text in grammar
    if form == "nickname" and wordy == 2 and of_grammar:
        return False
    # Where all is shouted a capital says nothing, but two everyday words side by side are still seldom a pupil by chance.
    if wordy == 2 and (not capitals or (shouted and (of_grammar or form != "exact"))):
        return False
    if of_grammar:
        return capitals and not (wordy == 2 and first.opens and _asks(reading, second))
    return first.capital == second.capital or second.capital


def _asks(reading: Reading, last: Token) -> bool:
    """Whether the sentence goes on to a question mark ("Will Day 3 be cancelled?")."""
    end = _SENTENCE_END.search(reading.folded.text, last.end)
    return end is not None and end.group() == "?"
