"""What a calendar entry's title says about the day. Pure. Called by `school_calendar.py`.

District feeds mix holidays with concerts, games and meetings, so only plain words count, and words that tell of something
else ("No School Committee meeting", "vacation camp registration") make a title say nothing. The words are data
(`title_words.py`); here is only the order in which they are asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import timedelta

from secondlook.calendar.day import USUAL_DELAY, DayKind, SchoolDay
from secondlook.calendar.title_words import NO_WORDS, TitleWords, shipped_words

KINDS: tuple[DayKind, ...] = ("school", "staff_day", "delayed", "half_day", "snow_day", "off")
"""First match wins. A day that is made up is a school day, and a professional-development day is often titled "No School:
PD Day": staff work on both, so they are asked before "no school"."""
_DELAY = re.compile(r"(\d+(?:[.,]\d)?|one|two|three|una|uma|dos|duas|tres)[- ]*(hour|hr|hora|minut|min)")
_NUMBERS = {"one": 1.0, "una": 1.0, "uma": 1.0, "two": 2.0, "dos": 2.0, "duas": 2.0, "three": 3.0, "tres": 3.0}
_LONGEST_DELAY = timedelta(hours=5)


class Titles:
    """Reads titles.

    Args:
        more: words of the district's own, beside the shipped ones.

    """

    def __init__(self, more: TitleWords = NO_WORDS) -> None:
        self._said = {
            name: _any_of([*getattr(shipped_words(), name), *getattr(more, name)]) for name in TitleWords.model_fields
        }

    def day_of(self, title: str) -> SchoolDay | None:
        """The day that a title speaks of, or None."""
        title = _plain(title)
        if self._says("never", title):
            return None
        if self._says("something_else", title) and not self._says("announces", title):
            return None
        kind = next((kind for kind in KINDS if self._says(kind, title)), None)
        if kind is None:
            return None
        return SchoolDay(kind, _delay(title)) if kind == "delayed" else SchoolDay(kind)

    def is_first_day(self, title: str) -> bool:
        """Whether school, or the year of the staff, begins."""
        title = _plain(title)
        return self._says("first_day", title) or self._says("staff_first_day", title)

    def is_last_day(self, title: str) -> bool:
        """Whether school ends."""
        return self._says("last_day", _plain(title))

    def _says(self, name: str, title: str) -> bool:
        return self._said[name].search(title) is not None


def strength(kind: DayKind) -> int:
    """Which of two entries for one day has the say: the lower number."""
    return KINDS.index(kind)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Whole words, so that "feria" is not found in "feriado"; a figure may stand right before ("2hr delay")."""
    either = "|".join(re.escape(_plain(word)) for word in words)
    return re.compile(rf"(?<![^\W\d_])(?:{either})s?(?![^\W\d_])")


def _plain(title: str) -> str:
    """Case, accents and spacing taken away."""
    letters = unicodedata.normalize("NFD", title.casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


def _delay(title: str) -> timedelta:
    found = _DELAY.search(title)
    if not found:
        return USUAL_DELAY
    number = _NUMBERS.get(found[1]) or float(found[1].replace(",", "."))
    given = timedelta(hours=number) if found[2].startswith("h") else timedelta(minutes=number)
    return min(given, _LONGEST_DELAY)
