"""Rosters as they should not be: bounded time, a clear report, no crash, and nothing of the file in a message."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from people.conftest import KEY
from secondlook.detection.fold import fold
from secondlook.errors import BadRosterError
from secondlook.people.namebook import RosterNames
from secondlook.people.roster import build_index
from secondlook.people.roster_files import read_roster

HEADER = "sourcedId,givenName,familyName,role,identifier\n"


def written(folder: Path, content: str | bytes) -> Path:
    """A users file with this content."""
    path = folder / "users.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_names_of_one_letter_are_reported_and_find_nobody(tmp_path: Path):
    """Whose names are single letters cannot be found; the report says so, and ordinary letters are not taken for them."""
    report = read_roster(written(tmp_path, HEADER + "1,A,B,student,\n2,I,U,student,\n"))
    assert [problem.reason for problem in report.problems] == ["names of one letter; nobody can be found by them"] * 2
    book = RosterNames(build_index(report.people, KEY), None)
    for text in ("Plan A or B?", "I love U", "A B", "Grade A. B+ next time", "I U"):
        assert book.find(text, fold(text)) == []


def test_five_thousand_maria_silvas(tmp_path: Path):
    """One name five thousand times is one pair of tokens, quickly built and found."""
    report = read_roster(
        written(tmp_path, HEADER + "".join(f"{n},Maria,Silva,student,{n + 40000}\n" for n in range(5_000)))
    )
    started = time.perf_counter()
    index = build_index(report.people, KEY)
    assert time.perf_counter() - started < 2
    assert len(index.pairs) == 3
    book = RosterNames(index, None)
    text = "Maria Silva " * 1_600
    assert len(book.find(text, fold(text))) == 1_600


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff", " , ,\n"])
def test_an_empty_file(tmp_path: Path, content: str):
    """No header, no roster: the sentence says that the file is empty or what it lacks."""
    with pytest.raises(BadRosterError, match=r"empty|missing"):
        read_roster(written(tmp_path, content))


def test_a_header_alone_has_nobody(tmp_path: Path):
    """A header without rows is read, and is nobody."""
    report = read_roster(written(tmp_path, HEADER))
    assert (report.rows_read, report.people) == (0, [])


def test_what_a_spreadsheet_does_to_a_roster(tmp_path: Path):
    """Rounded ids, formula errors, dates and numbers for names, ="…", lost zeros and broken accents: mended or reported."""
    rows = (
        "1,Emma,Rodrigues,student,1.04E+09\n2,#NAME?,Doyle,student,314159\n3,5-Apr,Doyle,student,\n4,Liam,12345,student,\n"
        '5,"=""João""",Almeida,student,="00271828"\n6,JosÃ©,MuÃ±oz,student,271829.0\n'
    )
    report = read_roster(written(tmp_path, HEADER + rows))
    places = [(problem.row, problem.column) for problem in report.problems if "spreadsheet" in problem.reason]
    assert places == [(0, ""), (2, "identifier"), (3, "givenName"), (4, "givenName"), (5, "familyName")]
    assert [(person.given, person.family) for person in report.people][-2:] == [("João", "Almeida"), ("José", "Muñoz")]
    book = RosterNames(build_index(report.people, KEY), None)
    assert all(map(book.has_id, ("271828", "00271828", "271829", "314159")))
    assert not book.has_id("1.04E+09")
    assert not any(word in problem.reason for problem in report.problems for word in ("Emma", "Doyle", "Apr"))


def test_windows_1252_is_read_and_said(tmp_path: Path):
    """An old export keeps its accents, and the report asks to look."""
    report = read_roster(written(tmp_path, (HEADER + "1,José,Muñoz,student,\n").encode("cp1252")))
    assert [(person.given, person.family) for person in report.people] == [("José", "Muñoz")]
    assert any("Windows-1252" in problem.reason for problem in report.problems)


def test_a_stray_quotation_mark_costs_one_row(tmp_path: Path):
    """A mark that is never closed does not swallow the people after it, and its row is named."""
    rows = "".join(f"{n},Emma,Rodrigues,student,\n" for n in range(200))
    report = read_roster(written(tmp_path, f'{HEADER}1,"Liam,Malley,student,\n{rows}'))
    assert len(report.people) == 201
    assert [problem.row for problem in report.problems] == [2]


def test_a_line_break_inside_a_cell_is_understood(tmp_path: Path):
    """A quoted cell over two lines is one cell, and line numbers go on counting lines."""
    report = read_roster(written(tmp_path, HEADER + '1,Emma,"Rodrigues\nSilva",student,\n2,,,student,\n'))
    assert report.people[0].family == "Rodrigues\nSilva"
    assert [problem.row for problem in report.problems] == [4]


def test_huge_cells_and_nul_bytes(tmp_path: Path):
    """Cells of a million letters are cut, NUL bytes dropped with a remark, and all of it takes no time to speak of."""
    content = (HEADER + f"1,{'E' * 1_000_000},Doyle,student,\n2,Li\0am,Malley,student,\n" + "x,y\n" * 20_000).encode()
    started = time.perf_counter()
    report = read_roster(written(tmp_path, content))
    build_index(report.people, KEY)
    assert time.perf_counter() - started < 5
    assert max(len(person.given) for person in report.people) <= 1_000
    assert "Liam" in {person.given for person in report.people}
    assert any("NUL" in problem.reason for problem in report.problems)
    assert len(report.problems) <= 200 < report.problem_count


@pytest.mark.parametrize("content", [b"\x00\x01\x02" * 5_000, b"%PDF-1.7\x00\x00" * 40, b"\xd0\xcf\x11\xe0\x00" * 9])
def test_other_files_are_refused(tmp_path: Path, content: bytes):
    """A binary file, a PDF or an old workbook is no text file."""
    with pytest.raises(BadRosterError, match="not a text file"):
        read_roster(written(tmp_path, content))


@pytest.mark.parametrize(
    "content",
    [b'"' * 100_000, b"," * 100_000, HEADER.encode() + b'"\n' * 20_000, HEADER.encode() + b"\xed\xa0\x80,x,student,\n"],
    ids=["quotation marks", "commas", "a mark a row", "lone surrogate"],
)
def test_a_file_of_signs_only(tmp_path: Path, content: bytes):
    """Thousands of marks or separators, or half a character, are read or refused in bounded time with a short sentence."""
    started = time.perf_counter()
    with contextlib.suppress(BadRosterError):
        assert len(read_roster(written(tmp_path, content)).problems) <= 200
    assert time.perf_counter() - started < 5
