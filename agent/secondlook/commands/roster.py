"""`secondlook roster import`: exports in, keyed index out; says what was read and which rows were odd, by row and column."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.keys import Keys
from secondlook.people.formats.mapped import read_mapping
from secondlook.people.person import RosterReport
from secondlook.rosters import ImportOptions, import_files

_SHOWN = 20
_BAR = 30
_ROLES = {
    "student": "students",
    "staff": "employees",
    "unstated": "people without a role",
    "other": "others, not kept",
}


def add(commands: Commands) -> None:
    """Declare the command."""
    group = commands.add_parser("roster", help="rosters", description="Rosters of this home.")
    parser = new_command(group.add_subparsers(required=True, metavar="COMMAND"), "import", "take in roster exports")
    parser.add_argument(
        "files",
        type=Path,
        nargs="+",
        metavar="FILE",
        help="OneRoster (file, folder or ZIP), Clever, Microsoft SDS, PowerSchool, Aspen, Google, Entra, or a plain list",
    )
    parser.add_argument(
        "--staff", action="store_true", help="people without a role in the file are employees, not students"
    )
    parser.add_argument(
        "--map",
        action="append",
        default=[],
        metavar="MAPPING",
        help='"Heading=field,…" or a JSON file; fields: last_first, first_last, first, middle, last, preferred, id, email, year',
    )
    parser.add_argument("--ends", type=date.fromisoformat, metavar="DATE", help="last day of use, such as 2027-06-30")
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Import.

    Raises:
        SecondLookError: a file or the key cannot be used; what was there before stays.

    """
    home = home_of(arguments)
    mapping = {column: name for said in arguments.map for column, name in read_mapping(said).items()}
    options = ImportOptions(
        kind="staff" if arguments.staff else "student",
        mapping=mapping,
        ends=arguments.ends,
        progress=_bar if sys.stderr.isatty() else None,
    )
    try:
        done = import_files(arguments.files, home, Keys(home), options)
    finally:
        if options.progress:
            sys.stderr.write(f"\r{' ' * 79}\r")
    for report in done.reports:
        _tell(report)
    for role, before, after in done.written:
        changed = f", in place of {before:,}" if before else ""
        sys.stdout.write(f"Roster of {_ROLES[role]}: {after:,}{changed}; used until {done.ends.isoformat()}.\n")
    sys.stdout.write(f"Kept as keyed hashes in {home.path}; no name is readable there.\n")
    return 0


def _tell(report: RosterReport) -> None:
    """One file's report."""
    counts = {role: sum(person.role == role for person in report.people) for role in _ROLES}
    told = [f"{_ROLES[role]} {count:,}" for role, count in counts.items() if count]
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


def _bar(done: int, total: int) -> None:
    """A bar on a terminal; `run` rubs it out."""
    filled = _BAR * done // max(1, total)
    sys.stderr.write(f"\r[{'#' * filled}{'.' * (_BAR - filled)}] {done:,} of {total:,}")
    sys.stderr.flush()
