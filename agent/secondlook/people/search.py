"""Finds roster names in a text, all forms together. Knows one index and nothing of context: that is the recognizer's.

The time depends on the length of the text, not on the number of people. Called by `RosterNames.find`, once a spelling.
"""

from __future__ import annotations

from array import array

from secondlook.people.lone_names import lone_names
from secondlook.people.name_reading import Found, Reading, Spelling
from secondlook.people.pairs import name_pairs
from secondlook.people.words import Words
from secondlook.people.written_together import find_handles, find_joined

_GROWING = frozenset({"exact", "nickname", "joined"})


def find_names(spelling: Spelling, words: Words) -> list[Found]:
    """Every form of a roster name in one spelling of a text; overlapping matches of one name are made one.

    Args:
        spelling: of the text.
        words: the index, with what it remembers.

    """
    reading, folded = Reading(spelling, words), spelling.folded
    found = _merge([*name_pairs(reading), *find_handles(reading), *find_joined(reading)], len(folded.text))
    if not reading.named:
        return found if len(found) < 2 else sorted(found, key=_place)
    taken = bytearray(len(folded.text) + 1)
    for hit in found:
        taken[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    return sorted([*found, *lone_names(reading, taken)], key=_place)


def _place(hit: Found) -> tuple[int, int]:
    return hit.start, hit.end


def _merge(found: list[Found], length: int) -> list[Found]:
    """One match for each name: overlapping ones grow together around the surest. Linear: each character has one owner."""
    if len(found) < 2:
        return found
    owner = array("i", [-1]) * (length + 1)
    merged: list[Found] = []
    for hit in sorted(found, key=lambda hit: (-hit.score, hit.start - hit.end)):
        rivals = [place for place in owner[hit.start : hit.end] if place >= 0]
        if not rivals:
            owner[hit.start : hit.end] = array("i", [len(merged)]) * (hit.end - hit.start)
            merged.append(hit)
            continue
        place = min(rivals)
        other = merged[place]
        if hit.form in _GROWING and (hit.start == other.start or hit.end == other.end):
            start, end = min(hit.start, other.start), max(hit.end, other.end)
            merged[place] = Found(start, end, other.score, other.form)
            owner[start:end] = array("i", [place]) * (end - start)
    return merged
