"""Times two sides on the same posts, turn by turn in one run, so that a busy machine is busy for both.

Ratios are taken from the processor time of this thread, which other programs disturb less; p50 and p99 are of the clock
on the wall, as a person waits. Knows no detector. Called by `bench.py`.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

Check = Callable[[str], object]


@dataclass
class Side:
    """One side's times.

    Attributes:
        before: called before each text, outside the time; forgets what an earlier round may have left.
        cpu, wall: milliseconds, a text each.
    """

    check: Check
    before: Callable[[], None] = lambda: None
    cpu: list[float] = field(default_factory=list)
    wall: list[float] = field(default_factory=list)

    def time(self, text: str) -> None:
        """One text."""
        self.before()
        cpu, wall = time.thread_time(), time.perf_counter()
        self.check(text)
        self.cpu.append((time.thread_time() - cpu) * 1e3)
        self.wall.append((time.perf_counter() - wall) * 1e3)

    def percentile(self, share: float) -> float:
        """The time under which this share of the texts stays, in milliseconds on the wall."""
        ordered = sorted(self.wall)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share))]

    @property
    def mean(self) -> float:
        """Milliseconds of the processor a text."""
        return statistics.fmean(self.cpu)


def interleave(blocks: Iterable[list[str]], *sides: Side) -> None:
    """Each block of texts on each side, the first side changing from block to block.

    A block is what one person would check without a break, so that no side finds its caches emptied at every text.
    """
    for number, block in enumerate(blocks):
        turn = number % len(sides)
        for side in (*sides[turn:], *sides[:turn]):
            for text in block:
                side.time(text)


def in_blocks(texts: list[str], size: int = 20) -> list[list[str]]:
    """Texts in blocks of so many."""
    return [texts[start : start + size] for start in range(0, len(texts), size)]


def typed(text: str) -> list[str]:
    """The text as it grows a word at a time, each state as a check sees it at the pause after the word."""
    words = text.split(" ")
    return [" ".join(words[:count]) for count in range(1, len(words) + 1)]
