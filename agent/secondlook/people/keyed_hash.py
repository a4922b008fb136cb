"""Keyed 64-bit BLAKE2b hashes: how names are kept without a readable name.

Names can be guessed, so this is keyed pseudonymisation, not anonymity: it protects while the key in the keyring does.
Called by the index, the search and, for exceptions ("not a student"), by the checker. Holds nothing.
"""

from __future__ import annotations

import hashlib

from secondlook.people.name_forms import whole_form


class KeyedHash:
    """Hashes bytes under one key. `__call__` returns an unsigned 64-bit number."""

    def __init__(self, key: bytes) -> None:
        self._start = hashlib.blake2b(digest_size=8, key=key)

    def __repr__(self) -> str:
        return "KeyedHash()"

    def __call__(self, content: bytes) -> int:
        """Hash any bytes to an unsigned 64-bit number."""
        state = self._start.copy()
        state.update(content)
        return int.from_bytes(state.digest(), "little")

    def token(self, word: str) -> int:
        """A name token, already folded."""
        return self(b"t" + word.encode("utf-8", "surrogatepass"))

    def pair(self, given: int, family: int) -> int:
        """A given name and a family name of one person, as token hashes."""
        return self(b"p" + given.to_bytes(8, "little") + family.to_bytes(8, "little"))

    def initial_family(self, initial: str, family: int) -> int:
        """The first letter of a given name, with a family name."""
        return self(b"i" + initial.encode("utf-8", "surrogatepass") + family.to_bytes(8, "little"))

    def given_initial(self, given: int, initial: str) -> int:
        """A given name, with the first letter of a family name."""
        return self(b"l" + initial.encode("utf-8", "surrogatepass") + given.to_bytes(8, "little"))

    def gap(self, word: str, place: int) -> int:
        """A token with the letter at `place` left out (or a token that may lack one there), for one-typo matches."""
        return self(bytes((ord("d"), place & 0xFF)) + word.encode("utf-8", "surrogatepass"))

    def handle(self, handle: str) -> int:
        """The local part of an e-mail address, letters and digits only."""
        return self(b"h" + handle.encode("utf-8", "surrogatepass"))

    def number(self, number: str) -> int:
        """A state or local id in the spelling of `id_numbers.plain_id`."""
        return self(b"n" + number.encode("utf-8", "surrogatepass"))


def name_hash(key: bytes, name: str) -> str:
    """Hash a name or handle for an exception: 16 hex digits, blind to case, accents and signs."""
    return f"{KeyedHash(key)(b'x' + whole_form(name).encode('utf-8', 'surrogatepass')):016x}"
