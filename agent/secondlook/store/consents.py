"""The rows of the tag consent ledger: who agreed to be tagged, for what, until when, and how they said so.

Colleagues' names stand here as the person typed them, so that the person can read the ledger; the file is the person's
alone (0600). What a consent means is `people/consent.py`. Called by `my_people.py`.
"""

from __future__ import annotations

from dataclasses import astuple, dataclass, field, fields

from secondlook.store.database import Database


@dataclass(frozen=True)
class ConsentRow:
    """One consent as kept; all text, dates as ISO."""

    id: str
    name: str = field(repr=False)
    handle: str = field(repr=False)
    what: str
    label: str = field(repr=False)
    how: str
    added: str
    until: str


_COLUMNS = ", ".join(column.name for column in fields(ConsentRow))


class Consents:
    """The ledger's table in an open store."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, row: ConsentRow) -> None:
        """Keep one more."""
        self._database.write(f"INSERT INTO consents ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", astuple(row))  # noqa: S608  column names of ours

    def rows(self) -> list[ConsentRow]:
        """All that is kept, oldest first."""
        return [ConsentRow(*row) for row in self._database.read(f"SELECT {_COLUMNS} FROM consents ORDER BY added, id")]  # noqa: S608  column names of ours

    def remove(self, identity: str) -> bool:
        """Delete one, and say whether there was one."""
        return self._database.write("DELETE FROM consents WHERE id = ?", (identity,)) > 0
