"""Finds roster names in a text, all forms together. Knows one index and nothing of context: that is the recognizer's.

The time depends on the length of the text, not on the number of people. Called by `RosterNames.find`, once a spelling.
"""

from __future__ import annotations

from secondlook.detection.fold import Folded
from secondlook.people.everyday import everyday_words
from secondlook.people.name_reading import Found, Reading
from secondlook.people.pairs import name_pairs
from secondlook.people.roster import GIVEN, RosterIndex
from secondlook.people.short_forms import names_behind
from secondlook.people.written_together import find_handles, find_joined

FIRST, FIRST_WORD = 0.5, 0.35
"""Scores of a lone first name: a hint for the recognizer, no more."""
_GROWING = frozenset({"exact", "nickname", "joined"})


def find_names(folded: Folded, index: RosterIndex) -> list[Found]:
    """Every form of a roster name in one spelling of a text; overlapping matches of one name are made one."""
    reading = Reading.of(folded, index)
    found = _merge([*name_pairs(reading), *find_handles(reading), *find_joined(reading)])
    taken = bytearray(len(folded.text) + 1)
    for hit in found:
        taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    return sorted([*found, *_firsts(reading, taken)], key=lambda hit: (hit.start, hit.end))


def _firsts(reading: Reading, taken: bytearray) -> list[Found]:
    """Given names that stand alone. An everyday word needs a capital to be even a hint."""
    found = []
    everyday = everyday_words()
    for place, token in enumerate(reading.tokens):
        if len(token.text) < 2 or taken[token.start]:
            continue
        wordlike = token.text in everyday
        if wordlike and (not token.capital or token.shouted):
            continue
        known = bool(reading.flags[place] & GIVEN)
        if not known and not wordlike and len(token.text) > 2 and not token.shouted:
            known = any(
                reading.index.flag(reading.index.hashes.token(name)) & GIVEN for name in names_behind(token.text)
            )
            wordlike = not token.capital  # a short form in small letters is too weak without a cue beside it
        if known and reading.folded.text[token.start - 1 : token.start] != "@":
            score = FIRST_WORD if wordlike else FIRST
            found.append(Found(token.start, token.end, score, "first", wordlike))
    return found


def _merge(found: list[Found]) -> list[Found]:
    """One match for each name: overlapping ones grow together around the surest."""
    merged: list[Found] = []
    for hit in sorted(found, key=lambda hit: (-hit.score, hit.start - hit.end)):
        for place, other in enumerate(merged):
            if hit.start < other.end and other.start < hit.end:
                if hit.form in _GROWING and (hit.start == other.start or hit.end == other.end):
                    start, end = min(hit.start, other.start), max(hit.end, other.end)
                    merged[place] = Found(start, end, other.score, other.form)
                break
        else:
            merged.append(hit)
    return merged
