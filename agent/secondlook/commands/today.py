"""`secondlook today snow-day|half-day|normal`: what today is for you, where the calendar cannot know yet. Gone tomorrow."""

from __future__ import annotations

import argparse
import sys

from secondlook.commands.arguments import Commands, home_of, new_command
from secondlook.commands.own_people import local_day
from secondlook.configured import say_today
from secondlook.contract import SaidToday
from secondlook.store import Store

_DAYS: dict[str, tuple[SaidToday, str]] = {
    "snow-day": ("snow_day", "Today is no work day; nothing is said about work hours."),
    "half-day": ("half_day", "Today is a half day."),
    "normal": ("normal", "What you said of today is taken back; the calendar has the say."),
}


def add(commands: Commands) -> None:
    """Declare the command."""
    parser = new_command(commands, "today", "say what today is: a snow day, a half day, or as usual")
    parser.add_argument("day", choices=tuple(_DAYS))
    parser.set_defaults(work=run)


def run(arguments: argparse.Namespace) -> int:
    """Keep it; a running agent takes it in within seconds.

    Raises:
        StoreUnavailableError: it cannot be kept.

    """
    day, sentence = _DAYS[arguments.day]
    store = Store(home_of(arguments).store_file)
    try:
        say_today(store, day, local_day())
    finally:
        store.close()
    sys.stdout.write(f"{sentence}\n")
    return 0
