"""How a text and the names in it are written: capitals, the first word of a sentence, a surname that follows, quotation marks.

Pure; it weighs nothing. Spans are of the folded text, lone offsets of the original. Made by `name_context.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import ascii_letters, ascii_uppercase

from secondlook.detection import name_bearer
from secondlook.detection.once import Once
from secondlook.detection.reading import Reading

Span = tuple[int, int]

_LETTERS, _CAPITALS = ascii_letters.encode(), ascii_uppercase.encode()

_QUOTED = re.compile(r"[\"“«][^\"“”«»\n]{1,70}[\"”»]")
_TITLE_LENGTH = 22
"""Code points of a quotation up to which it may be a title."""
_OPENING = re.compile(r"(?:^|[.!?:\n•])[\s\"'(*_\W]*$")
_NEXT_CAPITAL = re.compile(r" (?:d[aeo]s? |de la )?([A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][a-záéíóúâêôãõçñ]+)")


class NameWriting:
    """The hand of one reading."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.folded.text

    def is_capital(self, start: int) -> bool:
        """Whether the original shows a capital there."""
        return self._reading.text[start : start + 1].isupper()

    @Once
    def style(self) -> str:
        """How the writer types: "small" without capitals, "shouted" without small letters, else "mixed"."""
        letters, capitals = _counted(self._reading.text)
        if capitals * 50 <= letters:
            return "small"
        return "shouted" if capitals * 10 >= letters * 7 else "mixed"

    def surname_after(self, end: int) -> bool:
        """Whether a capitalised word follows at once that is no roster name, so that somebody else's full name begins here."""
        match = _NEXT_CAPITAL.match(self._reading.text, end)
        return bool(match) and match.start(1) not in self._name_starts  # type: ignore[union-attr]

    @Once
    def _name_starts(self) -> set[int]:
        return {hit.start for hit in self._reading.names if hit.form == "first"}

    def opens(self, span: Span) -> bool:
        """Whether the name is the first word of its sentence, where a capital proves nothing."""
        return bool(_OPENING.search(self._text[max(0, span[0] - 12) : span[0]]))

    def is_quoted(self, span: Span) -> bool:
        """Whether the name stands in quotation marks, as titles of books and films do."""
        return any(end - start <= _TITLE_LENGTH for start, end in self._quoting(span))

    def in_speech(self, span: Span) -> bool:
        """Whether the name stands in a quotation too long for a title: somebody speaks."""
        return not self.is_quoted(span) and any(self._quoting(span))

    @Once
    def addressed(self) -> bool:
        """Whether a quotation in the text calls somebody teacher."""
        return name_bearer.addressed(self._text)

    def _quoting(self, span: Span) -> Iterator[Span]:
        return (it for it in self._quotations if it[0] < span[0] and span[1] < it[1])

    @Once
    def _quotations(self) -> list[Span]:
        return [match.span() for match in _QUOTED.finditer(self._text)]


def _counted(text: str) -> tuple[int, int]:
    """How many letters a text has, and how many of them are capitals."""
    if text.isascii():
        return len(text) - len(text.encode().translate(None, _LETTERS)), len(text) - len(
            text.encode().translate(None, _CAPITALS)
        )
    letters = "".join(filter(str.isalpha, text))
    return len(letters), sum(map(str.isupper, letters))
