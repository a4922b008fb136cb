"""Reads OneRoster 1.1 and 1.2 `users.csv` (1.2 with `roles.csv` beside it), as leniently as real exports need.

Columns are matched by name in any order and case; unknown ones are ignored. Passwords, phones, demographics and agents
are never read: the reader asks for the columns below and for no others. Called by `roster_files.py`.
Sources: 1EdTech OneRoster CSV binding 1.1 section 4 and 1.2 section 4 (users, roles, academicSessions).
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from secondlook.errors import BadRosterError
from secondlook.people.delimited import Row, Table, open_table
from secondlook.people.person import Role, RosterPerson, RosterReport

_STAFF_WORDS = (
    "teacher aide administrator principal counselor districtadministrator siteadministrator "
    "systemadministrator staff faculty coach paraprofessional employee"
)
_STAFF = frozenset(_STAFF_WORDS.split())
_OTHER_WORDS = "parent guardian relative proctor contact"
_OTHER = frozenset(_OTHER_WORDS.split())
_GIVEN, _FAMILY = "givenname", "familyname"
_WANTED_WORDS = (
    "sourcedid status role givenname familyname middlename identifier email preferredgivenname "
    "prefferedgivenname preferredfirstname preferredmiddlename preferredfamilyname preferredlastname"
)
_WANTED = frozenset(_WANTED_WORDS.split())


def claims(table: Table) -> bool:
    """Whether the header is that of a OneRoster users file."""
    return _GIVEN in table.columns or _FAMILY in table.columns


def read_users(path: Path) -> RosterReport:
    """Read a OneRoster users file.

    Raises:
        BadRosterError: no such file, an empty file, or no `givenName` or `familyName` column; the sentence names it.

    """
    return read_table(open_table(path), path)


def read_table(table: Table, path: Path) -> RosterReport:
    """Read an opened users file; `path` tells where `roles.csv` and `academicSessions.csv` may stand beside it.

    Raises:
        BadRosterError: a column without which there is no name is missing.

    """
    for column, heading in ((_GIVEN, "givenName"), (_FAMILY, "familyName")):
        if column not in table.columns:
            raise BadRosterError(f"{table.name}: the column {heading} is missing.", field=heading)
    roles = None if "role" in table.columns else _read_roles(path.with_name("roles.csv"))
    report = RosterReport("OneRoster 1.1" if roles is None else "OneRoster 1.2")
    if table.encoding == "cp1252":
        report.note(0, "", "not UTF-8; read as Windows-1252, so look whether accents came through")
    for row in table.rows(_WANTED):
        report.rows_read += 1
        person = _read_person(row, table, roles, report)
        if person is not None:
            report.people.append(person)
    report.ends = _last_day(path.with_name("academicSessions.csv"))
    return report


def _read_person(row: Row, table: Table, roles: dict[str, Role] | None, report: RosterReport) -> RosterPerson | None:
    """One row as a person, or None with a problem noted where there is one."""
    if row["status"].casefold() in {"tobedeleted", "inactive"}:
        return None
    given, family = row[_GIVEN], row[_FAMILY]
    if not given and not family:
        column = "" if row.short else table.heading(_GIVEN)
        report.note(row.line, column, "the row is cut short" if row.short else "no given and no family name")
        return None
    for column in (_GIVEN, _FAMILY):
        if not row[column]:
            report.note(
                row.line, table.heading(column), "empty; the person is found by the other name only with context"
            )
    local, _, domain = row["email"].casefold().partition("@")
    return RosterPerson(
        given=given,
        family=family,
        middle=row["middlename"],
        preferred_given=row["preferredgivenname"] or row["prefferedgivenname"] or row["preferredfirstname"],
        preferred_middle=row["preferredmiddlename"],
        preferred_family=row["preferredfamilyname"] or row["preferredlastname"],
        role=_role_of(row, table, roles, report),
        email_local=local if domain else "",
        email_domain=domain,
        ids=tuple(filter(None, (row["identifier"],))),
    )


def _role_of(row: Row, table: Table, roles: dict[str, Role] | None, report: RosterReport) -> Role:
    """A person's role from its own column (1.1) or from roles.csv (1.2)."""
    if roles is not None:
        role = roles.get(row["sourcedid"])
        if role is None:
            report.note(row.line, "sourcedId", "no role in roles.csv; the row is left out")
        return role or "other"
    if "role" not in table.columns:
        return "unstated"
    role = read_role(row["role"])
    if role == "other" and row["role"].casefold() not in _OTHER:
        report.note(row.line, table.heading("role"), "not a role we know; the row is left out")
    return role


def read_role(word: str) -> Role:
    """The role that a OneRoster role word (or a common other word) stands for."""
    key = word.strip().casefold().removeprefix("ext:").replace(" ", "")
    if key in {"student", "students", "learner"}:
        return "student"
    return "staff" if key in _STAFF else "other"


def _read_roles(path: Path) -> dict[str, Role] | None:
    """SourcedId -> role from a 1.2 roles.csv, or None when there is none. A student role wins over any other."""
    if not path.is_file():
        return None
    roles: dict[str, Role] = {}
    for row in open_table(path).rows(frozenset({"usersourcedid", "role", "status"})):
        role = read_role(row["role"])
        known = roles.get(row["usersourcedid"])
        if row["status"].casefold() == "tobedeleted" or known == "student" or (known == "staff" and role == "other"):
            continue
        roles[row["usersourcedid"]] = role
    return roles


def _last_day(path: Path) -> date | None:
    """The latest end date of the school-year sessions beside the users file, if they are there."""
    if not path.is_file():
        return None
    days: list[date] = []
    for row in open_table(path).rows(frozenset({"enddate", "type"})):
        try:
            days.append(date.fromisoformat(row["enddate"][:10]))
        except ValueError:
            continue
    return max(days, default=None)
