"""Arguments that several commands take, declared once."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from secondlook.config import Home, find_home

Commands = Any  # argparse's own type for this is private


def new_command(commands: Commands, name: str, summary: str) -> argparse.ArgumentParser:
    """A subparser with `--home`, which every command takes."""
    parser: argparse.ArgumentParser = commands.add_parser(name, help=summary, description=summary)
    parser.add_argument("--home", type=Path, metavar="DIR", help="where everything of ours lies")
    return parser


def home_of(arguments: argparse.Namespace) -> Home:
    """The home that was asked for, or the person's own."""
    return find_home(arguments.home)
