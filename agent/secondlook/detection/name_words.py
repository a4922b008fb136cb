"""What the very words around a name say of it, as posts taught: a table beside the cues, which are lists that people wrote.

The words right beside a name count by their place, those of its sentence and of the text by being there. A word is the number of
a row by a hash (`kind_features.py`), so no word of the posts is kept. `tools/judge/names.py` makes the table, ADR 0026 says from what.
Pure but for one read of the files. Called by the student_name recognizer, by the engine, which tells a broken table, and by the
script that makes it.
"""

from __future__ import annotations

import json
from array import array
from bisect import bisect_right
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

from secondlook.detection.kind_features import BEGINNING, BITS, codes_of, rows_of
from secondlook.detection.reading import Reading
from secondlook.detection.terms import Word

FOLDER = Path(__file__).with_name("judge")
ABOUT, TABLE = "names.json", "names.bin"
PARTS = 3
"""Tables in the file, one after the other: of what stands beside a name, in its sentence, elsewhere in the text."""
_PLACES = (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F)
"""For the words that count by their place, from the second before a name to the second after it."""
NAME = "§"
"""Stands for a name, whosever it is."""
EDGE = 0x2545F491
"""Stands for the hash of what is beyond the text."""
_TOGETHER, _BEFORE, _AFTER, _MARKS = 0x1B873593, 0xCC9E2D51, 0xE6546B65, 0x38B34AE5
_BEGUN = 0x165667B1
"""Odd numbers that tell apart what is mixed of the same words: runs, the marks beside a name, a beginning."""
_LOW = (1 << BITS) - 1
_EMOJI_FROM = "\u2000"
NOTHING: frozenset[int] = frozenset()
_start = attrgetter("start")

Span = tuple[int, int]


class NameRows(NamedTuple):
    """Rows of one name: of the words beside it, of its sentence, of what else the text says; each in a table of its own."""

    beside: Collection[int]
    sentence: Collection[int]
    elsewhere: Collection[int]


class NameWords(NamedTuple):
    """The tables, and how what they say is put to what the cues say.

    Attributes:
        tables: of each part a small whole number for every row.
        scale: log-odds of one such number.
        share: how much the cues' log-odds count beside them.
        bias: log-odds to begin with.

    """

    tables: tuple[Sequence[int], ...]
    scale: float
    share: float
    bias: float

    def log_odds(self, of_cues: float, rows: NameRows) -> float:
        """What cues and words say together."""
        said = sum(sum(map(table.__getitem__, its)) for table, its in zip(self.tables, rows, strict=True))
        return of_cues * self.share + said * self.scale + self.bias


def read_name_words() -> NameWords:
    """The tables that ship.

    Raises:
        OSError, ValueError, KeyError, TypeError: they are not there or broken.

    """
    about = json.loads((FOLDER / ABOUT).read_text(encoding="utf-8"))
    worth = array("b", (FOLDER / TABLE).read_bytes())
    size = 1 << BITS
    if len(worth) != PARTS * size:
        raise ValueError("a table of words ends too soon")
    tables = tuple(worth[part * size : (part + 1) * size] for part in range(PARTS))
    return NameWords(tables, about["scale"], about["share"], about["bias"])


@cache
def name_words() -> NameWords | None:
    """The tables that ship, read once; None where they cannot be read: the cues decide alone then, and the engine tells it."""
    try:
        return read_name_words()
    except (OSError, ValueError, KeyError, TypeError):
        return None


def name_rows(reading: Reading, names: Iterable[Span], asked: Iterable[Span]) -> Mapping[Span, NameRows]:
    """The rows of some names.

    Args:
        reading: folded and cut.
        names: the spans of all possible names of the text, in folded offsets.
        asked: those of them to look around.

    """
    asked, words = [*asked], reading.words
    if not asked:
        return {}
    places = {span: _words_of(words, span) for span in names}
    named = {place for first, last in places.values() for place in range(first, last)}
    texts = ["#" if word.text.isdigit() else word.text for word in words]
    for place in named:
        texts[place] = NAME
    whole, begun = _codes(texts)
    said: list[set[int]] = [set() for _ in reading.sentences]
    for word, code, beginning in zip(words, whole, begun, strict=True):
        said[word.sentence].update((code & _LOW, beginning & _LOW))
    emoji = _emoji(reading)
    rows = {}
    for span in asked:
        first, last = places[span]
        here = words[first].sentence if first < last else 0
        beside = rows_of([*_beside(whole, begun, first, last), _marks(reading, first, last)])
        elsewhere = emoji.union(*said) - said[here] if emoji or len(said) > 1 else NOTHING
        rows[span] = NameRows(beside, said[here], elsewhere)
    return rows


def _codes(texts: list[str]) -> tuple[list[int], list[int]]:
    """The hash of each word and of its beginning; a short word is its own."""
    long = [at for at, text in enumerate(texts) if len(text) > BEGINNING]
    codes = codes_of([*texts, *(texts[at][:BEGINNING] for at in long)])
    whole = codes[: len(texts)]
    begun = whole.copy()
    for at, code in zip(long, codes[len(texts) :], strict=True):
        begun[at] = code ^ _BEGUN
    return whole, begun


def _words_of(words: list[Word], span: Span) -> tuple[int, int]:
    """The places of a name's words, end exclusive."""
    first = max(0, bisect_right(words, span[0], key=_start) - 1)
    if words and words[first].end <= span[0]:
        first += 1
    last = first
    while last < len(words) and words[last].start < span[1]:
        last += 1
    return first, last


def _beside(whole: list[int], begun: list[int], first: int, last: int) -> list[int]:
    """The mixed hashes of the words by a name, by place: alone, their beginnings, and together."""
    l3, l2, l1 = [EDGE, EDGE, EDGE, *whole[max(0, first - 3) : first]][-3:]
    r1, r2, r3 = [*whole[last : last + 3], EDGE, EDGE, EDGE][:3]
    mixed = [code * place for code, place in zip((l2, l1, r1, r2), _PLACES, strict=True)]
    for at, place in zip((first - 2, first - 1, last, last + 1), _PLACES, strict=True):
        if 0 <= at < len(whole) and begun[at] != whole[at]:
            mixed.append(begun[at] * place)
    before, after = l2 * _BEFORE + l1, r1 * _AFTER + r2
    return [
        *mixed,
        before * _TOGETHER,
        after * _TOGETHER,
        l1 * _BEFORE + r1 * _AFTER,
        l3 * _AFTER + before,
        after * _BEFORE + r3,
    ]


def _marks(reading: Reading, first: int, last: int) -> int:
    """The mixed hash of the signs right before and after a name."""
    text, words = reading.folded.text, reading.words
    if first >= last:
        return 0
    before = text[words[first - 1].end if first else 0 : words[first].start].strip()
    after = text[words[last - 1].end : words[last].start if last < len(words) else len(text)].strip()
    return (ord(before[-1:] or NAME) * _MARKS) + (ord(after[:1] or NAME) * _TOGETHER)


def _emoji(reading: Reading) -> set[int]:
    """The rows of the text's emoji."""
    signs = [ord(sign) * _MARKS for sign in reading.characters if sign > _EMOJI_FROM and not sign.isalnum()]
    return set(rows_of(signs)) if signs else set()
