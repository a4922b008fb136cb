"""Words of school inside phrases of elsewhere: a beauty salon is no classroom, and a former student no student.

Pure. The phrases are `school_context.json`, groups `elsewhere` and `alumni`, in three languages. Called by `reading.py`,
once a text.
"""

from __future__ import annotations

from collections.abc import Mapping

from secondlook.detection.cue_families import CHILD
from secondlook.detection.terms import TermHit

PHRASES = ("school_context.elsewhere", "school_context.alumni")
_OF_CLASS = ("strong", "weak", "praise", "team", "before", "after", "teacher")
WORDS = (*(f"school_context.{group}" for group in _OF_CLASS), *CHILD)


def without_other_places(hits: Mapping[str, list[TermHit]]) -> Mapping[str, list[TermHit]]:
    """The hits but for words of school that are part of such a phrase; groups left empty are absent."""
    phrases = [hit for group in PHRASES for hit in hits.get(group, ())]
    if not phrases:
        return hits
    covered = bytearray(max(hit.end for hit in phrases))  # one look for each hit, however many phrases a text has
    for hit in phrases:
        covered[hit.start : hit.end] = b"\x01" * (hit.end - hit.start)
    kept = dict(hits)
    for group in WORDS:
        if group in kept:
            left = [hit for hit in kept.pop(group) if not any(covered[hit.start : hit.end])]
            if left:
                kept[group] = left
    return kept
