"""A progress bar on stderr where a person watches, and nothing where none does. Called by commands that take a while."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

_WIDTH = 30
Tell = Callable[[int, int], None]


@contextmanager
def progress_bar() -> Iterator[Tell | None]:
    """Something to tell "so many of so many" to; None when stderr is no terminal. Rubbed out at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    try:
        yield draw
    finally:
        sys.stderr.write(f"\r{' ' * 79}\r")
        sys.stderr.flush()


def draw(done: int, total: int, what: str = "") -> None:
    """One state of the bar, over the last one."""
    filled = _WIDTH * done // max(1, total)
    line = f"[{'#' * filled}{'.' * (_WIDTH - filled)}] {done:,} of {total:,}{': ' + what if what else ''}"
    sys.stderr.write(f"\r{line:<79.79}")
    sys.stderr.flush()
