"""What `roster import` and `roster seal` share: the mapping of columns, and the report on an export by row and column."""

from __future__ import annotations

import argparse
import sys

from secondlook.people.formats.mapped import read_mapping
from secondlook.people.person import RosterReport

_SHOWN = 20
ROLES = {
    "student": "students",
    "staff": "employees",
    "unstated": "people without a role",
    "other": "others, not kept",
}


def add_mapping(parser: argparse.ArgumentParser) -> None:
    """`--map`, which may be given several times."""
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="MAPPING",
        help='"Heading=field,…" or a JSON file; fields: last_first, first_last, first, middle, last, preferred, id, email, year',
    )


def mapping_of(arguments: argparse.Namespace) -> dict[str, str]:
    """Column -> field, of all that was said.

    Raises:
        BadRosterError: a mapping cannot be understood.

    """
    return {column: name for said in arguments.map for column, name in read_mapping(said).items()}


def tell_report(report: RosterReport) -> None:
    """One file's report; never a cell."""
    counts = {role: sum(person.role == role for person in report.people) for role in ROLES}
    told = [f"{ROLES[role]} {count:,}" for role, count in counts.items() if count]
    sys.stdout.write(f"{report.file} ({report.format}): rows {report.rows_read:,}, {', '.join(told) or 'nobody'}.\n")
    if report.left:
        sys.stdout.write(f"  not kept, because they have left or are switched off: {report.left:,}\n")
    if report.unread:
        sys.stdout.write(f"  columns not read: {report.unread}\n")
    for problem in report.problems[:_SHOWN]:
        place = ", ".join(filter(None, (f"row {problem.row}" if problem.row else "", problem.column)))
        sys.stdout.write(f"  {place + ': ' if place else ''}{problem.reason}\n")
    if report.problem_count > _SHOWN:
        sys.stdout.write(f"  and {report.problem_count - _SHOWN:,} more.\n")
