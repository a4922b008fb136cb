"""What the words of sentences say of each kind, added up out of the judge's table and remembered.

A sentence that was met before is not added up again, and of one that grows only what its last word brings is worked out.
Remembered are sums and row numbers under keyed hashes, never words. Called by `kind_judge.py`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from operator import add
from typing import Any, NamedTuple

import numpy as np

from secondlook.detection.kind_features import added_rows, sentence_rows
from secondlook.detection.kind_stretches import Spoken
from secondlook.keyed_memory import KeyedMemory

REMEMBERED = 2_000
"""Sentences of which the sum of their words is remembered."""
GROWING = 40
"""States of sentences being written of which the rows are remembered. Whoever could read this memory could test guesses
against a row, so they are few."""
ROW, SUM = "H", "i"
"""Types of a row's number and of a sum in an array; a table has no more rows than the first can count."""

Sums = Sequence[int]
"""What is said of each kind, in whole numbers. Of so few kinds that Python adds them up sooner than NumPy is called."""


class Held(NamedTuple):
    """What lasts of a sentence when it is written on: the numbers of its rows, and what they say together."""

    rows: bytes
    says: Sums


class Grown(NamedTuple):
    """A sentence that is not known yet.

    Attributes:
        mark: of its words and signs.
        of_words: of its words alone.
        before: what it held a word ago, or nothing where that is not known.
        fresh: its rows beyond these that last.
        of_end: its other rows.

    """

    mark: bytes
    of_words: bytes
    before: Held
    fresh: list[int]
    of_end: list[int]


class WordSums:
    """The table and its memory. Thread-safe.

    Args:
        table: rows of features by kinds, small whole numbers.

    """

    def __init__(self, table: Any) -> None:
        self._table = table
        self._nothing = Held(b"", [0] * table.shape[1])
        self._memory: KeyedMemory[Sums] = KeyedMemory(REMEMBERED)
        self._growing: KeyedMemory[Held] = KeyedMemory(GROWING)

    def forget(self) -> None:
        """Empties the memory."""
        self._memory.forget()
        self._growing.forget()

    def sums(self, rows: list[int], sentences: Sequence[tuple[Iterable[int], Spoken]]) -> list[Sums]:
        """What these rows say of each kind; then, of each sentence, what the rows of its lists say and what its words and signs say."""
        parts: list[list[int]] = [rows]
        each: list[Grown | Sums] = []
        for lists, (texts, signs) in sentences:
            words = "\n".join(texts)
            of_words = self._memory.mark(words)
            mark = of_words + array(ROW, signs).tobytes()
            parts.append([*lists])
            known = self._memory.get(mark)
            if known is not None:
                each.append(known)
                continue
            grown = Grown(mark, of_words, *self._rows(texts, signs, words))
            parts += grown.fresh, grown.of_end
            each.append(grown)
        sums = self._sums(parts)
        said = [next(sums)]
        for sentence in each:
            said += next(sums), self._said(sentence, sums)
        return said

    def _said(self, sentence: Grown | Sums, sums: Iterator[Sums]) -> Sums:
        """What the words and signs of a sentence say: known already, or the next of the sums, and remembered from now on."""
        if not isinstance(sentence, Grown):
            return sentence
        before = sentence.before
        held = Held(before.rows + array(ROW, sentence.fresh).tobytes(), _added(before.says, next(sums)))
        said = _added(held.says, next(sums))
        self._growing.keep(sentence.of_words, held)
        self._memory.keep(sentence.mark, said)
        return said

    def _rows(self, texts: list[str], signs: list[int], words: str) -> tuple[Held, list[int], list[int]]:
        """What a sentence held a word ago, and the rows beyond: those that last, and the others; `words` are its texts, a line each."""
        shorter = words[: len(words) - len(texts[-1]) - 1] if len(texts) > 1 else ""
        before = self._growing.get(self._memory.mark(shorter)) if shorter else None
        lasting, of_end = sentence_rows(texts) if before is None else added_rows(texts)
        before = before or self._nothing
        there = set(array(ROW, before.rows))
        fresh = lasting - there
        return before, [*fresh], [*{*of_end, *signs} - there - fresh]

    def _sums(self, parts: list[list[int]]) -> Iterator[Sums]:
        """What each part says."""
        filled = [part for part in parts if part]
        starts = list(accumulate(map(len, filled[:-1]), initial=0))
        table = self._table.take([*chain(*filled)], axis=0)
        sums = iter(np.add.reduceat(table, starts, axis=0, dtype=np.int32).tolist())
        return (next(sums) if part else self._nothing.says for part in parts)


def _added(some: Sums, more: Sums) -> Sums:
    return array(SUM, map(add, some, more))
