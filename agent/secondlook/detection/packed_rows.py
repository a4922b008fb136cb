"""The judge's table with every row as one whole number, so that one addition adds up all kinds: sooner than NumPy for a sentence's few rows.

A number has a lane for each kind and one that counts the rows. What a lane holds is `ZERO` more than the table says, so that none
is negative and no lane borrows from the next. Pure. Called by `word_sums.py` and, to read the sums, by `kind_judge.py`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import numpy as np

ZERO = 128
"""Added to a table's smallest possible number it is nothing."""
LANE = 3
"""Bytes of a lane: room for the sum of 65,000 rows, and a piece of a text (`detect.PIECE`) has a tenth of that."""
_BITS, _MASK = 8 * LANE, (1 << 8 * LANE) - 1


class PackedRows:
    """The rows and their sums. A sum is a whole number, the sum of two sums is their sum.

    Args:
        table: rows by kinds, of NumPy's `int8`.

    """

    def __init__(self, table: Any) -> None:
        self.shape: tuple[int, int] = table.shape
        rows, kinds = self.shape
        lanes = np.zeros((rows, kinds + 1, LANE), dtype=np.uint8)
        lanes[:, :kinds, 0] = table.astype(np.int16) + ZERO
        lanes[:, kinds, 0] = 1
        self._rows: bytes = lanes.tobytes()
        self._width: int = (kinds + 1) * LANE
        self._shifts = [_BITS * kind for kind in range(kinds)]
        self._count: int = _BITS * kinds

    def sum(self, rows: Iterable[int]) -> int:
        """What these rows say together."""
        table, width, number, total = self._rows, self._width, int.from_bytes, 0
        for row in rows:
            start = row * width
            total += number(table[start : start + width], "little")
        return total

    def each(self, total: int) -> list[int]:
        """What a sum says of each kind, in the order of the table's columns."""
        nothing = (total >> self._count) * ZERO
        return [(total >> shift & _MASK) - nothing for shift in self._shifts]

    def of(self, column: int, total: int) -> int:
        """What a sum says in one column."""
        return (total >> self._shifts[column] & _MASK) - (total >> self._count) * ZERO

    def worth(self, column: int) -> Callable[[int], int]:
        """What each row says in one column, by its number."""
        rows, width, place = self._rows, self._width, column * LANE
        return lambda row: rows[row * width + place] - ZERO
