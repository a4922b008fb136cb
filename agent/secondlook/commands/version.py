"""`secondlook version`."""

from __future__ import annotations

import argparse
import sys

from secondlook import __version__
from secondlook.commands.arguments import Commands, new_command


def add(commands: Commands) -> None:
    """Declare the command."""
    new_command(commands, "version", "print the version").set_defaults(work=run)


def run(_: argparse.Namespace) -> int:
    """Print it."""
    sys.stdout.write(f"{__version__}\n")
    return 0
