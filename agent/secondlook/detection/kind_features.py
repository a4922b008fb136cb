"""What the judge of content sees of a sentence: its words, alone and by twos, its signs, and which lists of terms speak in it.

Pure. A feature is the number of a row in the judge's table, by a hash that is the same on every machine, so no word of the
training posts is kept. Features never reach over the end of a sentence. Called by `kind_judge.py` in a check and by
`tools/model/train_kinds.py`, so that both see the same. Imports NumPy, which spaCy has loaded by then.
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
OTHER_LISTS = ("public_figures.", "page_names.")
"""Lists of names; which of them speaks says nothing of the content."""
_ONE, _TWO, _SKIP, _BEGIN = (np.uint32(it) for it in (0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F))
_START, _STOP = np.uint32(0x165667B1), np.uint32(0x2545F491)
_TONE = frozenset('!?"')

Rows = Any
"""An array of row numbers."""


class WordRows(NamedTuple):
    """Rows of one sentence's words: of each word, of the beginnings (and whose), of neighbours, of words one apart.

    `pairs` and `skips` begin with the sentence's start as a word before the first and end with its end after the last.
    """

    words: Rows
    beginnings: Rows
    begun_by: list[int]
    pairs: Rows
    skips: Rows

    def all(self) -> Rows:
        """Every row once."""
        return np.unique(np.concatenate((self.words, self.beginnings, self.pairs, self.skips)))


def word_rows(words: Sequence[Word]) -> WordRows:
    """The rows of a sentence's words; any number is one word."""
    texts = ["#" if word.text.isdigit() else word.text for word in words]
    begun_by = [place for place, text in enumerate(texts) if len(text) > BEGINNING]
    with np.errstate(over="ignore"):
        each = _hashes(texts)
        framed = np.concatenate(([_START], each, [_STOP])).astype(np.uint32)
        return WordRows(
            _row(each * _ONE),
            _row(_hashes([texts[place][:BEGINNING] for place in begun_by]) * _BEGIN),
            begun_by,
            _row(framed[:-1] * _ONE + framed[1:] * _TWO),
            _row(framed[:-2] * _SKIP + framed[2:] * _TWO),
        )


def sign_rows(text: str) -> Rows:
    """The rows of a sentence's emoji and marks of tone."""
    signs = {sign for sign in text if sign in _TONE or (sign > "\u2000" and not sign.isalnum())}
    return np.array([named_row(f"sign {sign}") for sign in sorted(signs)], dtype=np.int64)


def list_rows(reading: Reading) -> list[set[int]]:
    """For each sentence the rows of the groups of terms that have a hit in it, and of the names of a roster."""
    found: list[set[int]] = [set() for _ in reading.sentences]
    for group, hits in reading.hits.items():
        if not group.startswith(OTHER_LISTS):
            row = named_row(f"list {group}")
            for hit in hits:
                found[hit.sentence].add(row)
    for name in reading.names:
        sentence = reading.sentence_at(reading.folded_offset(name.start))
        found[sentence].update(named_row(f"list {source} {name.form}") for source in name.sources)
    return found


@cache
def named_row(name: str) -> int:
    """The row of a feature with a name of ours."""
    return int(_row(_hashes([name]))[0])


def _hashes(texts: Sequence[str]) -> Any:
    return np.array([zlib.crc32(text.encode("utf-8", "surrogatepass")) for text in texts], dtype=np.uint32)


def _row(mixed: Any) -> Rows:
    """The topmost bits, which the multiplications have mixed best."""
    return ((mixed ^ (mixed >> np.uint32(15))) * _TWO >> np.uint32(32 - BITS)).astype(np.int64)
