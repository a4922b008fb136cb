"""What a recognizer gives back, and what a recognizer is.

Pure types; Presidio meets them in `presidio_rim.py` alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from secondlook.contract import Kind

if TYPE_CHECKING:
    from secondlook.detection.reading import Reading


@dataclass(frozen=True, slots=True)
class Match:
    """Something recognised, in code points of the original text.

    Attributes:
        why: which evidence carried it, in words of ours ("grades: roster name"); never words of the text.

    """

    kind: Kind
    start: int
    end: int
    score: float
    why: str


class Recognizer(Protocol):
    """One file of `recognizers/`: the file's name is its id. Pure and thread-safe: state is in the reading."""

    kind: Kind
    context: tuple[str, ...]
    """Lower-case words that raise a weak score when one stands just before the match (Presidio's context enhancer)."""

    @property
    def lists(self) -> tuple[str, ...]:
        """Lists of terms without a word of which it finds nothing, so that it need not be asked; none = always ask."""
        ...

    def find(self, reading: Reading) -> list[Match]:
        """What it recognises in the text being read."""
        ...


def matches_of(recognizers: Mapping[str, Recognizer], reading: Reading) -> Iterator[tuple[str, Match]]:
    """Every match with its recognizer's name; those of whose lists no word is in the text are not asked."""
    files = reading.files
    for name, one in recognizers.items():
        lists = one.lists
        if not lists or not files.isdisjoint(lists):
            for match in one.find(reading):
                yield name, match
