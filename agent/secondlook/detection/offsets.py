"""The one place where code points become UTF-16 code units, the unit of the wire (as in the Language Server Protocol).

Pure.
"""

from __future__ import annotations

from bisect import bisect_left


class Utf16:
    """Turns code-point offsets of one text into UTF-16; a lone surrogate is one unit, as in a browser."""

    def __init__(self, text: str) -> None:
        self._wide = [] if text.isascii() else [place for place, letter in enumerate(text) if letter > "\uffff"]

    def at(self, offset: int) -> int:
        """The UTF-16 offset of a code-point offset."""
        return offset + bisect_left(self._wide, offset)


def utf16_length(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(letter > "\uffff" for letter in text)
