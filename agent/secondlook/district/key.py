"""The district's roster key on a laptop: where it is found, who may read it, and how it comes into the keyring.

The key file is not part of the district folder. Whoever can read both can try names out, so the file is refused when
everybody on the computer may read it. Called by `in_use.py` and by `secondlook district take-key`.
"""

from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

from secondlook.config import DistrictPlace
from secondlook.district.manifest import BadDistrictError
from secondlook.district.ownership import owners
from secondlook.district.windows_rights import descriptor_of, open_to_all
from secondlook.errors import KeyUnavailableError
from secondlook.key_file import parse_key, read_key_file
from secondlook.keys import Keys

CLOSED = 0o037
"""A group, of staff, may read the file; nobody else may, and nobody but its owner may write it."""


def key_id(key: bytes) -> str:
    """16 hex digits that tell one key from another and nothing about it."""
    return hashlib.blake2b(b"district-key-id", key=key, digest_size=8).hexdigest()


def find_key(wanted: str, place: DistrictPlace, keys: Keys, *, take: bool) -> bytes:
    """The key with this id: from the keyring, else from the key file, from where it is taken into the keyring.

    Args:
        wanted: the id in the manifest.
        place: where the file may lie.
        keys: of the person's home.
        take: False = only look.

    Raises:
        BadDistrictError: it is in neither; the sentence says what to do.

    """
    held = next((key for key in keys.handed() if key_id(key) == wanted), None)
    if held is not None:
        return held
    try:
        key = read_district_key(place)
    except FileNotFoundError:
        raise BadDistrictError(
            f"The roster's key ({wanted}) is not in the keyring, and there is no key file {place.key}."
        ) from None
    except PermissionError:
        raise BadDistrictError(
            f"The key file {place.key} may not be read by you. Ask IT to add you to the group that may."
        ) from None
    if key_id(key) != wanted:
        raise BadDistrictError(f"The key file {place.key} holds another key than the roster's ({wanted}).")
    if take:
        keys.take(key)
    return key


def read_district_key(place: DistrictPlace) -> bytes:
    """The key in the delivered file.

    Raises:
        BadDistrictError: its rights are too wide, or it holds no key.
        FileNotFoundError, PermissionError: it is not there, or not for this person.

    """
    if not os.access(place.key, os.R_OK):
        # The reader below makes one error of many; these two have a next step of their own.
        place.key.lstat()
        raise PermissionError
    if sys.platform == "win32":
        return _read_plain(place.key)
    try:
        return read_key_file(place.key, owners(place.owner) | {os.getuid()}, CLOSED)
    except KeyUnavailableError as error:
        raise BadDistrictError(error.sentence) from None


def _read_plain(path: Path) -> bytes:
    """On Windows, where the access list says who may read: docs/admin/district.md sets it."""
    if open_to_all(descriptor_of(path)):
        raise BadDistrictError(f"Everybody may read the key file {path}; let only administrators and a group of staff.")
    key = parse_key(path.read_bytes()[:200])
    if key is None:
        raise BadDistrictError(f"The key file {path} is damaged. Deliver it again.")
    return key
