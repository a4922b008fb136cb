"""`secondlook roster import`: exports in, keyed index out; says what was read and which rows were odd, by row and column."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.keys import Keys
from secondlook.rosters import import_files

_SHOWN = 20


def add(commands: Commands) -> None:
    """Declare the command."""
    group = commands.add_parser("roster", help="rosters", description="Rosters of this home.")
    parser = new_command(group.add_subparsers(required=True, metavar="COMMAND"), "import", "take in roster exports")
    parser.add_argument(
        "files", type=Path, nargs="+", metavar="FILE", help="OneRoster users.csv, or a plain list of names"
    )
    parser.add_argument(
        "--staff", action="store_true", help="people without a role in the file are employees, not students"
    )
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Import.

    Raises:
        SecondLookError: a file or the key cannot be used; what was there before stays.

    """
    home = home_of(arguments)
    reports = import_files(arguments.files, home, Keys(home), "staff" if arguments.staff else "student")
    for path, report in zip(arguments.files, reports, strict=True):
        counts = {
            role: sum(person.role == role for person in report.people) for role in ("student", "staff", "unstated")
        }
        told = [f"{count} {_ROLES[role]}" for role, count in counts.items() if count]
        sys.stdout.write(f"{path.name} ({report.format}): {report.rows_read} rows, {', '.join(told) or 'nobody'}.\n")
        for problem in report.problems[:_SHOWN]:
            place = ", ".join(filter(None, (f"row {problem.row}" if problem.row else "", problem.column)))
            sys.stdout.write(f"  {place + ': ' if place else ''}{problem.reason}\n")
        if report.problem_count > _SHOWN:
            sys.stdout.write(f"  and {report.problem_count - _SHOWN} more.\n")
    sys.stdout.write(f"Kept as keyed hashes in {home.path}; no name is readable there.\n")
    return 0


_ROLES = {"student": "students", "staff": "employees", "unstated": "people without a role"}
