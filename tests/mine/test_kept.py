"""Deleting everything: not a trace of it in any file of the home, and what is left is told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from secondlook.config import Home
from secondlook.configured import say_today
from secondlook.contract import NotAStudent
from secondlook.keys import Keys, NoVaultError
from secondlook.mine import orientation
from secondlook.mine.kept import delete_everything, kept_of
from secondlook.my_people import MyPeople
from secondlook.people.keyed_hash import name_hash
from secondlook.store import ConsentRow, Consents, Store

DAY = date(2026, 11, 23)
COLLEAGUE = "Zebulon Quistgard"


def no_vault():
    raise NoVaultError


def filled(tmp_path: Path) -> tuple[Home, Store, MyPeople, str]:
    home = Home(tmp_path / "home")
    store, keys = Store(home.store_file), Keys(home, no_vault, "linux")
    people = MyPeople(store, keys, lambda: DAY)
    people.add_exception(NotAStudent(name="Somebody Else", kind="own_child"))
    Consents(store).add(ConsentRow("ab12", COLLEAGUE, "", "standing", "", "said", "2026-11-23", "2027-06-30"))
    say_today(store, "snow_day", DAY)
    orientation.finish(store, DAY)
    home.settings_file.write_text('{"coach": true}')
    home.log_file.write_text("a code\n")
    home.store_file.with_suffix(".damaged-1").write_text("an older copy")
    home.roster_file.write_text("an index")
    return home, store, people, name_hash(keys.derive("exceptions"), "Somebody Else")


def test_everything_is_listed_with_its_place(tmp_path: Path):
    """Counts, places, whose; no name."""
    home, store, _, _ = filled(tmp_path)
    kept = {one.name: one for one in kept_of(home, store).things}
    yours = {name for name, one in kept.items() if one.yours}
    assert yours == {"exceptions", "consents", "today", "orientation", "settings", "damaged"}
    assert {"students", "key", "log"} <= set(kept) - yours
    assert "other" not in kept
    assert COLLEAGUE not in kept_of(home, store).model_dump_json()


def test_files_that_nobody_expects_are_told_too(tmp_path: Path):
    """One screen with everything: also what somebody else put into the folder, and a key that lies in the keyring."""
    home, store, _, _ = filled(tmp_path)
    (home.path / "native-messaging").mkdir()
    (home.path / "notes.txt").write_text("x")
    home.key_file.with_suffix(".item").write_text("ab12")
    things = [(one.name, one.place) for one in kept_of(home, store).things]
    assert ("other", "native-messaging, notes.txt") in things
    assert ("key", "keyring") in things


def test_nothing_of_it_is_left_in_any_file(tmp_path: Path):
    """Rows, overwritten pages, the write-ahead log, the settings, the copy that was put aside."""
    home, store, people, hashed = filled(tmp_path)
    needles = [COLLEAGUE.encode(), hashed.encode(), b"2026-11-23"]
    held = b"".join(path.read_bytes() for path in home.path.iterdir() if path.is_file())
    assert all(needle in held for needle in needles), "the needles were there"
    deleted = delete_everything(home, store)
    people.reload()
    assert set(deleted.gone) == {"exceptions", "consents", "today", "orientation", "settings", "damaged"}
    assert not any(one.yours for one in deleted.left)
    held = b"".join(path.read_bytes() for path in home.path.iterdir() if path.is_file())
    assert not any(needle in held for needle in needles)
    assert not home.settings_file.exists()
    assert home.roster_file.read_text() == "an index"
    assert people.exception_kind("Somebody Else") is None
    assert orientation.is_due(store, DAY)
    assert store.exceptions() == []


def test_the_store_goes_on_working(tmp_path: Path):
    """After the deletion new things can be kept."""
    home, store, people, _ = filled(tmp_path)
    delete_everything(home, store)
    people.reload()
    people.add_exception(NotAStudent(name="Somebody Else", kind="alumni"))
    assert people.exception_kind("Somebody Else") == "alumni"
    assert delete_everything(home, store).gone == ["exceptions"]


def test_what_a_cut_short_write_has_left_goes_too(tmp_path: Path) -> None:
    """A half of the settings file names accounts as the whole one does: it is the person's, told and deleted."""
    home, store, _, _ = filled(tmp_path)
    half = home.path / f"{home.settings_file.name}.4711"
    half.write_text('{"copies": ["Zebulon Quistgard"]')
    kept = {one.name: one for one in kept_of(home, store).things}
    assert (kept["settings"].count, kept["settings"].yours, "other" in kept) == (2, True, False)
    assert "settings" in delete_everything(home, store).gone
    assert not half.exists()
