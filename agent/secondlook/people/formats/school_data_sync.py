"""Microsoft School Data Sync v2.1: `users.csv` with `roles.csv` beside it. `userFlags.csv` is never opened.

Source: Microsoft Learn, "School Data Sync v2.1 CSV file format" (users, roles).
"""

from __future__ import annotations

from secondlook.errors import BadRosterError
from secondlook.people.columns import Columns, new_report, read_person
from secondlook.people.delimited import Table
from secondlook.people.formats.oneroster import read_roles, role_in
from secondlook.people.person import RosterReport
from secondlook.people.surroundings import Surroundings

_COLUMNS = Columns(
    given=("givenname",), family=("familyname",), email=("email", "username"), ids=("sourcedid",)
)  # fmt: skip
_WANTED = _COLUMNS.wanted()


def claims(table: Table) -> bool:
    """Whether the header is that of a v2.1 users file."""
    return "activedirectorymatchid" in table.columns and "familyname" in table.columns


def read_table(table: Table, around: Surroundings) -> RosterReport:
    """Read an opened users file.

    Raises:
        BadRosterError: `roles.csv`, which alone tells students from staff, is not beside it.

    """
    roles = read_roles(around.beside("roles.csv"))
    if roles is None:
        raise BadRosterError(
            f"{table.name}: roles.csv is not beside it; it says who is a student. Import the whole folder."
        )
    report = new_report("Microsoft SDS v2.1", table, _WANTED)
    for row in table.rows(_WANTED):
        report.rows_read += 1
        person = read_person(row, _COLUMNS, table, report, role_in(row, table, roles, report))
        if person is not None:
            report.people.append(person)
    return report
