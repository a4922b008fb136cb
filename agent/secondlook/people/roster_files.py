"""Finds out which export a file is and reads it. A new format is one new file in `formats/` and one line in `FORMATS`.

A format is a module with `claims(table)` and `read_table(table, around)`. Files, folders and ZIP packages are taken.
Called by the checker, the command line and the district builder; writes nothing.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from secondlook.errors import BadRosterError
from secondlook.people.delimited import Table, open_table
from secondlook.people.formats import (
    clever,
    entra,
    google,
    mapped,
    oneroster,
    plain_list,
    powerschool,
    school_data_sync,
    sims,
)
from secondlook.people.person import RosterPerson, RosterReport
from secondlook.people.surroundings import (
    Beside,
    Surroundings,
    beside_in_folder,
    beside_in_package,
    folder_files,
    package_files,
)


class Format(NamedTuple):
    """One kind of export."""

    claims: Callable[[Table], bool]
    read_table: Callable[[Table, Surroundings], RosterReport]


FORMATS = tuple(
    Format(module.claims, module.read_table)
    for module in (school_data_sync, entra, google, sims, oneroster, clever, powerschool, mapped, plain_list)
)
"""Asked in this order; the last one answers for a header that nobody claims, with the error about missing columns."""
_PEOPLE_FILES = ("users.csv", "students.csv", "teachers.csv", "staff.csv")
"""The files of a folder or package that list people."""


def read_rosters(path: Path, mapping: Mapping[str, str] | None = None, today: date | None = None) -> list[RosterReport]:
    """Read an export: a file, or all files with people in a folder or ZIP package.

    Args:
        path: a file, a folder, or a ZIP package.
        mapping: column key -> field (`formats.mapped.read_mapping`), for exports whose headings are the district's own.
        today: the day of the import; today when left out.

    Raises:
        BadRosterError: it cannot be used at all; odd rows are in the reports instead.

    """
    tables, beside = _tables(path)
    around = Surroundings(beside, mapping or {}, today or date.today())  # noqa: DTZ011  a school day, local
    return [_read(table, around) for table in tables]


def read_roster(path: Path) -> RosterReport:
    """Read an export that lists people in one file. A folder or package stands for the `users.csv` in it.

    Raises:
        BadRosterError: the file cannot be used at all; odd rows are in the report instead.

    """
    return read_rosters(path)[0]


def _read(table: Table, around: Surroundings) -> RosterReport:
    if around.mapping and any(column in table.columns or column.isdigit() for column in around.mapping):
        return mapped.read_table(table, around)
    form = next((form for form in FORMATS if form.claims(table)), FORMATS[-1])
    return form.read_table(table, around)


def _tables(path: Path) -> tuple[list[Table], Beside]:
    """The tables with people, and what stands beside them."""
    if path.is_dir():
        beside = beside_in_folder(path)
        names = set(folder_files(path))
    elif path.is_file() and zipfile.is_zipfile(path):
        beside = beside_in_package(path)
        names = set(package_files(path))
    else:
        return [open_table(path)], beside_in_folder(path.parent)
    oneroster.refuse_changes(beside)
    tables = [table for name in _PEOPLE_FILES if name in names and (table := beside(name)) is not None]
    if not tables:
        raise BadRosterError(f"{path.name}: none of {', '.join(_PEOPLE_FILES)} is in it.")
    return tables, beside


def select(people: Iterable[RosterPerson], wanted: Literal["student", "staff"]) -> list[RosterPerson]:
    """The students, or the staff. People of a file that does not speak of roles are all taken; parents never are."""
    return [person for person in people if person.role in (wanted, "unstated")]
