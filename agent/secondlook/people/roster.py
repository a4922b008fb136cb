"""The keyed index of names: built from people, asked by hash. On disk and in memory there is no readable name.

Two stages: a table of name tokens (with all that one typo makes of them), and a table of which given token goes with
which family token. A look-up costs a few binary searches whatever the number of students. Files are `index_file.py`'s.
"""

from __future__ import annotations

import string
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from secondlook.people.keyed_hash import KeyedHash
from secondlook.people.name_parts import family_tokens, given_tokens
from secondlook.people.person import RosterPerson

GIVEN, FAMILY, MIDDLE = 1, 2, 4
"""Flags of a token: somebody's given, family or middle name, or several of these."""
SHORTEST_FUZZY = 5
"""Letters a token needs before one typo in it is forgiven; shorter names turn into each other."""


def _no_numbers() -> array[int]:
    return array("Q")


@dataclass(frozen=True, slots=True)
class RosterIndex:
    """Sorted arrays of 64-bit keyed hashes.

    Attributes:
        people: how many people it was built from.
        ends: last day it may be used, or None.
        email_domains: mail domains seen in the export, most frequent first.
        tokens, flags: hash and flags of each name token.
        pairs: given with family, initial with family, given with initial.
        gaps, gap_tokens: for tokens of `SHORTEST_FUZZY` letters: hash with one letter left out -> place in `tokens`.
        handles: local parts of e-mail addresses.

    """

    hashes: KeyedHash = field(repr=False)
    people: int = 0
    ends: date | None = None
    email_domains: tuple[str, ...] = ()
    tokens: array[int] = field(default_factory=_no_numbers, repr=False)
    flags: bytes = field(default=b"", repr=False)
    pairs: array[int] = field(default_factory=_no_numbers, repr=False)
    gaps: array[int] = field(default_factory=_no_numbers, repr=False)
    gap_tokens: array[int] = field(default_factory=_no_numbers, repr=False)
    handles: array[int] = field(default_factory=_no_numbers, repr=False)

    def flag(self, token: int) -> int:
        """The flags of a token hash, 0 when it is in nobody's name."""
        place = bisect_left(self.tokens, token)
        return self.flags[place] if place < len(self.tokens) and self.tokens[place] == token else 0

    def has_pair(self, pair: int) -> bool:
        """Whether somebody carries this pair of names or initial."""
        return _contains(self.pairs, pair)

    def has_handle(self, handle: int) -> bool:
        """Whether somebody's e-mail address has this local part."""
        return _contains(self.handles, handle)

    def near(self, word: str, flag: int) -> list[int]:
        """Hashes of tokens with `flag` that are one typo away from a folded word.

        A typo is a letter more, a letter less, another letter, or two neighbours swapped. A changed first letter is not forgiven: it makes another name (Jason, Mason).
        """
        found: dict[int, None] = {}
        if len(word) >= SHORTEST_FUZZY:
            swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
            longer = (word[:i] + word[i + 1 :] for i in range(1, len(word)))
            for other in (*swapped, *longer):
                if other != word and self.flag(token := self.hashes.token(other)) & flag:
                    found[token] = None
            for place in range(1, len(word)):
                self._collect(self.hashes.gap(word[:place] + word[place + 1 :], place), flag, found)
        if len(word) >= SHORTEST_FUZZY - 1:
            for place in range(1, len(word) + 1):
                self._collect(self.hashes.gap(word, place), flag, found)
        return list(found)

    def _collect(self, gap: int, flag: int, found: dict[int, None]) -> None:
        """Add the tokens behind one gap hash."""
        place = bisect_left(self.gaps, gap)
        while place < len(self.gaps) and self.gaps[place] == gap:
            token = self.gap_tokens[place]
            if self.flags[token] & flag:
                found[self.tokens[token]] = None
            place += 1


def _contains(numbers: array[int], number: int) -> bool:
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number


@dataclass(slots=True)
class _Draft:
    """What is gathered before it is sorted. Holds readable tokens, for as long as the building takes."""

    hashes: KeyedHash
    flags: dict[str, int] = field(default_factory=dict)
    pairs: set[int] = field(default_factory=set)
    handles: set[int] = field(default_factory=set)
    domains: dict[str, int] = field(default_factory=dict)
    seconds: set[tuple[str, str]] = field(default_factory=set)
    known: dict[str, int] = field(default_factory=dict)

    def token(self, word: str, flag: int = 0) -> int:
        """The hash of a token, remembered with its flag."""
        if flag:
            self.flags[word] = self.flags.get(word, 0) | flag
        if word not in self.known:
            self.known[word] = self.hashes.token(word)
        return self.known[word]


def build_index(
    people: Iterable[RosterPerson],
    key: bytes,
    *,
    ends: date | None = None,
    progress: Callable[[int], None] | None = None,
) -> RosterIndex:
    """Build the index of these people's names.

    Args:
        people: students, or staff; choose before (`roster_files.select`).
        key: 16 to 64 bytes; the same key is needed to ask.
        ends: last day the index may be used.
        progress: called with the number of people done, every thousand.

    """
    draft = _Draft(KeyedHash(key))
    count = 0
    for count, person in enumerate(people, 1):
        _add_person(draft, person)
        if progress and count % 1000 == 0:
            progress(count)
    for word, middle in draft.seconds:
        # Exports often push the first of two family names into the middle-name column.
        if draft.flags[middle] & FAMILY:
            draft.pairs.add(draft.hashes.pair(draft.known[word], draft.known[middle]))
    words = sorted(draft.flags, key=draft.known.__getitem__)
    gaps = sorted(_gaps(draft.hashes, words))
    return RosterIndex(
        hashes=draft.hashes,
        people=count,
        ends=ends,
        email_domains=tuple(sorted(draft.domains, key=lambda domain: (-draft.domains[domain], domain))[:20]),
        tokens=array("Q", (draft.known[word] for word in words)),
        flags=bytes(draft.flags[word] for word in words),
        pairs=array("Q", sorted(draft.pairs)),
        gaps=array("Q", (gap for gap, _ in gaps)),
        gap_tokens=array("I", (place for _, place in gaps)),
        handles=array("Q", sorted(draft.handles)),
    )


def _add_person(draft: _Draft, person: RosterPerson) -> None:
    """Add all the ways to pair one person's given and family names."""
    hashes = draft.hashes
    middle = given_tokens(person.middle, person.preferred_middle)
    called = given_tokens(person.given, person.preferred_given)
    families = family_tokens(person.family, person.preferred_family)
    givens = {word: draft.token(word, GIVEN) for word in called}
    givens |= {word: draft.token(word, MIDDLE) for word in middle}
    draft.seconds.update((word, other) for word in called for other in middle if word != other)
    for word, family in ((word, draft.token(word, FAMILY)) for word in families):
        for given in givens.values():
            draft.pairs.add(hashes.pair(given, family))
        for first in {word[0] for word in givens}:
            draft.pairs.add(hashes.initial_family(first, family))
        for given in givens.values():
            draft.pairs.add(hashes.given_initial(given, word[0]))
    local = "".join(filter(str.isalnum, person.email_local))
    if len(local) >= SHORTEST_FUZZY:
        draft.handles.add(hashes.handle(local))
    if person.email_domain:
        draft.domains[person.email_domain] = draft.domains.get(person.email_domain, 0) + 1


def _gaps(hashes: KeyedHash, words: list[str]) -> Iterable[tuple[int, int]]:
    """Hash what is left of each long enough token when one letter (not the first) goes; with the token's place."""
    for place, word in enumerate(words):
        if len(word) >= SHORTEST_FUZZY and word[0] in string.ascii_lowercase:
            for index in range(1, min(len(word), 40)):
                yield hashes.gap(word[:index] + word[index + 1 :], index), place
