"""Reads a delimited text file leniently: byte-order mark, comma, semicolon or tab, UTF-8 or Windows-1252, short rows.

Knows nothing of rosters. Columns that a format does not ask for are never kept: `Table` holds the wanted cells alone.
Called by the format readers of this room.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from secondlook.errors import BadRosterError

MAX_BYTES = 400 * 1024 * 1024
MAX_CELL = 1_000
"""Characters kept of one cell; a longer name is a mistake in the file."""


@dataclass(frozen=True, slots=True)
class Row:
    """The wanted cells of one data row, trimmed; `line` counts the header as 1."""

    line: int
    cells: Mapping[str, str]
    short: bool

    def __getitem__(self, column: str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Table:
    """A file whose header has been read.

    Attributes:
        columns: header names as our own keys: small letters and digits only, bracketed remarks dropped.
        headings: the same, as the file spells them.
        encoding: "utf-8" or "cp1252", the latter worth a remark in the report.

    """

    name: str
    columns: tuple[str, ...]
    headings: tuple[str, ...]
    encoding: str
    _text: str
    _delimiter: str

    def rows(self, wanted: frozenset[str]) -> Iterator[Row]:
        """The data rows with the wanted columns only; blank lines are passed over."""
        places = [(place, column) for place, column in enumerate(self.columns) if column in wanted]
        reader = csv.reader(io.StringIO(self._text, newline=""), delimiter=self._delimiter)
        next(reader, None)
        while True:
            try:
                cells = next(reader, None)
            except csv.Error:
                yield Row(reader.line_num, {}, short=True)
                continue
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                kept = {column: cells[place].strip()[:MAX_CELL] for place, column in places if place < len(cells)}
                yield Row(reader.line_num, kept, short=len(cells) < len(self.columns))

    def heading(self, column: str) -> str:
        """How the file spells a column, for reports; our own key when it has none."""
        return dict(zip(self.columns, self.headings, strict=True)).get(column, column)


def column_key(heading: str) -> str:
    """A heading without case, blanks, signs and a bracketed remark ("First Name [Required]" -> "firstname")."""
    return re.sub(r"[\W_]", "", re.sub(r"\[[^\]]*\]", "", heading)).casefold()


def open_table(path: Path) -> Table:
    """Read a file's header and keep its text for `rows`.

    Raises:
        BadRosterError: the file is missing, empty, far too large, binary, or has no header row.

    """
    text, encoding = _read_text(path)
    first_line = text.lstrip("\r\n").split("\n", 1)[0]
    delimiter = max(",;\t", key=first_line.count)
    try:
        headings = tuple(cell.strip() for cell in next(csv.reader([first_line], delimiter=delimiter), []))
    except csv.Error as error:
        raise BadRosterError(f"{path.name}: the header row cannot be read.") from error
    if not any(headings):
        raise BadRosterError(f"{path.name}: the file is empty; a roster needs a header row and one row a person.")
    text = text.lstrip("\r\n")
    return Table(path.name, tuple(map(column_key, headings)), headings, encoding, text, delimiter)


def _read_text(path: Path) -> tuple[str, str]:
    """The file's text and encoding."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise BadRosterError(f"{path.name}: larger than {MAX_BYTES // 1024 // 1024} MB; is this a roster?")
        raw = path.read_bytes()
    except OSError as error:
        raise BadRosterError(f"{path.name}: cannot be opened ({error.strerror}).") from error
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace"), "utf-16"
    if b"\0" in raw[:4096]:
        raise BadRosterError(f"{path.name}: not a text file; export the roster as CSV.")
    try:
        return raw.decode("utf-8-sig"), "utf-8"
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), "cp1252"
