"""A plain list of people: a CSV with first and last name columns in any usual spelling, or one name column.

For the small hand-made file behind `--students` and `--staff`. Asked last.
"""

from __future__ import annotations

from secondlook.errors import BadRosterError
from secondlook.people.columns import Columns, new_report, read_person
from secondlook.people.delimited import Table
from secondlook.people.headings import explain_columns
from secondlook.people.person import RosterReport
from secondlook.people.roles import read_role
from secondlook.people.surroundings import Surroundings

_COLUMNS = Columns(
    given=("firstname", "first", "given", "forename", "fname", "studentfirstname", "nombre", "nombres", "nome"),
    family=(
        "lastname", "last", "family", "surname", "lname", "studentlastname", "apellido", "apellidos", "sobrenome",
    ),
    middle=("middlename", "middle"),
    preferred_given=("preferredname", "preferredfirstname", "nickname"),
    whole=("name", "fullname", "studentname", "lastfirst", "displayname", "nomecompleto", "nombrecompleto"),
    email=("email", "emailaddress", "mail", "studentemail"),
    ids=("studentid", "studentnumber", "id", "localid", "stateid", "lasid", "sasid", "sisid"),
)  # fmt: skip
_WANTED = _COLUMNS.wanted("role")


def claims(table: Table) -> bool:
    """Whether the header has a pair of name columns or one whole-name column."""
    columns = set(table.columns)
    pair = columns.intersection(_COLUMNS.given) and columns.intersection(_COLUMNS.family)
    return bool(pair) or bool(columns.intersection(_COLUMNS.whole))


def read_table(table: Table, around: Surroundings) -> RosterReport:  # noqa: ARG001 - the signature of every format
    """Read an opened plain list.

    Raises:
        BadRosterError: neither first and last name columns nor a name column is there.

    """
    if not claims(table):
        raise BadRosterError(
            f"{table.name}: the columns givenName and familyName are missing, and no other export is known by this header. "
            f"{explain_columns(table)}",
            field="givenName",
        )
    report = new_report("plain list", table, _WANTED)
    for row in table.rows(_WANTED):
        report.rows_read += 1
        role = read_role(row["role"]) if "role" in table.columns else "unstated"
        person = read_person(row, _COLUMNS, table, report, role)
        if person is not None:
            report.people.append(person)
    return report
