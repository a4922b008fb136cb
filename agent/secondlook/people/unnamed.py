"""Texts in which nobody of a roster is named, remembered while they grow: then only the new word has to be asked about.

Remembered is a keyed hash of the text so far, nothing else. A word is let through only when it can change nothing: nobody
is called so or by a short form of it, no family name begins with it, and it holds no handle and no name written together.
Called by `RosterNames`.
"""

from __future__ import annotations

from collections.abc import Sequence

from secondlook.detection.fold import Folded
from secondlook.keyed_memory import KeyedMemory
from secondlook.people.name_reading import BEGINNINGS, Spelling
from secondlook.people.tokens import words_of
from secondlook.people.words import Words
from secondlook.people.written_together import MAYBE_HANDLE, SHORTEST_JOINED

REMEMBERED = 200
"""States of texts; one that grows needs only the last."""


class Unnamed:
    """What was without a name so far. Thread-safe.

    Args:
        indexes: all that are asked.

    """

    def __init__(self, indexes: Sequence[Words]) -> None:
        self._indexes = indexes
        self._memory: KeyedMemory[bool] = KeyedMemory(REMEMBERED)

    def still(self, folded: Folded) -> bool:
        """Whether the text is known to name nobody up to its last word, and that word brings no name."""
        text = folded.text
        cut = text.rstrip().rfind(" ")
        if cut < 1 or self._memory.get(self._memory.mark(folded.original[: folded.starts[cut]])) is None:
            return False
        if folded.spellings() or not self._adds_nobody(text[cut:]):
            return False
        self._keep(folded)
        return True

    def note(self, spellings: Sequence[Spelling]) -> None:
        """Remembers a text in which the search found no name, if it is certain that none has begun."""
        (first, *others) = spellings
        text = first.folded.text
        if others or first.begins or MAYBE_HANDLE.search(text):
            return
        if not any(known.flag or known.nicks for words in self._indexes for known in words.all_of(first.texts)):
            self._keep(first.folded)

    def _keep(self, folded: Folded) -> None:
        self._memory.keep(self._memory.mark(folded.original), True)  # noqa: FBT003 - that it is known is all there is to say

    def _adds_nobody(self, tail: str) -> bool:
        if MAYBE_HANDLE.search(tail):
            return False
        words = words_of(tail)
        return BEGINNINGS.isdisjoint(words) and not any(
            known.flag or known.nicks or (not known.everyday and len(word) >= SHORTEST_JOINED)
            for index in self._indexes
            for word, known in zip(words, index.all_of(words), strict=True)
        )
