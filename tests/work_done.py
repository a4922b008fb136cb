"""How much work something does, counted and not timed: a busy machine changes no count.

Used by the tests of how work grows; what it takes in seconds is measured by tests/bench alone. It sees Python's calls, not the
steps inside of one call (a pattern's own backtracking): for those there are the longest hostile texts.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType


def calls_of(act: Callable[[], object]) -> int:
    """How many functions are called, of Python's own and of C, while `act` runs in this thread."""
    count = 0

    def seen(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(seen)
    try:
        act()
    finally:
        sys.setprofile(before)
    return count
