"""Sealing rosters: no readable name, a key apart and closed to others, an end date, and a large district in little time."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from district.delivery import TODAY, Delivery
from secondlook.detection.fold import fold
from secondlook.district.key import key_id
from secondlook.district.manifest import BadDistrictError
from secondlook.district.sealing import read_note, seal_rosters
from secondlook.errors import BadRosterError
from secondlook.people.index_file import load_index
from secondlook.people.namebook import RosterNames
from secondlook.rosters import ImportOptions
from secondlook.store import school_year_end

CORPUS = Path(__file__).resolve().parents[1] / "corpus" / "roster"


def found(folder: Path, key: bytes, text: str) -> list[frozenset[str]]:
    """Whose names a text has, by a sealed folder."""
    paths = [folder / name for name in ("students.index", "staff.index")]
    names = RosterNames(*(load_index(path, key) if path.exists() else None for path in paths))
    return [hit.sources for hit in names.find(text, fold(text)) if hit.form == "exact"]


def test_a_real_export_makes_the_round(tmp_path: Path) -> None:
    """The corpus's students and staff are found again by the key, and counted; undated, until the school year ends."""
    files = [(CORPUS / "users.csv", "student"), (CORPUS / "staff.csv", "staff")]
    done = seal_rosters(files, tmp_path / "sealed", ImportOptions())
    assert (done.note.students, done.note.staff) == (420, 60)
    assert done.note.until == school_year_end(TODAY).isoformat()
    key = bytes.fromhex(done.key_file.read_text())
    assert found(tmp_path / "sealed", key, "Grace Park and Marcus Oyelaran") == [{"student"}, {"staff"}]
    assert read_note(tmp_path / "sealed", TODAY) == done.note
    assert done.note.key == key_id(key)


def test_no_name_and_no_key_is_in_the_folder(delivery: Delivery) -> None:
    """Neither names nor addresses nor ids nor the key; each file is the owner's alone, as is the key beside it."""
    done = delivery.seal("Zebulon,Quistgard,student,98765432,zebulon.quistgard@s.invalid", "Liam,Malley,student,,")
    key = delivery.key_file.read_text().strip()
    for path in (delivery.desk / "sealed").iterdir():
        content = path.read_bytes().lower()
        for word in (b"zebulon", b"quistgard", b"malley", b"98765432", key.encode(), bytes.fromhex(key)):
            assert word not in content
    assert key not in repr(done)
    assert done.key_file.stat().st_mode & 0o777 == 0o600
    assert (delivery.desk / "sealed").stat().st_mode & 0o777 == 0o700


def test_the_same_key_serves_again(delivery: Delivery) -> None:
    """A second sealing takes the key that is there, so that laptops need no new one; without it a new one is made."""
    first = delivery.seal()
    again = delivery.seal("Camila,Ortega,student,,")
    assert (first.new_key, again.new_key) == (True, False)
    assert first.note.key == again.note.key
    delivery.key_file.unlink()
    assert delivery.seal().note.key != first.note.key


def test_staff_that_left_the_export_leave_the_folder(delivery: Delivery) -> None:
    """A folder is what was sealed last, whole: no index of an earlier time stays in it."""
    delivery.seal()
    delivery.seal("Camila,Ortega,student,,")
    assert {path.name for path in (delivery.desk / "sealed").iterdir()} == {"roster.json", "students.index"}


def test_what_cannot_be_sealed_changes_nothing(delivery: Delivery) -> None:
    """An end date in the past, an export of nobody, a key that is none, a folder with something else in it."""
    delivery.seal()
    before = (delivery.desk / "sealed" / "students.index").read_bytes()
    with pytest.raises(BadRosterError, match="end date"):
        delivery.seal("Camila,Ortega,student,,", until=TODAY - timedelta(days=1))
    with pytest.raises(BadRosterError, match="no student"):
        delivery.seal("Pat,Doyle,parent,,")
    delivery.key_file.write_text("not a key\n")
    with pytest.raises(BadDistrictError, match="holds no key"):
        delivery.seal("Camila,Ortega,student,,")
    assert (delivery.desk / "sealed" / "students.index").read_bytes() == before
    (delivery.desk / "sealed" / "holiday.jpg").write_bytes(b"")
    with pytest.raises(BadDistrictError, match="something else"):
        delivery.seal("Camila,Ortega,student,,")
    assert (delivery.desk / "sealed" / "holiday.jpg").exists()


def test_the_key_never_comes_to_lie_in_the_folder(delivery: Delivery) -> None:
    """Whoever copies the folder must not copy the key with it."""
    inside = delivery.desk / "sealed" / "roster.key"
    with pytest.raises(BadDistrictError, match="beside"):
        seal_rosters([(CORPUS / "users.csv", "student")], delivery.desk / "sealed", ImportOptions(), inside)
    assert not inside.exists()


def test_a_folder_that_has_ended_or_is_none_is_refused(delivery: Delivery) -> None:
    """The builder must not put in what no laptop would use."""
    last = TODAY + timedelta(days=9)
    delivery.seal(until=last)
    assert read_note(delivery.desk / "sealed", last).until == last.isoformat()
    with pytest.raises(BadDistrictError, match="ended"):
        read_note(delivery.desk / "sealed", last + timedelta(days=1))
    shutil.rmtree(delivery.desk / "sealed")
    with pytest.raises(BadDistrictError, match="roster seal"):
        read_note(delivery.desk / "sealed", TODAY)
