"""`secondlook roster import`: exports in, keyed index out; says what was read and which rows were odd, by row and column."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from secondlook.commands import seal
from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.commands.progress import progress_bar
from secondlook.commands.roster_report import ROLES, add_mapping, mapping_of, tell_report
from secondlook.config import Home
from secondlook.district.in_use import DistrictInUse
from secondlook.keys import Keys
from secondlook.rosters import ImportOptions, RosterKind, import_files


def add(commands: Commands) -> None:
    """Declare the commands."""
    group = commands.add_parser("roster", help="rosters", description="Rosters, of this home and of a district.")
    inner = group.add_subparsers(required=True, metavar="COMMAND")
    parser = new_command(inner, "import", "take in roster exports")
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
    add_mapping(parser)
    parser.add_argument("--ends", type=date.fromisoformat, metavar="DATE", help="last day of use, such as 2027-06-30")
    parser.set_defaults(work=run)
    seal.add(inner)


def run(arguments: argparse.Namespace) -> int:
    """Import.

    Raises:
        SecondLookError: a file or the key cannot be used; what was there before stays.

    """
    home = home_of(arguments)
    with progress_bar() as tell:
        options = ImportOptions(
            kind="staff" if arguments.staff else "student",
            mapping=mapping_of(arguments),
            ends=arguments.ends,
            progress=tell,
        )
        done = import_files(arguments.files, home, Keys(home), options)
    for report in done.reports:
        tell_report(report)
    for role, before, after in done.written:
        changed = f", in place of {before:,}" if before else ""
        sys.stdout.write(f"Roster of {ROLES[role]}: {after:,}{changed}; used until {done.ends.isoformat()}.\n")
    for role in _brought_by_the_district(home):
        sys.stdout.write(
            f"The district folder brings a roster of {ROLES[role]} to this computer, which comes before this one.\n"
        )
    sys.stdout.write(f"Kept as keyed hashes in {home.path}; no name is readable there.\n")
    return 0


def _brought_by_the_district(home: Home) -> list[RosterKind]:
    """Rosters that are not the home's own, so that nobody waits for an import to show."""
    district = DistrictInUse(home, Keys(home), keep=False)
    district.refresh()
    sealed: dict[RosterKind, Path | None] = {"student": district.rosters.students, "staff": district.rosters.staff}
    return [role for role, path in sealed.items() if path]
