"""Finds out which export a file is and reads it. A new format is one new file and one line in `FORMATS`.

A format is a module with `claims(table)` and `read_table(table, path)`. Called by the checker, the command line and the
district builder; writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Literal, NamedTuple

from secondlook.people import oneroster, plain_list
from secondlook.people.delimited import Table, open_table
from secondlook.people.person import RosterPerson, RosterReport


class Format(NamedTuple):
    """One kind of export."""

    claims: Callable[[Table], bool]
    read_table: Callable[[Table, Path], RosterReport]


FORMATS = (
    Format(oneroster.claims, oneroster.read_table),
    Format(plain_list.claims, plain_list.read_table),
)
"""Asked in this order; the last one answers for a header that nobody claims, with the error about missing columns."""


def read_roster(path: Path) -> RosterReport:
    """Read any roster export that we know. A folder stands for the `users.csv` in it.

    Raises:
        BadRosterError: the file cannot be used at all; odd rows are in the report instead.

    """
    if path.is_dir():
        path = path / "users.csv"
    table = open_table(path)
    form = next((form for form in FORMATS if form.claims(table)), FORMATS[-1])
    return form.read_table(table, path)


def select(people: Iterable[RosterPerson], wanted: Literal["student", "staff"]) -> list[RosterPerson]:
    """The students, or the staff. People of a file that does not speak of roles are all taken; parents never are."""
    return [person for person in people if person.role in (wanted, "unstated")]
