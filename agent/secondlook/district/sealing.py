"""Seals rosters: exports in, a folder of keyed indexes without a readable name out, and the key as a file apart from it.

The same key is used again when its file is there, so that a new roster needs no new key on the laptops. Called by
`secondlook roster seal`; `build.py` reads what is made here.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from secondlook.district.content import STAFF, STUDENTS
from secondlook.district.key import key_id
from secondlook.district.manifest import BadDistrictError, RosterNote
from secondlook.district.replacing import replacing
from secondlook.key_file import KEY_BYTES, parse_key
from secondlook.people.index_file import save_index
from secondlook.people.person import RosterReport
from secondlook.rosters import ImportOptions, RosterKind, read_exports

NOTE = "roster.json"
_FILES: dict[RosterKind, str] = {"student": STUDENTS, "staff": STAFF}


@dataclass(frozen=True)
class Sealed:
    """What was made.

    Attributes:
        key_file: where the key lies.
        new_key: whether it is a new one, which the laptops need before the roster.

    """

    reports: tuple[RosterReport, ...]
    note: RosterNote
    folder: Path
    key_file: Path
    new_key: bool


def key_file_of(folder: Path) -> Path:
    """Where the key of a sealed roster lies unless said otherwise: beside the folder, never in it."""
    return folder.with_name(f"{folder.name}.key")


def seal_rosters(
    files: Iterable[tuple[Path, RosterKind]], out: Path, options: ImportOptions, key_file: Path | None = None
) -> Sealed:
    """Read exports and write the sealed folder, whole or not at all.

    Args:
        files: each with what its people are when it does not speak of roles.
        out: the folder; one that was sealed before is replaced.
        options: `mapping`, `ends` and `progress` of it are used.
        key_file: the key to use, made when it is not there; None = beside the folder.

    Raises:
        BadRosterError: an export cannot be used; nothing is replaced then.
        BadDistrictError: the folder holds something else, or the key file cannot be used.

    """
    key_file = (key_file or key_file_of(out)).absolute()
    _check_out(out, key_file)
    taken = read_exports(files, options)
    key, new_key = _key_in(key_file)
    indexes = taken.indexes(key, options.progress)
    counts = {role: indexes[role].people if role in indexes else 0 for role in _FILES}
    note = RosterNote(students=counts["student"], staff=counts["staff"], until=taken.ends.isoformat(), key=key_id(key))
    with replacing(out.absolute(), 0o700) as fresh:
        for role, index in indexes.items():
            save_index(index, fresh / _FILES[role], key)
        (fresh / NOTE).write_text(json.dumps(note.model_dump(), indent=2) + "\n", encoding="utf-8")
    return Sealed(taken.reports, note, out, key_file, new_key)


def _check_out(out: Path, key_file: Path) -> None:
    if out.absolute() == key_file.parent:
        raise BadDistrictError(
            "The key belongs beside the sealed folder, not in it: whoever has both can try names out."
        )
    if out.exists() and (not out.is_dir() or {path.name for path in out.iterdir()} - {NOTE, STUDENTS, STAFF}):
        raise BadDistrictError(f"{out} holds something else than a sealed roster; name a folder of its own.")


def _key_in(path: Path) -> tuple[bytes, bool]:
    """The key in the file, and whether it was made just now, readable by its owner only."""
    try:
        written = path.read_bytes()[:200]
    except FileNotFoundError:
        return _make_key(path), True
    except OSError as error:
        raise BadDistrictError(f"{path} cannot be read: {error.strerror}.") from error
    key = parse_key(written)
    if key is None:
        raise BadDistrictError(f"{path} holds no key; name another file, or delete it to have a new key made.")
    return key, False


def _make_key(path: Path) -> bytes:
    key = secrets.token_bytes(KEY_BYTES)
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(key.hex().encode("ascii") + b"\n")
    except OSError as error:
        raise BadDistrictError(f"{path} cannot be written: {error.strerror}.") from error
    return key


def read_note(folder: Path, today: date) -> RosterNote:
    """What a sealed folder says of itself.

    Raises:
        BadDistrictError: it is no sealed folder, or its roster has ended.

    """
    try:
        note = RosterNote.model_validate(json.loads((folder / NOTE).read_bytes()))
    except (OSError, ValueError, ValidationError):
        raise BadDistrictError(f"{folder} is no sealed roster; `secondlook roster seal` makes one.") from None
    if date.fromisoformat(note.until) < today:
        raise BadDistrictError(f"The sealed roster ended on {note.until}, so it would never be used; seal a new one.")
    return note
