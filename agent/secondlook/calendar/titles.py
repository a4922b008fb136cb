"""What a calendar entry's title says about the day. Pure. Called by `school_calendar.py`.

District feeds mix holidays with concerts, games and meetings, so only plain words count, and words that tell of something
else ("No School Committee meeting", "vacation camp registration") make a title say nothing.
"""

from __future__ import annotations

import re
from datetime import timedelta

from secondlook.calendar.day import DayKind, SchoolDay

KINDS: tuple[tuple[DayKind, tuple[str, ...]], ...] = (
    # A day that is made up is a school day, and a professional-development day is often titled "No School: PD Day":
    # staff work on both, so they are asked before "no school".
    ("school", ("make-up day", "makeup day", "make up day", "school in session")),
    (
        "staff_day",
        (
            "professional development", "professional day", "pd day", "in-service", "inservice", "teacher workday",
            "teacher work day", "staff day", "staff workday", "teachers only", "staff only", "teachers report",
            "staff report", "conferences", "convocation",
        ),
    ),
    ("delayed", ("delayed opening", "delayed start", "late start", "late opening", "hour delay", "hr delay", "minute delay")),
    ("half_day", ("early release", "early dismissal", "half day", "half-day", "1/2 day", "½ day", "noon dismissal")),
    ("snow_day", ("snow day", "schools closed due to", "school closed due to", "weather closing", "weather closure")),
    (
        "off",
        (
            "no school", "no classes", "school vacation", "vacation week", "vacation", "recess", "break - no", "winter break",
            "spring break", "holiday", "schools closed", "school closed", "offices closed",
        ),
    ),
)  # fmt: skip
"""First match wins."""
FIRST_DAY = ("first day of school", "first day for students", "school year begins", "schools open", "school opens")
LAST_DAY = ("last day of school", "last day for students", "school year ends")
TEACHERS_FIRST = ("first day for teachers", "first day for staff", "teachers return", "staff return")
_SOMETHING_ELSE = (
    "committee", "camp", "registration", "deadline", "concert", "fair", "sale", "shop", "pto", "party", "game", " vs",
    "rehearsal", "practice", "fundraiser", "bazaar", "sing-along", "movie", "dance", "field day", "breakfast with",
)  # fmt: skip
_ANNOUNCES = ("no school", "school closed", "schools closed", "early release", "half day", "delay")
"""A title that says so plainly is believed although it also names something else: "No School - Committee Day"."""
_DELAY = re.compile(r"(\d+(?:\.\d)?|one|two|three)[- ]*(hour|hr|minute|min)")
_NUMBERS = {"one": 1.0, "two": 2.0, "three": 3.0}
_USUAL_DELAY = timedelta(hours=2)
_LONGEST_DELAY = timedelta(hours=5)


def day_of_title(title: str) -> SchoolDay | None:
    """The day that a title speaks of, or None."""
    if _speaks_of_something_else(title):
        return None
    for kind, words in KINDS:
        if any(word in title for word in words):
            return SchoolDay(kind, _delay(title)) if kind == "delayed" else SchoolDay(kind)
    return None


def strength(kind: DayKind) -> int:
    """Which of two entries for one day has the say: the lower number."""
    return next(rank for rank, (known, _) in enumerate(KINDS) if known == kind)


def _speaks_of_something_else(title: str) -> bool:
    if "school committee" in title or "vacation camp" in title or "holiday concert" in title:
        return True
    return any(word in title for word in _SOMETHING_ELSE) and not any(word in title for word in _ANNOUNCES)


def _delay(title: str) -> timedelta:
    found = _DELAY.search(title)
    if not found:
        return _USUAL_DELAY
    number = _NUMBERS.get(found[1]) or float(found[1])
    given = timedelta(hours=number) if found[2].startswith("h") else timedelta(minutes=number)
    return min(given, _LONGEST_DELAY)
