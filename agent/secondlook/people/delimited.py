"""Reads a delimited text file leniently: byte-order mark, comma, semicolon or tab, UTF-8 or Windows-1252, short rows.

Knows nothing of rosters but which columns nobody may ask for. Columns that a format does not ask for are never kept:
a `Row` holds the wanted cells alone, and no repr shows a cell. Called by the format readers of this room.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from secondlook.errors import BadRosterError
from secondlook.people.forbidden import is_forbidden
from secondlook.people.text_file import decode, repair

MAX_BYTES = 400 * 1024 * 1024
MAX_CELL = 1_000
"""Characters kept of one cell; a longer name is a mistake in the file."""
_MOST_LINES_OF_A_ROW = 10
"""Lines that a quoted cell may run over; after that the quotation mark is a stray one and stands for itself."""
_LONGEST_ROW = 100_000


@dataclass(frozen=True, slots=True)
class Row:
    """The wanted cells of one data row, trimmed; `line` counts the header as 1.

    Attributes:
        short: the row has fewer cells than the header.
        stray_quote: a quotation mark in it is never closed, so that its cells may be shifted.

    """

    line: int
    cells: Mapping[str, str] = field(repr=False)
    short: bool = False
    stray_quote: bool = False

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")

    def first(self, columns: tuple[str, ...]) -> str:
        """The first filled cell among several spellings of one column."""
        return next((cell for column in columns if (cell := self.cells.get(column))), "")


@dataclass(frozen=True, slots=True)
class Table:
    """A file whose header has been read.

    Attributes:
        columns: header names as our own keys: small letters and digits only, bracketed remarks dropped.
        headings: the same, as the file spells them.
        remarks: what had to be mended while reading, for the report.

    """

    name: str
    columns: tuple[str, ...] = field(repr=False)
    headings: tuple[str, ...] = field(repr=False)
    remarks: tuple[str, ...]
    _lines: list[str] = field(repr=False)
    _first: int
    _delimiter: str

    def rows(self, wanted: frozenset[str]) -> Iterator[Row]:
        """The data rows with the wanted columns only; blank lines are passed over.

        Raises:
            ValueError: a column is wanted that is never read (a mistake of the caller's).

        """
        if any(map(is_forbidden, wanted)):
            raise ValueError("a column is wanted that is never read")
        places: dict[str, int] = {}
        for place, column in enumerate(self.columns):
            if column in wanted:
                places.setdefault(column, place)
        for line, cells, stray in self._raw_rows():
            if any(cell.strip() for cell in cells):
                kept = {
                    column: repair(cells[place][:MAX_CELL]) for column, place in places.items() if place < len(cells)
                }
                yield Row(line, kept, len(cells) < len(self.columns), stray)

    def _raw_rows(self) -> Iterator[tuple[int, list[str], bool]]:
        """Line number, cells and whether a quotation mark was never closed, row after row."""
        at = self._first
        while at < len(self._lines):
            taken = _row_length(self._lines, at)
            stray = not taken
            text = "\n".join(self._lines[at : at + max(1, taken)])[:_LONGEST_ROW]
            yield at + 1, _cells(text, self._delimiter, quoted=not stray), stray
            at += max(1, taken)

    def heading(self, column: str) -> str:
        """How the file spells a column, for reports; our own key when it has none."""
        return dict(zip(self.columns, self.headings, strict=True)).get(column, column)


def _row_length(lines: list[str], at: int) -> int:
    """Lines that the row at `at` runs over, 0 when its quotation mark is never closed."""
    marks = 0
    for count in range(_MOST_LINES_OF_A_ROW):
        if at + count >= len(lines):
            break
        marks += lines[at + count].count('"')
        if marks % 2 == 0:
            return count + 1
    return 0


def _cells(text: str, delimiter: str, *, quoted: bool) -> list[str]:
    """The cells of one row; a row that the csv module cannot read is split plainly."""
    if not quoted:
        return text.replace('"', "").split(delimiter)
    try:
        return next(csv.reader([text], delimiter=delimiter), [])
    except csv.Error:
        return text.split(delimiter)


def column_key(heading: str) -> str:
    """A heading without case, blanks, signs and a bracketed remark ("First Name [Required]" -> "firstname")."""
    return re.sub(r"[\W_]", "", re.sub(r"\[[^\]]*\]", "", heading[:MAX_CELL])).casefold()


def open_table(path: Path) -> Table:
    """Read a file's header and keep its text for `rows`.

    Raises:
        BadRosterError: the file is missing, empty, far too large, binary, or has no header row.

    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadRosterError(f"{path.name}: larger than {MAX_BYTES // 1024 // 1024} MB; is this a roster?")
        raw = path.read_bytes()
    except OSError as error:
        raise BadRosterError(f"{path.name}: cannot be opened ({error.strerror}).") from error
    return table_of(path.name, raw)


def table_of(name: str, raw: bytes) -> Table:
    """As `open_table`, for content that is already here.

    Raises:
        BadRosterError: it is empty, binary, or has no header row.

    """
    text, remarks = decode(name, raw)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise BadRosterError(f"{name}: the file is empty; a roster needs a header row and one row a person.")
    delimiter = max(",;\t|", key=lines[first].count)
    headings = tuple(cell.strip() for cell in _cells(lines[first][:_LONGEST_ROW], delimiter, quoted=True))
    return Table(name, tuple(map(column_key, headings)), headings, remarks, lines, first + 1, delimiter)
