"""The store: what it keeps, for how long, and what becomes of a damaged file."""

from __future__ import annotations

import sqlite3
import threading
from datetime import date
from pathlib import Path

import pytest

from secondlook.store import Store, StoreUnavailableError, school_year_end
from secondlook.store.database import SHAPES

TODAY = date(2026, 11, 23)


NAME_HASH, OTHER_HASH = "0123456789abcdef", "fedcba9876543210"
"""Longer than an exception's id, which could hold a shorter one by chance."""


def test_an_exception_is_kept_as_hash_kind_and_dates(tmp_path: Path) -> None:
    """It survives a restart, is listed without its hash, and ends with the school year."""
    store = Store(tmp_path / "s.sqlite")
    assert store.state == "new"
    store.add_exception([NAME_HASH], "own_child", TODAY)
    store.close()
    store = Store(tmp_path / "s.sqlite")
    assert store.state == "ready"
    assert store.is_exception(NAME_HASH, TODAY)
    assert store.is_exception(NAME_HASH, date(2027, 6, 30))
    assert not store.is_exception(NAME_HASH, date(2027, 7, 1))
    assert not store.is_exception(OTHER_HASH, TODAY)
    kept = store.exceptions()
    assert [(one.kind, one.added, one.expires) for one in kept] == [("own_child", TODAY, date(2027, 6, 30))]
    assert NAME_HASH not in repr(kept)
    store.close()


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2026, 8, 31), date(2027, 6, 30)),
        (date(2027, 6, 30), date(2027, 6, 30)),
        (date(2027, 7, 1), date(2028, 6, 30)),
    ],
)
def test_a_school_year_ends_on_30_june(day: date, end: date) -> None:
    """The 30 June on or after the day."""
    assert school_year_end(day) == end


def test_what_is_forgotten_is_gone_from_the_file(tmp_path: Path) -> None:
    """Deleted, and overwritten in the file itself."""
    store = Store(tmp_path / "s.sqlite")
    store.add_exception(["feedfacefeedface"], "not_student", TODAY)
    assert store.forget_exceptions() == 1
    assert not store.is_exception("feedfacefeedface", TODAY)
    store.close()
    assert all(b"feedfacefeedface" not in path.read_bytes() for path in tmp_path.iterdir())


def test_expired_exceptions_are_dropped(tmp_path: Path) -> None:
    """Those of past school years only."""
    store = Store(tmp_path / "s.sqlite")
    store.add_exception(["old"], "alumni", date(2025, 10, 1))
    store.add_exception(["new"], "alumni", TODAY)
    assert store.forget_expired(TODAY) == 1
    assert len(store.exceptions()) == 1
    store.close()


def test_settings_come_back_as_they_were(tmp_path: Path) -> None:
    """Any JSON value; a default for what was never set."""
    store = Store(tmp_path / "s.sqlite")
    store.set_setting("hours", {"start": "07:05"})
    store.set_setting("hours", {"start": "07:10"})
    assert store.setting("hours") == {"start": "07:10"}
    assert store.setting("nothing", 5) == 5
    store.close()


def test_the_file_is_the_owners_alone(tmp_path: Path) -> None:
    """0600, and its write-ahead log as well."""
    store = Store(tmp_path / "s.sqlite")
    store.set_setting("a", 1)
    assert {path.stat().st_mode & 0o777 for path in tmp_path.iterdir()} == {0o600}
    store.close()


@pytest.mark.parametrize("content", [b"this is no database, " * 100, b"SQLite format 3\x00" + b"\xff" * 4_096])
def test_a_damaged_file_is_put_aside_and_a_fresh_one_begun(tmp_path: Path, content: bytes) -> None:
    """Nothing is deleted; the state says what happened, and a second damage does not overwrite the first."""
    path = tmp_path / "s.sqlite"
    for number in (1, 2):
        path.write_bytes(content)
        store = Store(path)
        assert store.state == "replaced"
        assert store.put_aside == tmp_path / f"s.damaged-{number}"
        assert store.put_aside.read_bytes() == content
        store.add_exception(["aa"], "not_student", TODAY)
        store.close()


def test_a_newer_versions_file_is_left_alone(tmp_path: Path) -> None:
    """A downgrade must not destroy what the newer version kept."""
    path = tmp_path / "s.sqlite"
    database = sqlite3.connect(path)
    database.execute("PRAGMA user_version=99")
    database.close()
    before = path.read_bytes()
    with pytest.raises(StoreUnavailableError, match="newer"):
        Store(path)
    assert path.read_bytes() == before


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    """A folder in the file's place."""
    (tmp_path / "s.sqlite").mkdir()
    with pytest.raises(StoreUnavailableError):
        Store(tmp_path / "s.sqlite")
    assert (tmp_path / "s.sqlite").is_dir()


def test_several_threads_may_write(tmp_path: Path) -> None:
    """Nothing is lost when checks and the person write at once."""
    store = Store(tmp_path / "s.sqlite")

    def write(name: str) -> None:
        for number in range(20):
            store.add_exception([f"{name}{number}"], "not_student", TODAY)

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(store.exceptions()) == 80
    store.close()


def test_columns_are_these_and_no_more(tmp_path: Path) -> None:
    """No column for a text or a student's name; the ledger alone has names, of colleagues."""
    Store(tmp_path / "s.sqlite").close()
    database = sqlite3.connect(tmp_path / "s.sqlite")
    columns = {
        table: [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
        for (table,) in database.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    }
    database.close()
    assert columns == {
        "exceptions": ["hash", "kind", "added", "expires", "id"],
        "settings": ["name", "value"],
        "consents": ["id", "name", "handle", "what", "label", "how", "added", "until"],
    }


def test_a_file_of_the_first_version_is_brought_up(tmp_path: Path) -> None:
    """Its exceptions stay, and each gets an id to be removed by."""
    path = tmp_path / "s.sqlite"
    database = sqlite3.connect(path)
    database.executescript(SHAPES[0] + "PRAGMA user_version=1;")
    database.execute("INSERT INTO exceptions VALUES ('aa', 'alumni', '2026-11-23', '2027-06-30')")
    database.execute("INSERT INTO exceptions VALUES ('bb', 'own_child', '2026-11-23', '2027-06-30')")
    database.commit()
    database.close()
    store = Store(path)
    kept = store.exceptions()
    assert store.state == "ready"
    assert store.exception_kind("bb", TODAY) == "own_child"
    assert len({one.id for one in kept}) == 2
    assert store.remove_exception(kept[0].id)
    assert not store.remove_exception(kept[0].id)
    assert len(store.exceptions()) == 1
    store.close()


def test_another_program_may_write_too(tmp_path: Path) -> None:
    """The command line beside the agent: noticed once, and read in."""
    ours, other = Store(tmp_path / "s.sqlite"), Store(tmp_path / "s.sqlite")
    assert not ours.changed_elsewhere()
    other.add_exception(["aa"], "alumni", TODAY)
    assert ours.changed_elsewhere()
    assert not ours.changed_elsewhere()
    ours.reload()
    assert ours.is_exception("aa", TODAY)
    ours.close()
    other.close()
