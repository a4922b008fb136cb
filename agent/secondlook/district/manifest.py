"""The manifest of a district folder: version, dates, and the hash of every file. Data, and how it is read and written.

The files lie in `content-<digest>/` beside it, under a name of their own for each content, so that a new delivery never
writes into files that are in use: replacing this one file is the moment of change. Read by `delivered.py`, made by `build.py`.
"""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, ValidationError, field_validator

from secondlook.contract import Day, Wire
from secondlook.errors import SecondLookError
from secondlook.policy.problem import path_of

MANIFEST = "manifest.json"
LARGEST_MANIFEST = 1_000_000
LARGEST_FILE = 256_000_000
"""Bytes. The roster of a million students takes about 100 MB."""
MOST_FILES = 1_000

Version = Annotated[str, Field(pattern=r"^[0-9][0-9A-Za-z.+~]{0,39}$")]
"""As Debian takes it for a native package's version, without a colon."""
Hex64 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
ContentPath = Annotated[
    str, Field(pattern=r"^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}(/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}){0,3}$")
]
"""Plain names with forward slashes: no way up, no absolute path, nothing hidden."""


class BadDistrictError(SecondLookError):
    """A district folder cannot be used or made; the sentence names file, place and reason."""

    code, exit_code = "bad-district", 2


class FileEntry(Wire):
    """One file as it has to be."""

    sha256: Hex64
    size: Annotated[int, Field(ge=0, le=LARGEST_FILE)]


def _is_moment(written: str) -> str:
    datetime.fromisoformat(written)
    return written


class RosterNote(Wire):
    """What is told of the sealed roster without its key: counts, its last day, and which key opens it."""

    students: Annotated[int, Field(ge=0)]
    staff: Annotated[int, Field(ge=0)]
    until: Annotated[Day, AfterValidator(_is_moment)]
    key: Annotated[str, Field(pattern=r"^[0-9a-f]{16}$")]


class Manifest(Wire):
    """`manifest.json`.

    Attributes:
        made: when, in UTC.
        content: name of the folder that holds the files.
        files: path in that folder -> hash and size.

    """

    format: Literal[1] = 1
    version: Version
    made: Annotated[
        str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"), AfterValidator(_is_moment)
    ]
    content: Annotated[str, Field(pattern=r"^content-[0-9a-f]{12}$")]
    files: dict[ContentPath, FileEntry]
    roster: RosterNote | None = None

    @field_validator("files")
    @classmethod
    def _few(cls, files: dict[str, FileEntry]) -> dict[str, FileEntry]:
        if len(files) > MOST_FILES:
            raise ValueError(f"more than {MOST_FILES} files")
        return files

    def as_json(self) -> bytes:
        """As it is written; the same manifest is the same bytes."""
        return (json.dumps(self.model_dump(exclude_none=True), indent=2, sort_keys=True) + "\n").encode()


def content_name(files: dict[str, FileEntry]) -> str:
    """The name of the content folder: of these files and of no others."""
    listed = "".join(f"{files[path].sha256} {path}\n" for path in sorted(files))
    return f"content-{hashlib.sha256(listed.encode()).hexdigest()[:12]}"


def read_manifest(content: bytes) -> Manifest:
    """The manifest in these bytes.

    Raises:
        BadDistrictError: it is none, or not one of this product version's.

    """
    try:
        found = json.loads(content.decode("utf-8"))
    except (ValueError, RecursionError):
        raise BadDistrictError(f"{MANIFEST}: not JSON; the folder may have arrived in part.") from None
    if isinstance(found, dict) and isinstance(found.get("format"), int) and found["format"] > 1:
        raise BadDistrictError(f"{MANIFEST}, format: made by a newer Second Look; install that one here.")
    try:
        manifest = Manifest.model_validate(found)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = path_of(first["loc"]) or "the whole file"
        raise BadDistrictError(f"{MANIFEST}, {place}: {first['msg'].removeprefix('Value error, ').lower()}.") from None
    if manifest.content != content_name(manifest.files):
        raise BadDistrictError(f"{MANIFEST}, content: does not fit the files it lists.")
    return manifest
