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


def add_model(parser: argparse.ArgumentParser) -> None:
    """`--model`, for commands that look for names; IT may set `SECONDLOOK_MODEL` instead."""
    parser.add_argument("--model", metavar="NAME", help="a spaCy pipeline in place of ours: a folder or a package")


def home_of(arguments: argparse.Namespace) -> Home:
    """The home that was asked for, or the person's own."""
    return find_home(arguments.home)
