"""What a recognizer gives back, and what a recognizer is.

Pure types; Presidio meets them in `presidio_rim.py` alone.
"""

from __future__ import annotations

from collections import defaultdict
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
        """Lists of terms without a word of which, and without a sign of `signs`, it finds nothing; none = always ask."""
        ...

    @property
    def signs(self) -> str:
        """Signs of the folded text for which it is asked though no word of its lists is there."""
        ...

    def find(self, reading: Reading) -> list[Match]:
        """What it recognises in the text being read."""
        ...


class Asker:
    """Asks recognizers about a reading, each only where something of its lists or signs is in the text."""

    def __init__(self, recognizers: Mapping[str, Recognizer]) -> None:
        self._all = list(recognizers.items())
        self._always = [place for place, (_, one) in enumerate(self._all) if not one.lists]
        self._by_list: dict[str, list[int]] = defaultdict(list)
        self._by_sign: dict[str, list[int]] = defaultdict(list)
        self._signs: frozenset[str] = frozenset()
        for place, (_, one) in enumerate(self._all):
            for file in one.lists:
                self._by_list[file].append(place)
            for sign in one.signs if one.lists else "":
                self._by_sign[sign].append(place)
        self._signs = frozenset(self._by_sign)

    def matches(self, reading: Reading) -> Iterator[tuple[str, Match]]:
        """Every match with its recognizer's name."""
        places = [*self._always]
        for file in reading.files:
            places += self._by_list.get(file, ())
        for sign in self._signs & reading.characters:
            places += self._by_sign[sign]
        for place in sorted(set(places)):
            name, one = self._all[place]
            for match in one.find(reading):
                yield name, match
