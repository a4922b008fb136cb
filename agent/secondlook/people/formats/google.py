"""Google Workspace "Download users": students and staff in one file, told apart by their Org Unit Path.

Remarks in brackets ("[Required]") are dropped from headings. Source: Google Workspace Admin Help, "Download a list of
users" and the bulk upload template.
"""

from __future__ import annotations

from secondlook.people.columns import Columns, new_report, read_person
from secondlook.people.delimited import Table
from secondlook.people.person import RosterReport
from secondlook.people.roles import role_of_path
from secondlook.people.surroundings import Surroundings

_COLUMNS = Columns(
    given=("firstname",), family=("lastname",), email=("emailaddress",), ids=("employeeid",)
)  # fmt: skip
_WANTED = _COLUMNS.wanted("orgunitpath", "status")


def claims(table: Table) -> bool:
    """Whether the header is that of a user download."""
    return {"firstname", "lastname", "emailaddress", "orgunitpath"} <= set(table.columns)


def read_table(table: Table, around: Surroundings) -> RosterReport:  # noqa: ARG001 - the signature of every format
    """Read an opened download. Suspended accounts are left out; a folder that says nothing is noted."""
    report = new_report("Google Workspace", table, _WANTED)
    for row in table.rows(_WANTED):
        report.rows_read += 1
        if row["status"].casefold() in {"suspended", "archived", "deleted"}:
            report.left += 1
            continue
        role = role_of_path(row["orgunitpath"])
        if role == "unstated":
            report.note(row.line, table.heading("orgunitpath"), "the folder says neither student nor staff; left out")
            continue
        person = read_person(row, _COLUMNS, table, report, role)
        if person is not None:
            report.people.append(person)
    return report
