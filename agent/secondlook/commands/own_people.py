"""Opens what a home keeps about people, for the commands that read or change it; works beside a running agent."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from secondlook.commands.arguments import home_of
from secondlook.keys import Keys
from secondlook.my_people import MyPeople
from secondlook.store import Store


def local_day() -> date:
    """The person's own day."""
    return date.today()  # noqa: DTZ011  as the person's calendar on the wall says


@contextmanager
def open_people(arguments: argparse.Namespace) -> Iterator[MyPeople]:
    """The people of the home that was asked for; closed at the end.

    Raises:
        SecondLookError: the store or the key cannot be had.

    """
    home = home_of(arguments)
    store = Store(home.store_file)
    try:
        yield MyPeople(store, Keys(home), local_day)
    finally:
        store.close()
