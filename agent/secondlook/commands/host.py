"""`secondlook install-host` and `secondlook native-host`: the link by which a browser finds the agent."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.install_host import BROWSERS, install_host
from secondlook.native_host import run as run_host


def add(commands: Commands) -> None:
    """Declare both commands."""
    parser = new_command(commands, "install-host", "let a browser find the agent")
    parser.add_argument("--browser", choices=BROWSERS, required=True)
    parser.add_argument("--dir", type=Path, metavar="DIR", help="write here, such as a profile's NativeMessagingHosts")
    parser.set_defaults(work=run_install)
    parser = new_command(commands, "native-host", "answer a browser on stdin and stdout (browsers call this)")
    parser.add_argument("caller", nargs="*", help=argparse.SUPPRESS)  # browsers add the extension's origin
    parser.set_defaults(work=lambda arguments: run_host(home_of(arguments)))


def run_install(arguments: argparse.Namespace) -> int:
    """Write the manifest.

    Raises:
        UsageError: the folder cannot be written.

    """
    for sentence in install_host(arguments.browser, home_of(arguments), arguments.dir):
        sys.stdout.write(sentence + "\n")
    return 0
