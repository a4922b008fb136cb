"""`secondlook roster seal`: exports in, a sealed roster and its key out, for the district folder. Needs no home."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from secondlook.commands.arguments import Commands, new_command
from secondlook.commands.progress import progress_bar
from secondlook.commands.roster_report import add_mapping, mapping_of, tell_report
from secondlook.district.sealing import seal_rosters
from secondlook.errors import UsageError
from secondlook.rosters import ImportOptions, RosterKind


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = new_command(commands, "seal", "make a sealed roster for the district folder, without a readable name")
    parser.add_argument("files", type=Path, nargs="*", metavar="FILE", help="exports, as for roster import")
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR", help="the sealed folder; its key lies beside it"
    )
    parser.add_argument(
        "--staff",
        type=Path,
        nargs="+",
        default=[],
        metavar="FILE",
        help="exports whose people without a role are employees",
    )
    parser.add_argument(
        "--until", type=date.fromisoformat, metavar="DATE", help="last day of use; else the end of the school year"
    )
    parser.add_argument("--key", type=Path, metavar="FILE", help="the key to use, or to make; else DIR.key")
    add_mapping(parser)
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Seal.

    Raises:
        SecondLookError: a file or the key cannot be used; what was there before stays.

    """
    kinds: list[tuple[list[Path], RosterKind]] = [(arguments.files, "student"), (arguments.staff, "staff")]
    files = [(path, kind) for paths, kind in kinds for path in paths]
    if not files:
        raise UsageError("Name at least one export, or one with --staff.")
    with progress_bar() as tell:
        options = ImportOptions(mapping=mapping_of(arguments), ends=arguments.until, progress=tell)
        done = seal_rosters(files, arguments.out, options, arguments.key)
    for report in done.reports:
        tell_report(report)
    note = done.note
    sys.stdout.write(
        f"Sealed in {done.folder}: {note.students:,} students, {note.staff:,} employees, until {note.until}.\n"
    )
    if done.new_key:
        sys.stdout.write(
            f"New key in {done.key_file}, readable by you only. Deliver it apart from the roster, and keep it.\n"
        )
    else:
        sys.stdout.write(f"Sealed with the key in {done.key_file}; laptops that have it need no other.\n")
    return 0
