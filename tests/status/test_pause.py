"""The pause: as long as IT allows, over by itself, the same after a restart, and never longer than was meant."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from secondlook.contract import Pause, PauseLength
from secondlook.errors import NotAllowedError
from secondlook.settings.files import DistrictSettings
from secondlook.status.pause import PAUSE, Pausing, pauses_allowed
from secondlook.store import Store

NOW = datetime(2026, 11, 23, 14, 5).astimezone()
BOTH: tuple[PauseLength, ...] = ("15_minutes", "until_tomorrow")
MINUTES, DAY = Pause(length="15_minutes"), Pause(length="until_tomorrow")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = Store(tmp_path / "store.sqlite")
    yield made
    made.close()


def test_it_ends_by_itself(store: Store) -> None:
    """After a quarter of an hour, or with the person's own day."""
    pausing = Pausing(store, lambda: BOTH)
    assert pausing.until(NOW) is None
    pausing.say(MINUTES, NOW)
    assert pausing.until(NOW) == NOW + timedelta(minutes=15)
    assert pausing.until(NOW + timedelta(minutes=15)) is None
    pausing.say(DAY, NOW)
    assert pausing.until(NOW) == datetime(2026, 11, 24).astimezone()
    assert pausing.until(datetime(2026, 11, 24).astimezone()) is None


def test_going_on_ends_it_at_once(store: Store) -> None:
    """And nothing of it is kept."""
    pausing = Pausing(store, lambda: BOTH)
    pausing.say(DAY, NOW)
    pausing.say(Pause(length="over"), NOW)
    assert pausing.until(NOW) is None
    assert store.setting(PAUSE) is None


def test_a_restarted_agent_is_still_paused(store: Store) -> None:
    """Nobody is taken by surprise, and nobody is protected who believes to be paused."""
    Pausing(store, lambda: BOTH).say(DAY, NOW)
    assert Pausing(store, lambda: BOTH).until(NOW + timedelta(hours=1)) == datetime(2026, 11, 24).astimezone()


@pytest.mark.parametrize(("setting", "allowed"), [("never", ()), ("15_minutes", BOTH[:1]), ("until_tomorrow", BOTH)])
def test_it_decides_how_long(store: Store, setting: str, allowed: tuple[PauseLength, ...]) -> None:
    """What is not allowed is refused, and one that is allowed no more ends."""
    district = DistrictSettings.model_validate({"pause": setting})
    assert pauses_allowed(district) == allowed
    for said in (MINUTES, DAY):
        pausing = Pausing(store, lambda: BOTH)
        pausing.say(said, NOW)
        pausing.allowed = lambda: allowed
        assert (pausing.until(NOW) is not None) == (said.length in allowed)
        if said.length not in allowed:
            with pytest.raises(NotAllowedError):
                pausing.say(said, NOW)


def test_a_clock_set_back_does_not_make_it_longer(store: Store) -> None:
    """A pause said "tomorrow" by a wrong clock is capped when the clock is right again."""
    pausing = Pausing(store, lambda: BOTH)
    pausing.say(MINUTES, NOW + timedelta(days=300))
    assert pausing.until(NOW) == NOW + timedelta(minutes=15)


@pytest.mark.parametrize(
    "kept",
    [
        5,
        [],
        {"length": "15_minutes"},
        {"length": "for_ever", "until": "2099-01-01T00:00:00+00:00"},
        {"length": "15_minutes", "until": "2099-01-01T00:00:00"},
        {"length": "15_minutes", "until": 7},
    ],
)
def test_nonsense_in_the_store_is_no_pause(store: Store, kept: object) -> None:
    """Whoever wrote it there: checks go on."""
    store.set_setting(PAUSE, kept)
    assert Pausing(store, lambda: BOTH).until(NOW) is None
