"""`secondlook consent add|list|withdraw`: who among your colleagues has agreed to be tagged, for what, until when."""

from __future__ import annotations

import argparse
import sys

from pydantic import ValidationError

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.commands.own_people import local_day, open_people
from secondlook.contract import Consent, WithdrawConsent
from secondlook.errors import NotKeptError
from secondlook.keys import Keys
from secondlook.rosters import nobody_excepted, rosters_of_home


def add(commands: Commands) -> None:
    """Declare the commands."""
    group = commands.add_parser("consent", help="who agreed to be tagged", description="Who agreed to be tagged.")
    inner = group.add_subparsers(required=True, metavar="COMMAND")
    parser = new_command(inner, "add", "keep that a colleague has agreed")
    parser.add_argument("name", metavar="NAME", help="as on the staff list")
    parser.add_argument("--handle", metavar="HANDLE", help="their name on the site")
    parser.add_argument("--for", dest="what", choices=("standing", "event", "album"), default="standing")
    parser.add_argument("--label", default="", metavar="WORDS", help="which event or album")
    parser.add_argument("--how", choices=("said", "written"), default="said")
    parser.add_argument("--until", metavar="DATE", help="such as 2027-06-30; else the end of the school year")
    parser.set_defaults(work=run_add)
    parser = new_command(inner, "list", "the ledger")
    parser.set_defaults(work=run_list)
    parser = new_command(inner, "withdraw", "take one off the ledger")
    parser.add_argument("id", metavar="ID")
    parser.set_defaults(work=run_withdraw)


def run_add(arguments: argparse.Namespace) -> int:
    """Keep one.

    Raises:
        NotKeptError: nobody of that name is on the staff list, or the date is in the past or none.

    """
    home = home_of(arguments)
    names = rosters_of_home(home, Keys(home), nobody_excepted, local_day()).names
    try:
        given = Consent(
            name=arguments.name, handle=arguments.handle, what=arguments.what, label=arguments.label,
            how=arguments.how, until=arguments.until,
        )  # fmt: skip
    except ValidationError as error:
        place = ".".join(map(str, error.errors(include_input=False)[0]["loc"]))
        raise NotKeptError(
            f"The {place} is not in the expected form.", field=place
        ) from None  # the chain has the input
    with open_people(arguments) as people:
        kept = people.add_consent(given, names)
    sys.stdout.write(f"Kept as {kept.id}, until {kept.until}.\n")
    return 0


def run_list(arguments: argparse.Namespace) -> int:
    """One line each, with the names as they were typed."""
    with open_people(arguments) as people:
        kept = people.consents().consents
    for one in kept:
        who = one.name + (f" ({one.handle})" if one.handle else "")
        purpose = one.what + (f": {one.label}" if one.label else "")
        sys.stdout.write(f"{one.id}  {who}, {purpose}, {one.how} on {one.added}, until {one.until}\n")
    if not kept:
        sys.stdout.write("The ledger is empty.\n")
    return 0


def run_withdraw(arguments: argparse.Namespace) -> int:
    """Delete one.

    Raises:
        NotKeptError: there is none of that id.

    """
    known = NotKeptError("There is no consent of that id; secondlook consent list shows them.")
    try:
        which = WithdrawConsent(id=arguments.id)
    except ValidationError:
        raise known from None
    with open_people(arguments) as people:
        if not people.withdraw_consent(which).removed:
            raise known
    sys.stdout.write("Withdrawn.\n")
    return 0
