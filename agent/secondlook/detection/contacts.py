"""Phone numbers and e-mail addresses in a folded text.

Pure, linear, and without a network: no public-suffix list is asked.

Phones are North American numbers (NANP): area code and exchange begin with 2 to 9.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondlook.detection.reading import Reading

_PHONE = re.compile(
    r"(?<![\d@/#$.-])(?:\+?1[ .-]?)?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)([ .-]?))([2-9]\d\d)[ .-]?(\d{4})(?![\d%]|[.-]\d)"
)
_SPOKEN = {"zero": "0", "oh": "0", "cero": "0", "one": "1", "uno": "1", "um": "1", "two": "2", "dos": "2", "dois": "2"}
_SPOKEN |= {"three": "3", "tres": "3", "four": "4", "cuatro": "4", "quatro": "4", "five": "5", "cinco": "5", "six": "6"}
_SPOKEN |= {"seis": "6", "meia": "6", "seven": "7", "siete": "7", "sete": "7", "eight": "8", "ocho": "8", "oito": "8"}
_SPOKEN |= {"nine": "9", "nueve": "9", "nove": "9"}
_SPOKEN_WORDS = frozenset(word.encode() for word in _SPOKEN)
_FIGURE = rf"(?:{'|'.join(_SPOKEN)}|\d{{1,4}})"
_SPELT = re.compile(rf"(?<![\w-]){_FIGURE}(?:[ ,.-]{{1,3}}{_FIGURE}){{3,9}}(?![\w-])")
_ANY_FIGURE = re.compile(
    r"\d{3}|(?:zero|oh|cero|one|uno|um|two|dos|dois|three|tres|four|cuatro|quatro|five|cinco|six|seis)[ ,.-]"
)
"""What every number has: one with fewer than three figures together is spelt out, with one of these words."""
_THREE_FIGURES = re.compile(r"\d{3}")
EMAIL = re.compile(
    r"(?<![\w.+-])[a-z0-9][\w.+-]{0,63}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,24})(?![\w-])"
)
"""Group 1 is the domain. Every repetition is bounded, so a text of "a@" stays linear."""
LEAST_SPOKEN = 3
"""So many figures in words make a spelt number; counting aloud ("one, two, three, go") never has ten."""
TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number in a folded text; `digits` are its ten digits."""

    start: int
    end: int
    digits: str

    @property
    def toll_free(self) -> bool:
        """Whether it is a number of firms and hotlines by its area code."""
        return self.digits[:3] in TOLL_FREE


def phones(folded_text: str) -> list[Phone]:
    """The US phone numbers of a folded text."""
    if not _ANY_FIGURE.search(folded_text):
        return []
    found = []
    for match in _PHONE.finditer(folded_text):
        area = match.group(1) or match.group(2)
        found.append(Phone(match.start(), match.end(), area + match.group(4) + match.group(5)))
    return found + list(_spelt(folded_text))


def student_addresses(reading: Reading) -> Iterator[tuple[int, int]]:
    """Spans of addresses in a domain that only students have."""
    if "@" not in reading.folded.text:
        return
    only_students = reading.settings.student_domains - reading.settings.district_domains
    yield from (mail.span() for mail in EMAIL.finditer(reading.folded.text) if mail.group(1) in only_students)


def may_hold_phones(reading: Reading) -> bool:
    """Whether three figures together, or words for some, are in a text at all."""
    if reading.has_digit and _THREE_FIGURES.search(reading.folded.text):
        return True
    return reading.bare_words is None or not reading.bare_words.isdisjoint(_SPOKEN_WORDS)


def _spelt(folded_text: str) -> Iterator[Phone]:
    """Numbers with figures written out: "five zero eight 555 0152"."""
    for match in _SPELT.finditer(folded_text):
        parts = re.split(r"[ ,.-]+", match.group())
        digits = "".join(_SPOKEN.get(part, part) for part in parts)
        spoken = sum(part in _SPOKEN for part in parts)
        if spoken >= LEAST_SPOKEN and len(digits) == len("5085550152") and digits[0] > "1" and digits[3] > "1":
            yield Phone(match.start(), match.end(), digits)


def digits_of(number: str) -> str:
    """The last ten digits of a number as somebody wrote it."""
    return re.sub(r"\D", "", number)[-10:]
