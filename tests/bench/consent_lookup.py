"""How long it takes to ask the consent ledger about a tag: a book of invented colleagues, asked in turn. Called by `bench.py`."""

from __future__ import annotations

from datetime import date

from bench.stopwatch import Side
from secondlook.people.consent import Consent, ConsentBook

COLLEAGUES, ASKED = 5_000, 20_000
POST = "Our science fair was a joy, thank you all for coming"
DAY = date(2026, 11, 27)


def lookups() -> Side:
    """The times of all lookups; a third of the consents are standing, the others for an event or an album."""
    book = ConsentBook(
        Consent(str(number), name_of(number), "", what, "science fair", "said", DAY, DAY)
        for number in range(COLLEAGUES)
        for what in (("event", "album", "standing")[number % 3],)
    )
    side = Side(lambda name: book.covers(name, None, POST, DAY))
    for number in range(ASKED):
        side.time(name_of(number % COLLEAGUES))
    return side


def name_of(number: int) -> str:
    """A full name that only one colleague has."""
    return f"Dana{number} Q. Whitfield{number}"
