"""What the words of sentences say of each kind, added up out of the judge's table and remembered.

A sentence that was met before is not added up again, and of one that grows only what its last word brings is worked out.
Remembered are sums and row numbers under keyed hashes, never words. Called by `kind_judge.py`.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from secondlook.detection.kind_features import added_rows, sentence_rows
from secondlook.detection.kind_stretches import Spoken
from secondlook.detection.packed_rows import PackedRows
from secondlook.keyed_memory import KeyedMemory

REMEMBERED = 2_000
"""Sentences of which the sum of their words is remembered."""
GROWING = 40
"""States of sentences being written of which the rows are remembered. Whoever could read this memory could test guesses
against a row, so they are few."""
ROW = "H"
"""Type of a row's number in an array; a table has no more rows than it can count."""


class Held(NamedTuple):
    """What lasts of a sentence when it is written on: the numbers of its rows, and what they say together."""

    rows: bytes
    says: int


_NOTHING = Held(b"", 0)


class WordSums:
    """The table and its memory. Thread-safe.

    Args:
        rows: the table.

    """

    def __init__(self, rows: PackedRows) -> None:
        self._table = rows
        self._memory: KeyedMemory[int] = KeyedMemory(REMEMBERED)
        self._growing: KeyedMemory[Held] = KeyedMemory(GROWING)

    def forget(self) -> None:
        """Empties the memory."""
        self._memory.forget()
        self._growing.forget()

    def sums(self, sentences: Sequence[tuple[Iterable[int], Spoken]]) -> list[int]:
        """Of each sentence what the rows of its lists, its words and its signs say together."""
        return [self._table.sum(lists) + self._said(*spoken) for lists, spoken in sentences]

    def _said(self, texts: list[str], signs: list[int]) -> int:
        """What the words and signs of a sentence say."""
        words = "\n".join(texts)
        of_words = self._memory.mark(words)
        mark = of_words + array(ROW, signs).tobytes()
        known = self._memory.get(mark)
        if known is None:
            known = self._added_up(texts, signs, words, of_words)
            self._memory.keep(mark, known)
        return known

    def _added_up(self, texts: list[str], signs: list[int], words: str, of_words: bytes) -> int:
        """The same of a sentence that is not known yet; `words` are its texts, a line each."""
        shorter = words[: len(words) - len(texts[-1]) - 1] if len(texts) > 1 else ""
        before = self._growing.get(self._memory.mark(shorter)) if shorter else None
        lasting, of_end = sentence_rows(texts) if before is None else added_rows(texts)
        before = before or _NOTHING
        there = set(array(ROW, before.rows))
        fresh = lasting - there
        held = Held(before.rows + array(ROW, fresh).tobytes(), before.says + self._table.sum(fresh))
        self._growing.keep(of_words, held)
        return held.says + self._table.sum({*of_end, *signs} - there - fresh)
