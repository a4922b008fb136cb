"""`secondlook doctor`: each link of the chain in one line, and the exact next step where one is needed."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.doctor import examine


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = new_command(commands, "doctor", "look at each link of the chain")
    parser.add_argument("--json", action="store_true", help="for programs")
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Exit status 0 when nothing is broken (warnings included), 1 when something is."""
    links = examine(home_of(arguments))
    if arguments.json:
        sys.stdout.write(json.dumps([asdict(link) for link in links], indent=2) + "\n")
    else:
        for link in links:
            step = f" Next: {link.next}" if link.next else ""
            sys.stdout.write(f"{link.state:<8} {link.name}: {link.says}{step}\n")
    return 1 if any(link.state == "broken" for link in links) else 0
