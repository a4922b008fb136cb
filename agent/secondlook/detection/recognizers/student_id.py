"""A student's numbers, SASID (ten digits, commonly 10...) and LASID (free form), by roster, name or shape; and school address.

A North American phone number never begins with 1 or 0, so "10" and eight digits is no phone number (DESE SASID page;
NANP). A number of the roster is exact; any other counts beside the word for it, or right after a child's name. An
address in the students' own domain is one as well: it signs the student in, and finds the student in the directory.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.contacts import student_addresses
from secondlook.detection.late_pattern import late
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading

Span = tuple[int, int]
_FIGURES = late(r"\d.?\d")
_NUMBER = late(r"(?<![\w.$€/-])\d{5,12}(?![\w%/-]|[.,:]\d)")
_TEN_DIGITS = late(r"(?<![\d+.-])(\d{10})(?![\d.-]\d|\d)")
_OF_THE_PUPIL = (
    r"(?:\s+(?:of the|for the|da|do|del?|de la)\s+(?:student|pupil|alumn[oa]|alun[oa]|estudiante|estudante))?"
)
_LOCAL = late(
    _OF_THE_PUPIL + r"(?:\s|[#:=-]|\b(?:is|es|e|la|el|number|no|numero|n)\b\.?){0,6}([a-z]{0,3}\d[\da-z-]{2,11})\b"
)
_IN_LABEL = late(r"(\d{4,10})\Z")
"""Where the label's own "#" is the number: "id 316920"."""
_FURTHER = late(r"[^.!?\n\d]{1,60}?[ :=#](\d{4,10})\b(?![-/.%]\d)")
"""The number somewhat later: "el PIN del almuerzo de mi alumna es 4471"."""
_BESIDE_NAME = late(r"\s*(?:[=:#,-]|\b(?:is|es|number|numero|no\.?)\b)\s*(?:(?:number|numero|is|es) )?(\d{4,10})\b")
"""The number right after a name, where the text speaks of ids: "Emma Fitzgerald = 313811"."""
_SOME_OTHER_NUMBER = late(
    r"\b(?:order|tracking|confirmation|invoice|ticket|isbn|case|pedido|orden|rastreio)\b[^.\n]{0,25}$"
)
LONG = 6
"""Digits from which a number of the roster is a student's without a further word; shorter ones are also zip codes."""


class StudentIdRecognizer:
    """A student's number. Weak alone; the word before it, found here or by Presidio's context, makes it strong."""

    kind: Kind = "STUDENT_ID"
    context: tuple[str, ...] = ("sasid", "lasid", "student", "aluno", "aluna", "alumno", "alumna", "estudiante")
    lists: tuple[str, ...] = ()
    signs: str = ""

    def find(self, reading: Reading) -> list[Match]:
        """Addresses and numbers that are, or look like, a student's; each span once, the surest evidence first."""
        best = dict.fromkeys(student_addresses(reading), (0.97, "student id: an address of the students' domain"))
        if reading.has_digit and _FIGURES.search(reading.folded.text):
            self._numbers(reading, best)
        return [Match(self.kind, *reading.original_span(*span), *rest) for span, rest in sorted(best.items())]

    def _numbers(self, reading: Reading, best: dict[Span, tuple[float, str]]) -> None:
        for span, score, why in (*self._enrolled(reading), *self._named(reading), *self._shaped(reading)):
            if span not in best or best[span][0] < score:
                best[span] = (score, why)

    def _enrolled(self, reading: Reading) -> Iterator[tuple[Span, float, str]]:
        """Numbers that stand in the roster."""
        for match in _NUMBER.finditer(reading.folded.text):
            if reading.has_id(match.group()):
                sure = len(match.group()) >= LONG
                yield match.span(), 0.95 if sure else 0.7, "student id: on the roster"

    def _named(self, reading: Reading) -> Iterator[tuple[Span, float, str]]:
        """Numbers after a word for them, and beside a child where such a word stands in the text."""
        text = reading.folded.text
        labels = reading.terms("student_id.label")
        for hit in labels:
            match = _IN_LABEL.search(text, hit.start, hit.end) or _LOCAL.match(text, hit.end)
            if match and sum(letter.isdigit() for letter in match.group(1)) >= 4:
                yield match.span(1), 0.93, "student id: named so"
                continue
            match = _FURTHER.match(text, hit.end)
            if match and reading.anchors.near(reading.sentence_at(match.start(1)), weak=False):
                yield match.span(1), 0.8, "student id: named so, of a child"
        if labels:
            for it in reading.weighed_names:
                match = _BESIDE_NAME.match(text, it.candidate.span[1])
                if match and it.candidate.sort != "said":
                    yield match.span(1), 0.8, "student id: beside a name"

    def _shaped(self, reading: Reading) -> Iterator[tuple[Span, float, str]]:
        """Ten digits that can be no phone number."""
        text = reading.folded.text
        for match in _TEN_DIGITS.finditer(text):
            if _SOME_OTHER_NUMBER.search(text[max(0, match.start() - 40) : match.start()]):
                continue
            if match.group().startswith("10"):
                yield match.span(), 0.7, "student id: shaped like a SASID"
            elif match.group()[0] in "01":
                yield match.span(), 0.3, "student id: ten digits that are no phone number"
