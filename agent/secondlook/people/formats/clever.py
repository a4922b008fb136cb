"""Clever SFTP files: `students.csv`, `teachers.csv`, `staff.csv`. Each says by its id column whom it lists.

Source: Clever SFTP specification 2.1 (students, teachers, staff). Clever wants active people only, so all rows count.
"""

from __future__ import annotations

from secondlook.people.columns import Columns, new_report, read_person
from secondlook.people.delimited import Table
from secondlook.people.person import Role, RosterReport
from secondlook.people.surroundings import Surroundings

_COLUMNS = Columns(
    given=("firstname",),
    family=("lastname",),
    middle=("middlename",),
    preferred_given=("preferredfirstname", "preferredname", "nickname"),
    email=("studentemail", "teacheremail", "staffemail", "email"),
    ids=("studentid", "studentnumber", "stateid", "teacherid", "teachernumber", "stateteacherid", "staffid"),
)
_WANTED = _COLUMNS.wanted()
_WHOSE: tuple[tuple[str, Role], ...] = (("studentid", "student"), ("teacherid", "staff"), ("staffid", "staff"))


def claims(table: Table) -> bool:
    """Whether the header is Clever's: a school id, first and last name, and a student's, teacher's or employee's id."""
    columns = set(table.columns)
    return {"schoolid", "firstname", "lastname"} <= columns and any(column in columns for column, _ in _WHOSE)


def read_table(table: Table, around: Surroundings) -> RosterReport:  # noqa: ARG001 - the signature of every format
    """Read an opened file."""
    role = next(role for column, role in _WHOSE if column in table.columns)
    report = new_report("Clever", table, _WANTED)
    for row in table.rows(_WANTED):
        report.rows_read += 1
        person = read_person(row, _COLUMNS, table, report, role)
        if person is not None:
            report.people.append(person)
    return report
