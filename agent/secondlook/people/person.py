"""The shape of a person in a roster export, and of the report about reading one. Data only; made by the format readers.

A `RosterPerson` lives in memory while an index is being built and is never written, logged or shown in a repr.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Role = Literal["student", "staff", "other", "unstated"]
"""`other` is a parent, guardian, relative or proctor; `unstated` is a file that does not speak of roles at all."""


@dataclass(frozen=True, slots=True)
class RosterPerson:
    """One person of an export: names as the export spells them, nothing sensitive.

    Attributes:
        email_local, email_domain: the two halves of the e-mail address, in small letters.
        ids: state and local identifiers, as text.

    """

    given: str = field(repr=False)
    family: str = field(repr=False)
    middle: str = field(default="", repr=False)
    preferred_given: str = field(default="", repr=False)
    preferred_middle: str = field(default="", repr=False)
    preferred_family: str = field(default="", repr=False)
    role: Role = "unstated"
    email_local: str = field(default="", repr=False)
    email_domain: str = ""
    ids: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that could not be used as it is. Names the place and the reason, never the cell's content.

    Attributes:
        row: line of the file, the header being line 1; 0 for the file as a whole.
        column: the column's name in the file, or "" for the row as a whole.

    """

    row: int
    column: str
    reason: str


@dataclass(slots=True)
class RosterReport:
    """What came out of reading one export.

    Attributes:
        format: the export's name, such as "OneRoster 1.1".
        people: the usable rows, in file order.
        rows_read: data rows seen, usable or not.
        problems: odd rows; at most `MAX_PROBLEMS` are kept, all are counted.
        ends: last day the export speaks of, or None when it does not say.
        file: the file's own name, without its folder.
        unread: how many of its columns were not read.
        left: rows of people who have left (graduated, suspended, disabled, to be deleted); not taken.

    """

    format: str
    people: list[RosterPerson] = field(default_factory=list, repr=False)
    rows_read: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    problem_count: int = 0
    ends: date | None = None
    file: str = ""
    unread: int = 0
    left: int = 0

    def note(self, row: int, column: str, reason: str) -> None:
        """Add a problem to the report."""
        self.problem_count += 1
        if len(self.problems) < MAX_PROBLEMS:
            self.problems.append(RowProblem(row, column, reason))


MAX_PROBLEMS = 200
"""A file with more is broken in one way, not in two hundred."""
