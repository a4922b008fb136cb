"""`secondlook home`: opens the home page, signed in; prints the one-time address where there is no screen, or with --print."""

from __future__ import annotations

import argparse
import sys

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.home_link import ask_for_link
from secondlook.open_page import open_page


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = new_command(commands, "home", "open your page: what is kept, your people, hours and accounts, the policy")
    parser.add_argument("--print", action="store_true", dest="show", help="print the address and open nothing")
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Open it, or print where it is.

    Raises:
        AgentAwayError: the agent is not running.

    """
    address = ask_for_link(home_of(arguments))
    if not arguments.show and open_page(address):
        sys.stdout.write("Your page is open in the browser.\n")
    else:
        sys.stdout.write(f"{address}\nIt works once, within a minute, on this computer only.\n")
    return 0
