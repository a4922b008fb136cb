"""`secondlook exceptions list|remove`: what was said to be no current student, by kind and date. The names cannot be told."""

from __future__ import annotations

import argparse
import sys

from secondlook.commands.arguments import Commands, new_command
from secondlook.commands.own_people import open_people
from secondlook.contract import NotAStudent, RemoveException
from secondlook.errors import NotKeptError

KINDS = {"not_student": "not a student", "own_child": "my own child", "alumni": "alumni"}


def add(commands: Commands) -> None:
    """Declare the commands."""
    group = commands.add_parser(
        "exceptions", help="who is no current student", description="Who is no current student."
    )
    inner = group.add_subparsers(required=True, metavar="COMMAND")
    parser = new_command(inner, "list", "what is kept, by kind and date")
    parser.set_defaults(work=run_list)
    parser = new_command(inner, "add", "keep that a name is not a current student's, until the school year ends")
    parser.add_argument("name", metavar="NAME")
    parser.add_argument("--kind", choices=sorted(KINDS), default="not_student")
    parser.set_defaults(work=run_add)
    parser = new_command(inner, "remove", "forget one, by its id or by typing the name again")
    parser.add_argument("which", metavar="ID|NAME")
    parser.set_defaults(work=run_remove)


def run_list(arguments: argparse.Namespace) -> int:
    """One line each."""
    with open_people(arguments) as people:
        kept = people.exceptions().exceptions
    for one in kept:
        sys.stdout.write(f"{one.id}  {KINDS[one.kind]:<14} since {one.added}, until {one.expires}\n")
    if not kept:
        sys.stdout.write("Nothing is kept.\n")
    return 0


def run_add(arguments: argparse.Namespace) -> int:
    """Keep one as a keyed hash."""
    with open_people(arguments) as people:
        people.add_exception(NotAStudent(name=arguments.name, kind=arguments.kind))
    sys.stdout.write("Kept as a keyed hash.\n")
    return 0


def run_remove(arguments: argparse.Namespace) -> int:
    """Forget one.

    Raises:
        NotKeptError: there is none of that id or name.

    """
    with open_people(arguments) as people:
        known = any(arguments.which == one.id for one in people.exceptions().exceptions)
        which = RemoveException(id=arguments.which) if known else RemoveException(name=arguments.which)
        if not people.remove_exception(which).removed:
            raise NotKeptError("There is no exception of that id or name.")
    sys.stdout.write("Forgotten.\n")
    return 0
