"""Which columns of an export hold what, and one row read through them. Every format is such a table and little more.

Called by the formats; knows none of them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields

from secondlook.people.delimited import Row, Table
from secondlook.people.id_numbers import is_damaged_id
from secondlook.people.person import Role, RosterPerson, RosterReport

_FORMULA_ERROR = re.compile(r"#(?:REF|NAME|N/A|VALUE|DIV/0|NULL|NUM|SPILL)[!?]?|#+")
_DATE = re.compile(r"\d{1,2}[-/][A-Z][a-z]{2}|[A-Z][a-z]{2}[-/]\d{2,4}|\d{1,4}[-/]\d{1,2}[-/]\d{1,4}")


@dataclass(frozen=True, slots=True)
class Columns:
    """For each thing we read, the column keys it may stand in, the best first. `whole` is "Last, First" or "First Last"."""

    given: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    middle: tuple[str, ...] = ()
    preferred_given: tuple[str, ...] = ()
    preferred_middle: tuple[str, ...] = ()
    preferred_family: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()

    def wanted(self, *more: str) -> frozenset[str]:
        """All of them, and `more`."""
        return frozenset(more).union(*(getattr(self, one.name) for one in fields(self)))


def new_report(form: str, table: Table, wanted: frozenset[str]) -> RosterReport:
    """An empty report with the file's remarks, and how many of its columns stay unread."""
    report = RosterReport(form, file=table.name, unread=sum(column not in wanted for column in table.columns))
    for remark in table.remarks:
        report.note(0, "", remark)
    return report


def read_person(row: Row, columns: Columns, table: Table, report: RosterReport, role: Role) -> RosterPerson | None:
    """One row as a person, or None with a problem noted. Damaged cells are left out and noted; their content never is."""
    if row.stray_quote:
        report.note(row.line, "", "a quotation mark is never closed; look whether this row is right")
    given, family = (_name(row, names, table, report) for names in (columns.given, columns.family))
    given_column, family_column = (_heading(names, table) for names in (columns.given, columns.family))
    if not given and not family and columns.whole:
        given, family = split_whole(_name(row, columns.whole, table, report))
        given_column = family_column = _heading(columns.whole, table)
    if not given and not family:
        column = "" if row.short else given_column or family_column
        report.note(row.line, column, "the row is cut short" if row.short else "no given and no family name")
        return None
    for cell, column in ((given, given_column), (family, family_column)):
        if not cell:
            report.note(row.line, column, "empty; the person is found by the other name only with context")
    if max(map(len, (given, family))) == 1:
        report.note(row.line, given_column, "names of one letter; nobody can be found by them")
    local, _, domain = row.first(columns.email).casefold().partition("@")
    return RosterPerson(
        given=given,
        family=family,
        middle=_name(row, columns.middle, table, report),
        preferred_given=_name(row, columns.preferred_given, table, report),
        preferred_middle=row.first(columns.preferred_middle),
        preferred_family=_name(row, columns.preferred_family, table, report),
        role=role,
        email_local=local if domain else "",
        email_domain=domain,
        ids=_ids(row, columns.ids, table, report),
    )


def split_whole(whole: str) -> tuple[str, str]:
    """Given and family name of "Last, First Middle" or "First Last"."""
    if "," in whole:
        family, _, given = (part.strip() for part in whole.partition(","))
        return given, family
    given, _, family = whole.partition(" ")
    return given, family.strip()


def _heading(names: tuple[str, ...], table: Table) -> str:
    return table.heading(next((name for name in names if name in table.columns), names[0] if names else ""))


def _name(row: Row, names: tuple[str, ...], table: Table, report: RosterReport) -> str:
    """A name cell; what a spreadsheet has made of it (an error, a date, a number) is no name."""
    for name in names:
        cell = row[name]
        if not cell:
            continue
        if _FORMULA_ERROR.fullmatch(cell) or _DATE.fullmatch(cell) or not any(map(str.isalpha, cell)):
            report.note(row.line, table.heading(name), "no name; perhaps a spreadsheet has changed it")
            continue
        return cell
    return ""


def _ids(row: Row, names: tuple[str, ...], table: Table, report: RosterReport) -> tuple[str, ...]:
    """The ids of a row without those that a spreadsheet has rounded."""
    found = []
    for name in names:
        cell = row[name]
        if is_damaged_id(cell):
            report.note(row.line, table.heading(name), "an id rounded by a spreadsheet; the id is left out")
        elif cell:
            found.append(cell)
    return tuple(dict.fromkeys(found))
