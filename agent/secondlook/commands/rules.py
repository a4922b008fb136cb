"""`secondlook rules check DIR` and `secondlook rules explain`: for whoever edits the rules."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from secondlook.api.strict_json import parse_object
from secondlook.checker import Look
from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.commands.check import add_sources, make_checker, read_line
from secondlook.config import Home
from secondlook.district.in_use import DistrictInUse
from secondlook.keys import Keys
from secondlook.my_people import first_said
from secondlook.policy.check_folder import check_folder
from secondlook.policy.explain import Background, explain
from secondlook.policy.policy import Policy
from secondlook.rosters import Exceptions, Rosters, nobody_excepted, rosters_of_home
from secondlook.store import Store


def add(commands: Commands) -> None:
    """Declare both commands."""
    group = commands.add_parser("rules", help="policy rules", description="Policy rules.")
    inner = group.add_subparsers(required=True, metavar="COMMAND")
    parser = new_command(inner, "check", "say what is wrong in a policy folder, or what an overlay changes")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--policy", type=Path, metavar="DIR", help="what an overlay lies over; else the shipped policy")
    parser.set_defaults(work=run_check)
    parser = new_command(inner, "explain", "say why one attempt from stdin is decided as it is")
    add_sources(parser)
    parser.set_defaults(work=run_explain)


def run_check(arguments: argparse.Namespace) -> int:
    """Exit status 0 when the folder can be used, 2 when not."""
    report = check_folder(arguments.folder, arguments.policy)
    (sys.stdout if report.ok else sys.stderr).write(report.text + "\n")
    return 0 if report.ok else 2


def run_explain(arguments: argparse.Namespace) -> int:
    """Explain one attempt; kinds, places, facts and rules, never the words.

    The district's rosters and overlay, else the home's own, are used where no option names others.

    Raises:
        SecondLookError: the attempt, roster or policy cannot be used.

    """
    attempt, asked = read_line(parse_object(sys.stdin.buffer.read().strip()))
    home = home_of(arguments)
    district = DistrictInUse(home, Keys(home), keep=False)
    district.refresh()
    if arguments.overlay is None:
        own_overlay = home.overlay_folder if home.overlay_folder.is_dir() else None
        arguments.overlay = district.overlay or own_overlay
    own = None if arguments.students or arguments.staff else _rosters_of(home, district)
    checker = make_checker(arguments, own)
    look = checker.look(attempt, asked)
    background = _background(look, checker.parts.policy)
    sys.stdout.write(explain(look.findings, look.facts, look.outcome, background) + "\n")
    return 0


def _rosters_of(home: Home, district: DistrictInUse) -> Rosters | None:
    """What the agent would use; None when there is nothing, so that no key is made for a question."""
    sealed = district.rosters
    if not (sealed.students or sealed.staff or home.roster_file.exists() or home.staff_file.exists()):
        return None
    keys, today = Keys(home), date.today()  # noqa: DTZ011  the person's own day
    store = Store(home.store_file) if home.store_file.exists() else None
    exceptions: Exceptions = nobody_excepted
    if store is not None:
        key = keys.derive("exceptions")
        kept = store
        exceptions = lambda name: first_said(kept, key, name, today) is not None  # noqa: E731  needs key and store
    rosters = rosters_of_home(home, keys, exceptions, today, sealed)
    if rosters.problem:
        sys.stderr.write(f"{rosters.problem}\n")
    return rosters


def _background(look: Look, policy: Policy) -> Background:
    kept: dict[tuple[str, int, int], str] = {
        (it.kind, it.start, it.end): it.why for it in look.evidence if not it.dropped
    }
    passed_over = [
        f"{it.kind} at {it.start}-{it.end}, sureness {it.score:.2f}: {it.why}; {it.dropped}"
        for it in look.evidence
        if it.dropped
    ]
    return Background(kept, passed_over, policy.origin)
