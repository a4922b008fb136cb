"""Remembers what was worked out of a text, under a keyed hash of that text, so that typing on does not work it out again.

Holds no text: the key is drawn at random for each memory and dies with it, and what is remembered must be offsets,
scores and the like. Bounded: the longest unused entry goes first. Called by detection (names off the roster) and people
(names on it).
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections import OrderedDict
from typing import Generic, TypeVar

T = TypeVar("T")


class KeyedMemory(Generic[T]):
    """At most `most` results by text. Thread-safe."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._start = hashlib.blake2b(digest_size=16, key=secrets.token_bytes(32))
        self._kept: OrderedDict[bytes, T] = OrderedDict()
        self._lock = threading.Lock()

    def __repr__(self) -> str:
        return f"KeyedMemory({len(self._kept)} of {self._most})"

    def mark(self, text: str) -> bytes:
        """The keyed hash of a text, under which its result is kept."""
        state = self._start.copy()
        state.update(text.encode("utf-8", "surrogatepass"))
        return state.digest()

    def get(self, mark: bytes) -> T | None:
        """What was kept under a mark, or None."""
        with self._lock:
            found = self._kept.get(mark)
            if found is not None:
                self._kept.move_to_end(mark)
            return found

    def keep(self, mark: bytes, result: T) -> None:
        """Keep a result; the one unused for longest makes room."""
        with self._lock:
            self._kept[mark] = result
            if len(self._kept) > self._most:
                self._kept.popitem(last=False)

    def forget(self) -> None:
        """Let everything go."""
        with self._lock:
            self._kept.clear()
