"""Which matches are innocent for a reason outside the words themselves: a school that bears a person's name. Pure.

Everything dropped here stays visible in `secondlook rules explain`. Called by `detect`.
"""

from __future__ import annotations

import re

from secondlook.detection.fold import fold
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading


def innocent(match: Match, reading: Reading) -> str:
    """Why the match is no finding, or ""."""
    if match.kind == "STUDENT_NAME" and _in_school_name(match, reading):
        return "part of a school's name"
    return ""


def _in_school_name(match: Match, reading: Reading) -> bool:
    start, end = reading.folded_offset(match.start), reading.folded_offset(match.end)
    return any(first <= start and end <= last for first, last in _school_names(reading))


def _school_names(reading: Reading) -> list[tuple[int, int]]:
    """Where the settings' school names stand in the folded text."""
    return [
        found.span()
        for name in reading.settings.school_names
        if name.strip()
        for found in re.finditer(rf"\b{re.escape(fold(name).text)}\b", reading.folded.text)
    ]
