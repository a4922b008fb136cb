"""`secondlook doctor [--json]`: each link of the chain in one line, and the exact next step where one is needed."""

from __future__ import annotations

import argparse
import sys

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.contract import StatusReport
from secondlook.doctor import examine
from secondlook.system_language import system_language

LEVELS = ("ok", "warning", "broken")


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = new_command(commands, "doctor", "look at each link of the chain")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.add_argument("--language", choices=("en", "es", "pt"), help="of the sentences; else the system's")
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when every link is in order, 1 when one is not quite, 2 when one is broken."""
    told = examine(home_of(arguments), arguments.language or system_language())
    sys.stdout.write(told.model_dump_json(indent=2) + "\n" if arguments.json else _in_lines(told))
    return max(LEVELS.index(link.level) for link in told.links)


def _in_lines(told: StatusReport) -> str:
    lines = [told.says]
    for link in told.links:
        lines.append(f"{link.level:<8} {link.title}: {link.says}")
        lines += [f"         {more}" for more in (link.detail, link.next and f"→ {link.next}") if more]
    return "\n".join(lines) + "\n"
