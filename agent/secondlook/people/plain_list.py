"""Reads a plain list of people: a CSV with first and last name columns in any usual spelling, or one name column.

For the small hand-made file behind `--students` and `--staff`. Never reads a column it does not name below.
Called by `roster_files.py` when no other format claims the header.
"""

from __future__ import annotations

from pathlib import Path

from secondlook.errors import BadRosterError
from secondlook.people.delimited import Row, Table
from secondlook.people.oneroster import read_role
from secondlook.people.person import RosterPerson, RosterReport

_GIVEN = ("firstname", "first", "given", "forename", "fname", "studentfirstname", "nombre", "nome")
_FAMILY = ("lastname", "last", "family", "surname", "lname", "studentlastname", "apellido", "apellidos", "sobrenome")
_MIDDLE = ("middlename", "middle")
_PREFERRED = ("preferredname", "preferredfirstname", "nickname")
_WHOLE = ("name", "fullname", "studentname", "lastfirst", "displayname")
_EMAIL = ("email", "emailaddress", "mail")
_WANTED = frozenset((*_GIVEN, *_FAMILY, *_MIDDLE, *_PREFERRED, *_WHOLE, *_EMAIL, "role"))


def claims(table: Table) -> bool:
    """Whether the header has a pair of name columns or one whole-name column."""
    columns = set(table.columns)
    return bool(columns.intersection(_WHOLE)) or bool(columns.intersection(_GIVEN) and columns.intersection(_FAMILY))


def read_table(table: Table, path: Path) -> RosterReport:  # noqa: ARG001 - the signature of every format
    """Read an opened plain list.

    Raises:
        BadRosterError: neither first and last name columns nor a name column is there.

    """
    if not claims(table):
        raise BadRosterError(f"{table.name}: the columns givenName and familyName are missing.", field="givenName")
    report = RosterReport("plain list")
    for row in table.rows(_WANTED):
        report.rows_read += 1
        given, family = _names(row)
        if not given and not family:
            report.note(row.line, "", "no name in the row")
            continue
        local, _, domain = _first(row, _EMAIL).casefold().partition("@")
        report.people.append(
            RosterPerson(
                given=given,
                family=family,
                middle=_first(row, _MIDDLE),
                preferred_given=_first(row, _PREFERRED),
                role=read_role(row["role"]) if "role" in table.columns else "unstated",
                email_local=local if domain else "",
                email_domain=domain,
            )
        )
    return report


def _first(row: Row, columns: tuple[str, ...]) -> str:
    """The first filled cell among several spellings of one column."""
    return next((row[column] for column in columns if row[column]), "")


def _names(row: Row) -> tuple[str, str]:
    """Given and family name; a whole name is "Last, First" or "First … Last"."""
    given, family, whole = _first(row, _GIVEN), _first(row, _FAMILY), _first(row, _WHOLE)
    if given or family or not whole:
        return given, family
    if "," in whole:
        family, _, given = (part.strip() for part in whole.partition(","))
        return given, family
    given, _, family = whole.partition(" ")
    return given, family.strip()
