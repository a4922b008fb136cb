"""Who is named in a text, remembered while it grows: then only the new word has to be asked about.

Remembered are offsets and forms under a keyed hash of the text so far, no word. A word is let through only when it can
change nothing: nobody is called so or by a short form of it, it ends no family name that begins before it, it is no
misspelt name, and it holds no handle and no name written together. Called by `RosterNames`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from secondlook.detection.fold import Folded
from secondlook.detection.names import NameHit
from secondlook.keyed_memory import KeyedMemory
from secondlook.people.name_reading import BEGINNINGS, Spelling
from secondlook.people.pairs import REACH
from secondlook.people.roster import FAMILY
from secondlook.people.tokens import words_of
from secondlook.people.words import Known, Words
from secondlook.people.written_together import MAYBE_HANDLE, SHORTEST_JOINED

REMEMBERED = 200
"""States of texts; one that grows needs only the last."""
_END = re.compile(r"[.!?\n]")
"""After it two everyday words may turn out to have been a question and no name ("Will Day 3 be cancelled?")."""


class Named(NamedTuple):
    """What is known of a text.

    Attributes:
        hits: the names in it, exceptions not yet taken out.
        since: how many words stand after the last that is a name, or a short form of one; None where none is.

    """

    hits: tuple[NameHit, ...]
    since: int | None


class NamedSoFar:
    """Who was named so far. Thread-safe.

    Args:
        indexes: all that are asked.

    """

    def __init__(self, indexes: Sequence[Words]) -> None:
        self._indexes = indexes
        self._memory: KeyedMemory[Named] = KeyedMemory(REMEMBERED)

    def still(self, folded: Folded) -> tuple[NameHit, ...] | None:
        """The names of the text where they are known up to its last word and that word changes nothing, else None."""
        text, original = folded.text, folded.original
        cut = text.rstrip().rfind(" ")
        before = original[: folded.starts[cut]] if cut > 0 else ""
        named = self._memory.get(self._memory.mark(before)) if before else None
        if named is None or folded.spellings():
            return None
        # Who never types capitals may mean a name by a small word, so the first capital may change what was found.
        if named.since is not None and before.islower() != original.islower():
            return None
        words = words_of(text[cut:])
        if not self._adds_nobody(text[:cut], text[cut:], words, named.since):
            return None
        since = None if named.since is None else named.since + len(words)
        self._memory.keep(self._memory.mark(original), Named(named.hits, since))
        return named.hits

    def note(self, spellings: Sequence[Spelling], hits: Sequence[NameHit]) -> None:
        """Remembers the names found in a text that can be read in one way only."""
        (first, *others) = spellings
        if not others:
            self._memory.keep(
                self._memory.mark(first.folded.original), Named(tuple(hits), self._since(first.texts, hits))
            )

    def _since(self, texts: list[str], hits: Sequence[NameHit]) -> int | None:
        """How many of the words stand after the last that any index knows for a name; None where none is, alone or written together."""
        named = [
            place
            for words in self._indexes
            for place, known in enumerate(words.all_of(texts))
            if known.flag or known.nicks
        ]
        if named:
            return len(texts) - 1 - max(named)
        return 0 if hits else None

    def _adds_nobody(self, before: str, tail: str, words: list[str], since: int | None) -> bool:
        """Whether the words of the tail leave all as it is; `since` as in `Named`."""
        last = words_of(before[before.rfind(" ") + 1 :])
        if not last or MAYBE_HANDLE.search(tail) or (since is not None and _END.search(tail)):
            return False
        near, row = since is not None and since < REACH, [last[-1], *words]
        if near and any(len(word) == 1 for word in row):  # a letter may be an initial
            return False
        pairs = [one + two for one, two in pairwise(row) if one in BEGINNINGS]
        return all(
            all(_is_nobody(word, known, near=near) for word, known in zip(words, index.all_of(words), strict=True))
            and not any(index[pair].flag & FAMILY for pair in pairs)
            for index in self._indexes
        )


def _is_nobody(word: str, known: Known, *, near: bool) -> bool:
    """Whether a word is no name; near a name it must be one of every day, as any other may be a name misspelt."""
    return known.nothing or not (near or known.flag or known.nicks or len(word) >= SHORTEST_JOINED)
