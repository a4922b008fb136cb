"""State and local student numbers: SASID (ten digits, commonly 10...) and LASID (free form, so only beside its name).

A North American phone number never begins with 1 or 0, so "10" and eight digits is no phone number (DESE SASID page;
NANP).
"""

from __future__ import annotations

import re

from secondlook.contract import Kind
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading

_TEN_DIGITS = re.compile(r"(?<![\d+.-])(\d{10})(?![\d.-]\d|\d)")
_LOCAL = re.compile(r"(?:\s|[#:=-]|\b(?:is|es|e|number|no|numero|n)\b\.?){0,6}([a-z]{0,3}\d[\da-z-]{2,11})\b")
_SOME_OTHER_NUMBER = re.compile(
    r"\b(?:order|tracking|confirmation|invoice|ticket|isbn|case|pedido|orden|rastreio)\b[^.\n]{0,25}$"
)


class StudentIdRecognizer:
    """A student's number. Weak alone; the word before it, found here or by Presidio's context, makes it strong."""

    kind: Kind = "STUDENT_ID"
    context: tuple[str, ...] = ("sasid", "lasid", "student", "aluno", "aluna", "alumno", "alumna", "estudiante")

    def find(self, reading: Reading) -> list[Match]:
        """Numbers that are, or look like, a student's."""
        text, found = reading.folded.text, []
        named: list[tuple[int, int]] = []
        for hit in reading.terms("student_record.student_id"):
            match = _LOCAL.match(text, hit.end)
            if match and sum(letter.isdigit() for letter in match.group(1)) >= 4:
                named.append(match.span(1))
                found.append(self._match(reading, match.span(1), 0.93, "student id: named so"))
        for match in _TEN_DIGITS.finditer(text):
            if match.span() in named or _SOME_OTHER_NUMBER.search(text[max(0, match.start() - 40) : match.start()]):
                continue
            if match.group().startswith("10"):
                found.append(self._match(reading, match.span(), 0.7, "student id: shaped like a SASID"))
            elif match.group()[0] in "01":
                found.append(self._match(reading, match.span(), 0.3, "student id: ten digits that are no phone number"))
        return found

    def _match(self, reading: Reading, span: tuple[int, int], score: float, why: str) -> Match:
        return Match(self.kind, *reading.original_span(*span), score, why)
