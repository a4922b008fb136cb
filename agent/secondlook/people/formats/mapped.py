"""Aspen, and any export whose columns a person has named: `--map "Name=last_first,LASID=id,YOG=year"`.

Aspen has no fixed student file; list views commonly head their columns Name, LASID, SASID, YOG, and these are known
without a mapping. A column that is never read cannot be mapped either.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from secondlook.errors import BadRosterError
from secondlook.people.columns import Columns, new_report, read_person, split_whole
from secondlook.people.delimited import Row, Table, column_key
from secondlook.people.forbidden import is_forbidden
from secondlook.people.headings import explain_columns
from secondlook.people.person import Role, RosterReport
from secondlook.people.roles import read_role
from secondlook.people.surroundings import Surroundings

FIELDS = {
    "last_first": "whole", "first_last": "whole", "first": "given", "middle": "middle", "last": "family",
    "preferred": "preferred_given", "email": "email", "id": "ids", "role": "", "year": "", "ignore": "",
}  # fmt: skip
"""What a column may be mapped to -> where it goes. `year` is the year of graduation: who has graduated is left out."""
_ASPEN = {
    "name": "last_first", "studentname": "last_first", "lastfirst": "last_first", "firstname": "first", "lastname": "last",
    "middlename": "middle", "lasid": "id", "sasid": "id", "localid": "id", "stateid": "id", "yog": "year",
    "yearofgraduation": "year", "email": "email", "email01": "email", "primaryemail": "email",
}  # fmt: skip
_OWN = {"lasid", "sasid", "yog"}
_SCHOOL_YEAR_ENDS = 7
"""Month after which a year of graduation has passed."""


def claims(table: Table) -> bool:
    """Whether names stand beside an id or a year that Aspen's lists call so."""
    columns = set(table.columns)
    return bool(columns & _OWN) and ({"firstname", "lastname"} <= columns or bool(columns & {"name", "studentname"}))


def read_mapping(said: str) -> dict[str, str]:
    """A mapping from the command line: "Heading=field,…", or the path of a JSON file {"Heading": "field"}.

    Raises:
        BadRosterError: it cannot be read, names a field we do not know, or a column that is never read.

    """
    if said.strip().casefold().endswith(".json"):
        try:
            pairs: Iterable[tuple[str, str]] = json.loads(Path(said).read_text(encoding="utf-8-sig")).items()
        except (OSError, ValueError, AttributeError) as error:
            raise BadRosterError('The mapping file cannot be read; it should be {"Heading": "field"}.') from error
    else:
        pairs = [(one, two) for one, _, two in (part.rpartition("=") for part in said.split(",") if part.strip())]
    mapping: dict[str, str] = {}
    for heading, name in pairs:
        column, what = column_key(str(heading)), str(name).strip().casefold()
        if what not in FIELDS or not column:
            raise BadRosterError(f"A mapping is Heading=field; the fields are {', '.join(FIELDS)}.")
        if is_forbidden(column) and what != "ignore":
            raise BadRosterError(f"The column {heading} is of a kind that is never read, so it cannot be mapped.")
        mapping[column] = what
    return mapping


def read_table(table: Table, around: Surroundings) -> RosterReport:
    """Read a file by the person's mapping, or by Aspen's usual headings.

    Raises:
        BadRosterError: no name is among the mapped columns; the sentence says what to write.

    """
    mapping = {**(_ASPEN if not around.mapping or claims(table) else {}), **_by_number(around.mapping, table)}
    here = {column: what for column, what in mapping.items() if column in table.columns and what != "ignore"}
    if any(map(is_forbidden, here)):
        raise BadRosterError(f"{table.name}: a mapped column is of a kind that is never read, so it cannot be mapped.")
    columns = _columns(here)
    if not (columns.whole or columns.given or columns.family):
        raise BadRosterError(f"{table.name}: none of its columns is mapped to a name. {explain_columns(table)}")
    wanted = columns.wanted(*here)
    report = new_report("Aspen" if not around.mapping else "mapped columns", table, wanted)
    for column in mapping:
        if column not in table.columns and column not in _ASPEN:
            report.note(0, "", "a mapped column is not in the file; look at the spelling of the mapping")
    swapped = {column for column, what in here.items() if what == "first_last"}
    for row in table.rows(wanted):
        report.rows_read += 1
        if _graduated(row, here, around.today):
            report.left += 1
            continue
        person = read_person(_turned(row, swapped), columns, table, report, _role(row, here))
        if person is not None:
            report.people.append(person)
    return report


def _by_number(mapping: Mapping[str, str], table: Table) -> dict[str, str]:
    """The mapping with columns that were given by number ("3=id") under their own keys."""
    count = len(table.columns)
    return {
        table.columns[int(column) - 1]
        if column.isascii() and column.isdigit() and column not in table.columns and 0 < int(column) <= count
        else column: what
        for column, what in mapping.items()
    }


def _columns(here: Mapping[str, str]) -> Columns:
    places: dict[str, tuple[str, ...]] = {}
    for column, what in here.items():
        if place := FIELDS[what]:
            places[place] = (*places.get(place, ()), column)
    return Columns(**places)


def _turned(row: Row, swapped: set[str]) -> Row:
    """The row with "First Last" cells put as "Last, First" is: the family name is the last word there."""
    if not swapped:
        return row
    cells = dict(row.cells)
    for column in swapped:
        if "," not in cells.get(column, ","):
            given, family = split_whole(cells[column])
            cells[column] = f"{family}, {given}" if family else given
    return Row(row.line, cells, row.short, row.stray_quote)


def _graduated(row: Row, here: Mapping[str, str], today: date) -> bool:
    """Whether the year of graduation has passed."""
    year = next((row[column] for column, what in here.items() if what == "year" and row[column].isdigit()), "")
    ends = today.year + (today.month > _SCHOOL_YEAR_ENDS)
    return len(year) == 4 and int(year) < ends


def _role(row: Row, here: Mapping[str, str]) -> Role:
    """The role where a column says it; a year of graduation is a student's."""
    for column, what in here.items():
        if what == "role":
            return read_role(row[column])
    return "student" if "year" in here.values() else "unstated"
