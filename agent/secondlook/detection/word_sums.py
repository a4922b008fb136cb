"""What the words of sentences say of each kind, added up out of the judge's table and remembered.

A sentence that was met before is not added up again, and of one that grows only the rows of its last word are worked out.
Remembered are sums and row numbers under keyed hashes, never words. Called by `kind_judge.py`.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from itertools import accumulate, chain
from typing import Any

import numpy as np

from secondlook.detection.kind_features import SentenceRows, grown_rows, sentence_rows
from secondlook.detection.kind_stretches import Spoken
from secondlook.keyed_memory import KeyedMemory

REMEMBERED = 2_000
"""Sentences of which the sum of their words is remembered."""
GROWING = 40
"""States of sentences being written of which the rows are remembered. Whoever could read this memory could test guesses
against a row, so they are few."""
ROW = "H"
"""Type of a row's number in an array; a table has no more rows than it can count."""


class WordSums:
    """The table and its memory. Thread-safe.

    Args:
        table: rows of features by kinds, small whole numbers.

    """

    def __init__(self, table: Any) -> None:
        self._table = table
        self._memory: KeyedMemory[Any] = KeyedMemory(REMEMBERED)
        self._growing: KeyedMemory[bytes] = KeyedMemory(GROWING)

    def forget(self) -> None:
        """Empties the memory."""
        self._memory.forget()
        self._growing.forget()

    def total(self, rows: list[int], sentences: Sequence[Spoken]) -> Any:
        """What these rows and these sentences say of each kind together, in whole numbers."""
        parts, marks, known = [rows], [], []
        for texts, signs in sentences:
            words = "\n".join(texts)
            mark = self._memory.mark(f"{words}\n{signs}")
            said = self._memory.get(mark)
            if said is None:
                marks.append(mark)
                lasting, of_end = self._rows(texts, words)
                parts.append([*lasting.union(of_end, signs)])
            else:
                known.append(said)
        starts = list(accumulate(map(len, parts[:-1]), initial=0))
        sums = np.add.reduceat(self._table.take([*chain(*parts)], axis=0), starts, axis=0, dtype=np.int32)
        for mark, said in zip(marks, sums[1:], strict=True):
            self._memory.keep(mark, said.copy())
        return sum(known, np.add.reduce(sums, axis=0))

    def _rows(self, texts: list[str], words: str) -> SentenceRows:
        """The rows of a sentence; `words` are its texts, a line each."""
        if not texts:
            return sentence_rows(texts)
        shorter = words[: max(0, len(words) - len(texts[-1]) - 1)]
        before = self._growing.get(self._growing.mark(shorter))
        rows = sentence_rows(texts) if before is None else grown_rows(array(ROW, before), texts)
        self._growing.keep(self._growing.mark(words), array(ROW, rows.lasting).tobytes())
        return rows
