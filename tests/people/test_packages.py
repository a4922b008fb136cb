"""OneRoster packages and folders: bulk taken, changes refused, hostile archives survived."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from people.test_formats import CLEVER, CLEVER_TEACHERS, ONEROSTER
from secondlook.errors import BadRosterError
from secondlook.people import surroundings
from secondlook.people.roster_files import read_rosters

MANIFEST = "propertyName,value\nmanifest.version,1.0\noneroster.version,1.1\nfile.users,{}\nfile.roles,absent\n"


def package(path: Path, files: dict[str, str]) -> Path:
    """A ZIP package of these files."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return path


@pytest.mark.parametrize("folder", ["", "export/"])
def test_a_bulk_package_is_read(tmp_path: Path, folder: str):
    """The users file of a ZIP package is read with the sessions beside it, also when all lies in a folder of it."""
    sessions = "sourcedId,title,type,startDate,endDate\n1,Year,schoolYear,2026-08-31,2027-06-16\n"
    made = package(
        tmp_path / "oneroster.zip",
        {
            f"{folder}manifest.csv": MANIFEST.format("bulk"),
            f"{folder}users.csv": ONEROSTER,
            f"{folder}academicSessions.csv": sessions,
            "__MACOSX/._users.csv": "junk",
        },
    )
    (report,) = read_rosters(made)
    assert [person.family for person in report.people] == ["Reyes Ortega"]
    assert str(report.ends) == "2027-06-16"


@pytest.mark.parametrize(
    ("said", "sentence"), [("delta", r"file\.users is a delta.*bulk"), ("absent", "no users file")]
)
def test_a_package_of_changes_is_refused(tmp_path: Path, said: str, sentence: str):
    """A delta is no roster: it is refused in a ZIP package, in a folder, and as a lone users file with its manifest."""
    files = {"manifest.csv": MANIFEST.format(said), "users.csv": ONEROSTER}
    for name, content in files.items():
        (tmp_path / name).write_text(content)
    for path in (package(tmp_path / "p.zip", files), tmp_path, tmp_path / "users.csv"):
        with pytest.raises(BadRosterError, match=sentence):
            read_rosters(path)


def test_a_clever_folder_is_read_whole(tmp_path: Path):
    """students.csv and teachers.csv of one folder come in together, each with its own report."""
    (tmp_path / "Students.csv").write_text(CLEVER)
    (tmp_path / "teachers.csv").write_text(CLEVER_TEACHERS)
    (tmp_path / "sections.csv").write_text("x")
    assert [[person.role for person in report.people] for report in read_rosters(tmp_path)] == [["student"], ["staff"]]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"xl/workbook.xml": "<x/>", "[Content_Types].xml": ""}, "spreadsheet"),
        ({"readme.txt": "hello"}, "none of users.csv"),
        ({}, "none of users.csv"),
        ({f"{n}.csv": "" for n in range(1_001)}, "is this a roster"),
    ],
    ids=["workbook", "something else", "empty", "a thousand files"],
)
def test_other_archives_are_refused(tmp_path: Path, files: dict[str, str], sentence: str):
    """A workbook, another archive, an empty one and a swarm of files are refused with a sentence."""
    with pytest.raises(BadRosterError, match=sentence):
        read_rosters(package(tmp_path / "p.zip", files))


def test_a_bomb_is_not_swallowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A member that unpacks to more than the limit is read no further than the limit."""
    monkeypatch.setattr(surroundings, "MAX_BYTES", 1_000_000)
    with pytest.raises(BadRosterError, match="larger than"):
        read_rosters(package(tmp_path / "p.zip", {"users.csv": "givenName,familyName\n" + "a" * 5_000_000}))


def test_a_damaged_member_is_refused(tmp_path: Path):
    """A package cut or altered on its way is refused, not half read."""
    path = package(tmp_path / "p.zip", {"users.csv": ONEROSTER * 20})
    content = bytearray(path.read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(content)
    with pytest.raises(BadRosterError, match=r"cannot be read|cannot be opened"):
        read_rosters(path)
