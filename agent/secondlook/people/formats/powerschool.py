"""PowerSchool quick export, tab or comma, with PowerSchool's own field names (LastFirst, First_Name, Student_Number).

The plain name fields often hold the preferred name and PSCore_Legal_* the legal one: both are read.
Source: PowerSchool SIS data dictionary, tables Students and Teachers.
"""

from __future__ import annotations

from secondlook.people.columns import Columns, new_report, read_person
from secondlook.people.delimited import Table
from secondlook.people.person import Role, RosterReport
from secondlook.people.surroundings import Surroundings

_COLUMNS = Columns(
    given=("firstname", "studentsfirstname"),
    family=("lastname", "studentslastname"),
    middle=("middlename", "studentsmiddlename"),
    preferred_given=("pscorelegalfirstname", "preferredname", "nickname"),
    preferred_middle=("pscorelegalmiddlename",),
    preferred_family=("pscorelegallastname",),
    whole=("lastfirst", "studentslastfirst"),
    email=("studentemail", "emailaddr", "email"),
    ids=("studentnumber", "statestudentnumber", "studentsstudentnumber", "teachernumber"),
)
_WANTED = _COLUMNS.wanted("enrollstatus")
_OWN = {"lastfirst", "studentslastfirst", "dcid", "statestudentnumber", "enrollstatus", "homeroom", "teachernumber"}


def claims(table: Table) -> bool:
    """Whether the header has names and fields that are PowerSchool's own."""
    columns = set(table.columns)
    named = {"firstname", "lastname"} <= columns or bool(columns.intersection(_COLUMNS.whole))
    return named and bool(columns & _OWN) and bool(columns.intersection(_COLUMNS.ids) or "dcid" in columns)


def read_table(table: Table, around: Surroundings) -> RosterReport:  # noqa: ARG001 - the signature of every format
    """Read an opened quick export. Enroll_Status other than 0 (and -1, pre-registered) means that the student has left."""
    role: Role = "staff" if "teachernumber" in table.columns else "student"
    report = new_report("PowerSchool", table, _WANTED)
    for row in table.rows(_WANTED):
        report.rows_read += 1
        if row["enrollstatus"] not in ("", "0", "-1"):
            report.left += 1
            continue
        person = read_person(row, _COLUMNS, table, report, role)
        if person is not None:
            report.people.append(person)
    return report
