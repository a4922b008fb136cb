"""Rows as whole numbers: their sums are NumPy's."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from secondlook.detection.packed_rows import PackedRows

TABLE = np.random.default_rng(5).integers(-128, 128, size=(200, 7), dtype=np.int8)
PACKED = PackedRows(TABLE)


@given(st.lists(st.integers(0, 199), max_size=2_000), st.lists(st.integers(0, 199), max_size=50))
def test_sums_are_those_of_the_table(some: list[int], more: list[int]):
    """Of no rows, of few and of very many, and the sum of two sums is their sum."""
    total = PACKED.sum(some) + PACKED.sum(more)
    wanted = TABLE[some + more].sum(axis=0, dtype=int).tolist()
    assert PACKED.each(total) == wanted
    assert [PACKED.of(column, total) for column in range(7)] == wanted


def test_the_most_a_lane_has_room_for():
    """Thousands of rows of the largest number spill into no other lane."""
    packed = PackedRows(np.array([[127, -128]], dtype=np.int8))
    assert packed.each(packed.sum([0] * 60_000)) == [127 * 60_000, -128 * 60_000]


def test_one_column_row_by_row():
    """As the table has it."""
    worth = PACKED.worth(3)
    assert [worth(row) for row in range(200)] == TABLE[:, 3].tolist()
