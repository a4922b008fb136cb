"""`secondlook rules check DIR` and `secondlook rules explain`: for whoever edits the rules."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from secondlook.api.strict_json import parse_object
from secondlook.commands.arguments import Commands, new_command
from secondlook.commands.check import add_sources, make_checker, read_line
from secondlook.policy.check_folder import check_folder
from secondlook.policy.explain import explain


def add(commands: Commands) -> None:
    """Declare both commands."""
    group = commands.add_parser("rules", help="policy rules", description="Policy rules.")
    inner = group.add_subparsers(required=True, metavar="COMMAND")
    parser = new_command(inner, "check", "say what is wrong in a policy folder")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.set_defaults(work=run_check)
    parser = new_command(inner, "explain", "say why one attempt from stdin is decided as it is")
    add_sources(parser)
    parser.set_defaults(work=run_explain)


def run_check(arguments: argparse.Namespace) -> int:
    """Exit status 0 when the folder can be used, 2 when not."""
    report = check_folder(arguments.folder)
    (sys.stdout if report.ok else sys.stderr).write(report.text + "\n")
    return 0 if report.ok else 2


def run_explain(arguments: argparse.Namespace) -> int:
    """Explain one attempt; kinds, places, facts and rules, never the words.

    Raises:
        SecondLookError: the attempt, roster or policy cannot be used.

    """
    attempt, asked = read_line(parse_object(sys.stdin.buffer.read().strip()))
    look = make_checker(arguments).look(attempt, asked)
    sys.stdout.write(explain(look.findings, look.facts, look.outcome) + "\n")
    return 0
