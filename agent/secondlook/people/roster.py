"""The keyed index of names: built from people, asked by hash. On disk and in memory there is no readable name.

Two stages: a table of name tokens (with all that one typo makes of them), and a table of which given token goes with
which family token. A look-up costs a few binary searches whatever the number of students. Files are `index_file.py`'s.
"""

from __future__ import annotations

import string
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from secondlook.people.id_numbers import plain_id
from secondlook.people.keyed_hash import KeyedHash
from secondlook.people.name_parts import family_tokens, given_tokens
from secondlook.people.person import RosterPerson

GIVEN, FAMILY, MIDDLE = 1, 2, 4
"""Flags of a token: somebody's given, family or middle name, or several of these."""
SHORTEST_FUZZY, SHORTEST_GAP = 5, 4
"""Letters a token needs before one typo in it is forgiven, and before it is with more proof; shorter names turn into
each other."""
GAP_BITS = 24
"""Low bits of a gap entry that hold the token's place; the upper 40 are the hash. Room for 16 million tokens."""
SHORTEST_HANDLE = 5


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
        gaps: for tokens of `SHORTEST_GAP` letters: the hash with one letter left out, and the place in `tokens`.
        handles: local parts of e-mail addresses.
        numbers: state and local ids.

    """

    hashes: KeyedHash = field(repr=False)
    people: int = 0
    ends: date | None = None
    email_domains: tuple[str, ...] = ()
    tokens: array[int] = field(default_factory=_no_numbers, repr=False)
    flags: bytes = field(default=b"", repr=False)
    pairs: array[int] = field(default_factory=_no_numbers, repr=False)
    gaps: array[int] = field(default_factory=_no_numbers, repr=False)
    handles: array[int] = field(default_factory=_no_numbers, repr=False)
    numbers: array[int] = field(default_factory=_no_numbers, repr=False)

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

    def has_id(self, number: int) -> bool:
        """Whether somebody has the state or local id with this hash."""
        return _contains(self.numbers, number)

    def with_gap(self, word: str, place: int, flag: int) -> dict[int, None]:
        """Hashes of tokens with `flag` that become `word` when the letter at `place` is left out."""
        found: dict[int, None] = {}
        gap = self.hashes.gap(word, place) >> GAP_BITS << GAP_BITS
        at = bisect_left(self.gaps, gap)
        while at < len(self.gaps) and self.gaps[at] >> GAP_BITS << GAP_BITS == gap:
            token = self.gaps[at] & (1 << GAP_BITS) - 1
            if self.flags[token] & flag:
                found[self.tokens[token]] = None
            at += 1
        return found


def _contains(numbers: array[int], number: int) -> bool:
    place = bisect_left(numbers, number)
    return place < len(numbers) and numbers[place] == number


class _Draft:
    """What is gathered before it is sorted. Holds readable tokens, for as long as the building takes."""

    def __init__(self, key: bytes) -> None:
        self.hashes = KeyedHash(key)
        self.flags: dict[str, int] = {}
        self.known: dict[str, int] = {}
        self.pairs: set[int] = set()
        self.handles: set[int] = set()
        self.numbers: set[int] = set()
        self.domains: dict[str, int] = {}
        self.seconds: set[tuple[str, str]] = set()
        self._paired: set[tuple[str, str]] = set()
        # The same names come again and again; these memories end with the building.
        self.given_tokens = lru_cache(maxsize=1 << 16)(given_tokens)
        self.family_tokens = lru_cache(maxsize=1 << 16)(family_tokens)

    def token(self, word: str, flag: int) -> None:
        """Note a token with its flag."""
        self.flags[word] = self.flags.get(word, 0) | flag
        if word not in self.known:
            self.known[word] = self.hashes.token(word)

    def pair(self, given: str, family: str) -> None:
        """Note that somebody carries these two names, and so their initials."""
        if (given, family) in self._paired:
            return
        self._paired.add((given, family))
        one, two = self.known[given], self.known[family]
        self.pairs.add(self.hashes.pair(one, two))
        for kind, first, second in (("1", given[0], family), ("2", given, family[0])):
            if (kind + first, second) not in self._paired:
                self._paired.add((kind + first, second))
                hashed = (
                    self.hashes.initial_family(first, two) if kind == "1" else self.hashes.given_initial(one, second)
                )
                self.pairs.add(hashed)


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
    draft = _Draft(key)
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
    return RosterIndex(
        hashes=draft.hashes,
        people=count,
        ends=ends,
        email_domains=tuple(sorted(draft.domains, key=lambda domain: (-draft.domains[domain], domain))[:20]),
        tokens=array("Q", (draft.known[word] for word in words)),
        flags=bytes(draft.flags[word] for word in words),
        pairs=array("Q", sorted(draft.pairs)),
        gaps=array("Q", sorted(_gaps(draft.hashes, words))),
        handles=array("Q", sorted(draft.handles)),
        numbers=array("Q", sorted(draft.numbers)),
    )


def _add_person(draft: _Draft, person: RosterPerson) -> None:
    """Add all the ways to pair one person's given and family names, their address and their ids."""
    middle = draft.given_tokens(person.middle, person.preferred_middle)
    called = draft.given_tokens(person.given, person.preferred_given)
    families = draft.family_tokens(person.family, person.preferred_family)
    for words, flag in ((called, GIVEN), (middle, MIDDLE), (families, FAMILY)):
        for word in words:
            draft.token(word, flag)
    draft.seconds.update((word, other) for word in called for other in middle if word != other)
    for given in (*called, *middle):
        for family in families:
            draft.pair(given, family)
    local = "".join(filter(str.isalnum, person.email_local))
    if len(local) >= SHORTEST_HANDLE:
        draft.handles.add(draft.hashes.handle(local))
    if person.email_domain:
        draft.domains[person.email_domain] = draft.domains.get(person.email_domain, 0) + 1
    draft.numbers.update(draft.hashes.number(plain) for plain in map(plain_id, person.ids) if plain)


def _gaps(hashes: KeyedHash, words: list[str]) -> Iterator[int]:
    """What is left of each long enough token when one letter (not the first) goes, hashed, with the token's place."""
    for place, word in enumerate(words):
        if len(word) >= SHORTEST_GAP and word[0] in string.ascii_lowercase:
            for index in range(1, min(len(word), 40)):
                gap = hashes.gap(word[:index] + word[index + 1 :], index)
                yield gap >> GAP_BITS << GAP_BITS | place
