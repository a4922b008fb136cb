"""What a format may know beside its own table: the files that came with it, the person's column mapping, the day.

A folder and a ZIP package look alike from here. Made by `roster_files.py`.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from secondlook.errors import BadRosterError
from secondlook.people.delimited import MAX_BYTES, Table, open_table, table_of

Beside = Callable[[str], Table | None]
MOST_FILES = 1_000
"""Files of a package; more is no roster export."""


def nothing_beside(_name: str) -> Table | None:
    """A file that came alone."""
    return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What came with a table.

    Attributes:
        beside: the table of that name from the same folder or package, or None.
        mapping: column key -> field, as the person said on the command line; empty when they said nothing.
        today: the day of the import, for years of graduation.

    """

    beside: Beside = nothing_beside
    mapping: Mapping[str, str] = field(default_factory=dict)
    today: date = field(default_factory=date.today)


def folder_files(folder: Path) -> dict[str, Path]:
    """The CSV and text files of a folder by their names in small letters."""
    try:
        return {path.name.casefold(): path for path in sorted(folder.iterdir()) if path.is_file()}
    except OSError as error:
        raise BadRosterError(f"{folder.name}: cannot be opened ({error.strerror}).") from error


def beside_in_folder(folder: Path) -> Beside:
    """Files of a folder, whatever the case of their names."""

    def open_beside(name: str) -> Table | None:
        path = folder_files(folder).get(name)
        return open_table(path) if path else None

    return open_beside


def package_files(path: Path) -> dict[str, zipfile.ZipInfo]:
    """The members of a ZIP package by their names in small letters, without folders.

    Raises:
        BadRosterError: not a ZIP file, a workbook, or with far too many files.

    """
    try:
        with zipfile.ZipFile(path) as package:
            members = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise BadRosterError(f"{path.name}: the package cannot be opened.") from error
    if any(member.filename.casefold() in {"xl/workbook.xml", "xl/workbook.bin"} for member in members):
        raise BadRosterError(f"{path.name}: a spreadsheet, not a text file; save it as CSV and import that.")
    if len(members) > MOST_FILES:
        raise BadRosterError(f"{path.name}: {len(members)} files in the package; is this a roster?")
    names: dict[str, zipfile.ZipInfo] = {}
    for member in members:
        folder, _, name = member.filename.replace("\\", "/").rpartition("/")
        if not member.is_dir() and not folder.startswith("__MACOSX"):
            names.setdefault(name.casefold(), member)
    return names


def beside_in_package(path: Path) -> Beside:
    """Files of a ZIP package, read into memory one at a time; nothing is unpacked to disk."""
    members = package_files(path)

    def open_beside(name: str) -> Table | None:
        member = members.get(name)
        if member is None:
            return None
        try:
            with zipfile.ZipFile(path) as package, package.open(member) as file:
                raw = file.read(MAX_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, OSError, RuntimeError, EOFError) as error:
            raise BadRosterError(
                f"{path.name}: {name} in the package cannot be read; is it encrypted or cut short?"
            ) from error
        if len(raw) > MAX_BYTES:
            raise BadRosterError(
                f"{path.name}: {name} is larger than {MAX_BYTES // 1024 // 1024} MB; is this a roster?"
            )
        return table_of(name, raw)

    return open_beside
