"""What the judge of content sees of a sentence: its words, alone and by twos, its signs, and which lists of terms speak in it.

Pure. A feature is the number of a row in the judge's table, by a hash that is the same on every machine, so no word of the
training posts is kept. Features never reach over the end of a sentence. Called by `kind_judge.py` in a check and by
`tools/judge/train.py`, so that both see the same. Imports NumPy, which spaCy has loaded by then.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np

from secondlook.detection.reading import Reading
from secondlook.detection.terms import Word

BITS = 16
"""The table has two to this power rows; two features that share one are told apart no more."""
BEGINNING = 5
"""Letters of a word's beginning, by which its forms are known as one: "humill(aron)", "ridicul(ous)"."""
OTHER_LISTS = ("public_figures.", "page_names.", "event_names.")
"""Lists of names; which of them speaks says nothing of the content."""
_ONE, _TWO, _SKIP, _BEGIN = (np.uint32(it) for it in (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F))
_START, _STOP = np.uint32(0x165667B1), np.uint32(0x2545F491)
_TONE = ("!", "?", '"')

Rows = Any
"""An array of row numbers."""


class WordRows(NamedTuple):
    """Rows of one sentence: of its words, of their neighbours, of words one apart, and of the beginnings of long words.

    Neighbours begin with the sentence's start as a word before the first and end with its end after the last.

    Attributes:
        rows: all of them, in this order: `many` words, `many` + 1 pairs, `many` skips, then the beginnings.
        many: how many words there are.
        begun_by: the places of the words that the beginnings are of.

    """

    rows: Rows
    many: int
    begun_by: list[int]


def word_rows(words: Sequence[Word]) -> WordRows:
    """The rows of a sentence's words; any number is one word."""
    texts = ["#" if word.text.isdigit() else word.text for word in words]
    begun_by = [place for place, text in enumerate(texts) if len(text) > BEGINNING]
    count = len(texts)
    hashes = _hashes(texts, [texts[place][:BEGINNING] for place in begun_by])
    mixed = np.empty(3 * count + 1 + len(begun_by), dtype=np.uint32)
    framed = np.empty(count + 2, dtype=np.uint32)
    framed[0], framed[-1] = _START, _STOP
    framed[1:-1] = hashes[:count]
    last = framed * _TWO
    mixed[:count] = framed[1:-1] * _ONE
    mixed[count : 2 * count + 1] = framed[:-1] * _ONE + last[1:]
    mixed[2 * count + 1 : 3 * count + 1] = framed[:-2] * _SKIP + last[2:]
    mixed[3 * count + 1 :] = hashes[count:] * _BEGIN
    return WordRows(_row(mixed), count, begun_by)


def sign_rows(text: str) -> list[int]:
    """The rows of a sentence's emoji and marks of tone."""
    tones = [sign for sign in _TONE if sign in text]
    emoji = [] if text.isascii() else sorted({sign for sign in text if sign > "\u2000" and not sign.isalnum()})
    return [named_row(f"sign {sign}") for sign in (*tones, *emoji)]


def list_rows(reading: Reading) -> list[set[int]]:
    """For each sentence the rows of the groups of terms that have a hit in it, and of the names of a roster."""
    found: list[set[int]] = [set() for _ in reading.sentences]
    for group, hits in reading.hits.items():
        row = _list_row(group)
        if row is not None:
            for hit in hits:
                found[hit.sentence].add(row)
    for name in reading.names:
        sentence = reading.sentence_at(reading.folded_offset(name.start))
        found[sentence].update(named_row(f"list {source} {name.form}") for source in name.sources)
    return found


@cache
def _list_row(group: str) -> int | None:
    """The row of a group of terms; None for one that says nothing of the content."""
    return None if group.startswith(OTHER_LISTS) else named_row(f"list {group}")


@cache
def named_row(name: str) -> int:
    """The row of a feature with a name of ours."""
    return int(_row(_hashes([name]))[0])


def _hashes(*texts: Sequence[str]) -> Any:
    crc = zlib.crc32
    return np.array([crc(text.encode("utf-8", "surrogatepass")) for some in texts for text in some], dtype=np.uint32)


def _row(mixed: Any) -> Rows:
    """The topmost bits, which the multiplications have mixed best."""
    return ((mixed ^ (mixed >> np.uint32(15))) * _TWO >> np.uint32(32 - BITS)).astype(np.int64)
