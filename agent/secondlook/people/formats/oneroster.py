"""OneRoster 1.1 and 1.2 `users.csv` (1.2 with `roles.csv` beside it), as leniently as real exports need.

Columns are matched by name in any order and case; unknown ones are ignored. Passwords, phones, demographics and agents
are never read. A package that holds changes only (delta) is refused.
Sources: 1EdTech OneRoster CSV binding 1.1 section 4 and 1.2 section 4 (manifest, users, roles, academicSessions).
"""

from __future__ import annotations

from datetime import date

from secondlook.errors import BadRosterError
from secondlook.people.columns import Columns, new_report, read_person
from secondlook.people.delimited import Row, Table
from secondlook.people.person import Role, RosterReport
from secondlook.people.roles import PARENTS, read_role
from secondlook.people.surroundings import Beside, Surroundings

COLUMNS = Columns(
    given=("givenname",),
    family=("familyname",),
    middle=("middlename",),
    preferred_given=("preferredgivenname", "prefferedgivenname", "preferredfirstname"),
    preferred_middle=("preferredmiddlename",),
    preferred_family=("preferredfamilyname", "preferredlastname"),
    email=("email",),
    ids=("identifier", "sourcedid"),
)
_WANTED = COLUMNS.wanted("sourcedid", "status", "role", "enableduser")


def claims(table: Table) -> bool:
    """Whether the header is that of a users file."""
    return bool({"givenname", "familyname"} & set(table.columns))


def read_table(table: Table, around: Surroundings) -> RosterReport:
    """Read an opened users file with what stands beside it.

    Raises:
        BadRosterError: a column without which there is no name is missing, or the package holds changes only.

    """
    refuse_changes(around.beside)
    for column, heading in (("givenname", "givenName"), ("familyname", "familyName")):
        if column not in table.columns:
            raise BadRosterError(f"{table.name}: the column {heading} is missing.", field=heading)
    roles = None if "role" in table.columns else read_roles(around.beside("roles.csv"))
    report = new_report("OneRoster 1.1" if roles is None else "OneRoster 1.2", table, _WANTED)
    for row in table.rows(_WANTED):
        report.rows_read += 1
        if row["status"].casefold() in {"tobedeleted", "inactive"} or row["enableduser"].casefold() == "false":
            report.left += 1
            continue
        role = role_in(row, table, roles, report)
        person = read_person(row, COLUMNS, table, report, role)
        if person is not None:
            report.people.append(person)
    report.ends = _last_day(around.beside("academicsessions.csv"))
    return report


def role_in(row: Row, table: Table, roles: dict[str, Role] | None, report: RosterReport) -> Role:
    """A person's role from its own column (1.1) or from roles.csv (1.2)."""
    if roles is not None:
        role = roles.get(row["sourcedid"])
        if role is None:
            report.note(row.line, "sourcedId", "no role in roles.csv; the row is left out")
        return role or "other"
    if "role" not in table.columns:
        return "unstated"
    if row.short and not row["role"]:
        return "other"  # the row itself is noted
    role = read_role(row["role"])
    if role == "other" and row["role"].casefold() not in PARENTS:
        report.note(row.line, table.heading("role"), "not a role we know; the row is left out")
    return role


def refuse_changes(beside: Beside) -> None:
    """Look into the manifest.

    Raises:
        BadRosterError: users or roles are a delta, or the users file is declared absent.

    """
    manifest = beside("manifest.csv")
    if manifest is None:
        return
    said = {
        row["propertyname"].casefold(): row["value"].casefold()
        for row in manifest.rows(frozenset({"propertyname", "value"}))
    }
    for name in ("file.users", "file.roles"):
        if said.get(name) == "delta":
            raise BadRosterError(
                f"manifest.csv says that {name} is a delta: it holds only what has changed since the last export, which "
                "is no roster. Export the package again as bulk (full)."
            )
    if said.get("file.users") == "absent":
        raise BadRosterError("manifest.csv says that the package has no users file, so there is nobody to import.")


def read_roles(table: Table | None) -> dict[str, Role] | None:
    """SourcedId -> role from a roles.csv, or None when there is none. A student role wins over any other."""
    if table is None:
        return None
    roles: dict[str, Role] = {}
    for row in table.rows(frozenset({"usersourcedid", "role", "status"})):
        role = read_role(row["role"])
        known = roles.get(row["usersourcedid"])
        if row["status"].casefold() == "tobedeleted" or known == "student" or (known == "staff" and role == "other"):
            continue
        roles[row["usersourcedid"]] = role
    return roles


def _last_day(table: Table | None) -> date | None:
    """The latest end date of the school-year sessions beside the users file, if they are there."""
    if table is None:
        return None
    days: list[date] = []
    for row in table.rows(frozenset({"enddate"})):
        try:
            days.append(date.fromisoformat(row["enddate"][:10]))
        except ValueError:
            continue
    return max(days, default=None)
