"""Writes and reads the index file: a JSON header, then the arrays as little-endian numbers, then a keyed checksum.

No readable name goes in. A write is atomic (a new file, then `os.replace`), so a check that runs meanwhile reads the
old index or the new one whole. Called by the command line, the checker and the district builder.
"""

from __future__ import annotations

import contextlib
import hashlib
import hmac
import json
import os
import sys
import tempfile
from array import array
from datetime import date
from pathlib import Path

from secondlook.errors import BadRosterError
from secondlook.people.keyed_hash import KeyedHash
from secondlook.people.roster import RosterIndex

_MAGIC = b"SECONDLOOK-ROSTER-2\n"
_ARRAYS = (("tokens", "Q"), ("pairs", "Q"), ("gaps", "Q"), ("handles", "Q"), ("numbers", "Q"), ("flags", "B"))
"""Widest first, so that every array starts at a multiple of its width."""
_LARGEST_HEADER = 1 << 20


def save_index(index: RosterIndex, path: Path, key: bytes) -> None:
    """Write an index, readable by its owner only, in place of whatever stood there.

    Args:
        index: what to write.
        path: where; its folder is made when it is missing.
        key: the key it was built with; it seals the checksum.

    """
    bodies = [_pack(array(code, getattr(index, name))) for name, code in _ARRAYS]
    header = json.dumps(
        {
            "people": index.people,
            "ends": index.ends.isoformat() if index.ends else None,
            "email_domains": index.email_domains,
            "sizes": {name: len(getattr(index, name)) for name, _ in _ARRAYS},
        }
    ).encode()
    content = b"".join((_MAGIC, len(header).to_bytes(4, "little"), header, *bodies))
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name, suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.write(_seal(content, key))
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(temporary).unlink()
        raise


def load_index(path: Path, key: bytes) -> RosterIndex:
    """Read an index.

    Raises:
        BadRosterError: missing, cut short, altered, of another version, or sealed with another key.

    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadRosterError(f"{path.name}: cannot be opened ({error.strerror}).") from error
    if not content.startswith(_MAGIC):
        raise BadRosterError(f"{path.name}: not a roster index of this version; import the roster again.")
    body, seal = content[:-32], content[-32:]
    if not hmac.compare_digest(seal, _seal(body, key)):
        raise BadRosterError(f"{path.name}: damaged, or made with another key; import the roster again.")
    start = len(_MAGIC) + 4
    size = int.from_bytes(body[len(_MAGIC) : start], "little")
    header = json.loads(body[start : start + min(size, _LARGEST_HEADER)])
    arrays: dict[str, array[int]] = {}
    place = start + size
    for name, code in _ARRAYS:
        width = array(code).itemsize
        length = header["sizes"][name] * width
        arrays[name] = _unpack(body[place : place + length], code)
        place += length
    return RosterIndex(
        hashes=KeyedHash(key),
        people=header["people"],
        ends=date.fromisoformat(header["ends"]) if header["ends"] else None,
        email_domains=tuple(header["email_domains"]),
        tokens=arrays["tokens"],
        flags=arrays["flags"].tobytes(),
        pairs=arrays["pairs"],
        gaps=arrays["gaps"],
        handles=arrays["handles"],
        numbers=arrays["numbers"],
    )


def _seal(content: bytes, key: bytes) -> bytes:
    return hashlib.blake2b(content, key=key, digest_size=32, person=b"roster-file").digest()


def _pack(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _unpack(content: bytes, code: str) -> array[int]:
    numbers: array[int] = array(code)
    numbers.frombytes(content)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
