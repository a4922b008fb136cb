"""The state's SIMS student file: names and ids (DOE001 to DOE005) and nothing else of it.

Everything after DOE005 (birth date, race, low income, disability, level of need, 504) is on the list of columns that
are never read. Source: DESE, SIMS Data Handbook, data elements DOE001 to DOE005.
"""

from __future__ import annotations

import re

from secondlook.people.columns import Columns, new_report, read_person
from secondlook.people.delimited import Table
from secondlook.people.person import RosterReport
from secondlook.people.surroundings import Surroundings

_ELEMENT = re.compile(r"doe00([1-5])(?!\d)")


def _elements(table: Table) -> dict[str, tuple[str, ...]]:
    """Element number -> its column, also where the heading says more ("DOE003 First Name")."""
    found: dict[str, tuple[str, ...]] = {}
    for column in table.columns:
        if match := _ELEMENT.search(column):
            found.setdefault(match.group(1), (column,))
    return found


def claims(table: Table) -> bool:
    """Whether first and last name stand under their element numbers."""
    return {"3", "5"} <= set(_elements(table))


def read_table(table: Table, around: Surroundings) -> RosterReport:  # noqa: ARG001 - the signature of every format
    """Read an opened SIMS file."""
    at = _elements(table)
    columns = Columns(
        given=at["3"], middle=at.get("4", ()), family=at["5"], ids=(*at.get("1", ()), *at.get("2", ()))
    )  # fmt: skip
    report = new_report("SIMS", table, columns.wanted())
    report.note(
        0, "", "a state report: only names and ids were taken from it; a plain roster export is the better file"
    )
    for row in table.rows(columns.wanted()):
        report.rows_read += 1
        person = read_person(row, columns, table, report, "student")
        if person is not None:
            report.people.append(person)
    return report
