"""Microsoft Entra "Download users": names and addresses; department and job title may say who is staff.

Guests and disabled accounts are left out. Source: Microsoft Learn, "Download a list of users in Azure portal".
"""

from __future__ import annotations

from secondlook.people.columns import Columns, new_report, read_person
from secondlook.people.delimited import Row, Table
from secondlook.people.person import Role, RosterReport
from secondlook.people.roles import role_of_words
from secondlook.people.surroundings import Surroundings

_COLUMNS = Columns(
    given=("givenname",),
    family=("surname",),
    whole=("displayname",),
    email=("mail", "userprincipalname"),
    ids=("employeeid",),
)
_TELLING = ("jobtitle", "department")
_WANTED = _COLUMNS.wanted("usertype", "accountenabled", *_TELLING)


def claims(table: Table) -> bool:
    """Whether the header is that of a user download."""
    columns = set(table.columns)
    return "userprincipalname" in columns and bool(columns & {"displayname", "surname"})


def read_table(table: Table, around: Surroundings) -> RosterReport:  # noqa: ARG001 - the signature of every format
    """Read an opened download. People of whom nothing is said count as what the import was asked for."""
    report = new_report("Microsoft Entra", table, _WANTED)
    for row in table.rows(_WANTED):
        report.rows_read += 1
        if row["usertype"].casefold() == "guest" or row["accountenabled"].casefold() == "false":
            report.left += 1
            continue
        person = read_person(row, _COLUMNS, table, report, _role(row))
        if person is not None:
            report.people.append(person)
    return report


def _role(row: Row) -> Role:
    return next((role for column in _TELLING if (role := role_of_words(row[column])) != "unstated"), "unstated")
