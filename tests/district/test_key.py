"""The district's key on a laptop: who may read the file, and how it comes into the keyring."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from district.delivery import Delivery
from secondlook.config import Home
from secondlook.district.key import find_key, key_id
from secondlook.district.manifest import BadDistrictError
from secondlook.keys import MOST_HANDED, Keys


class Drawer:
    """A keyring in memory."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def wanted(delivery: Delivery) -> str:
    """The id of the key on the desk."""
    return delivery.seal().note.key


def test_the_file_is_taken_in_once(delivery: Delivery, wanted: str) -> None:
    """Read at first, then no more needed: IT may take it away again."""
    delivery.deliver_key()
    key = find_key(wanted, delivery.place, delivery.keys, take=True)
    assert key_id(key) == wanted
    delivery.place.key.unlink()
    assert find_key(wanted, delivery.place, delivery.keys, take=False) == key
    assert delivery.home.handed_file.stat().st_mode & 0o777 == 0o600


def test_looking_takes_nothing_in(delivery: Delivery, wanted: str) -> None:
    """Doctor looks; it makes no file and no key."""
    delivery.deliver_key()
    find_key(wanted, delivery.place, delivery.keys, take=False)
    assert not delivery.home.path.exists()


@pytest.mark.parametrize("mode", [0o644, 0o604, 0o660, 0o666, 0o602])
def test_a_file_that_everybody_may_read_or_others_write_is_refused(delivery: Delivery, wanted: str, mode: int) -> None:
    """A group may read it; that is how staff and pupils who share a laptop are told apart."""
    delivery.deliver_key(mode)
    with pytest.raises(BadDistrictError, match="chmod 640"):
        find_key(wanted, delivery.place, delivery.keys, take=True)


def test_a_link_in_its_place_is_refused(delivery: Delivery, wanted: str) -> None:
    """It could lead anywhere."""
    delivery.place.key.symlink_to(delivery.key_file)
    with pytest.raises(BadDistrictError, match="link"):
        find_key(wanted, delivery.place, delivery.keys, take=True)


def test_a_missing_a_wrong_and_a_damaged_key_are_told_apart(delivery: Delivery, wanted: str) -> None:
    """Each with its next step, and never with the key's content."""
    with pytest.raises(BadDistrictError, match="not in the keyring, and there is no key file"):
        find_key(wanted, delivery.place, delivery.keys, take=True)
    delivery.place.key.write_text("ab" * 32)
    delivery.place.key.chmod(0o640)
    with pytest.raises(BadDistrictError, match="holds another key") as error:
        find_key(wanted, delivery.place, delivery.keys, take=True)
    assert "abab" not in error.value.sentence
    delivery.place.key.write_text("ab")
    with pytest.raises(BadDistrictError, match="damaged"):
        find_key(wanted, delivery.place, delivery.keys, take=True)


def test_whoever_is_not_in_the_group_is_told_so(
    delivery: Delivery, wanted: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The system's own answer is changed: root, whom these tests may run as, may read everything."""
    delivery.deliver_key()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(BadDistrictError, match="may not be read by you"):
        find_key(wanted, delivery.place, delivery.keys, take=True)


def test_the_keyring_keeps_the_last_few(tmp_path: Path) -> None:
    """In one entry beside the master key, newest first, which another start reads; the master key stays as it was."""
    drawer, home = Drawer(), Home(tmp_path)
    keys = Keys(home, lambda: drawer, "linux")
    roster_key = keys.derive("roster")
    given = [bytes([number]) * 32 for number in range(1, 6)]
    for key in given:
        keys.take(key)
    keys.take(given[-1])
    assert Keys(home, lambda: drawer, "linux").handed() == tuple(reversed(given))[:MOST_HANDED]
    assert Keys(home, lambda: drawer, "linux").derive("roster") == roster_key
    assert len(drawer.kept) == 2
    assert not home.handed_file.exists()
    assert given[0].hex() not in repr(keys)
