"""Pausing the checks: for fifteen minutes, or until the next day begins; no longer than IT allows, and never for good.

Kept in the store, so that an agent that is restarted is still paused and says so. What is kept is capped when it is asked
for: a clock that was set back, or a setting that IT changed meanwhile, shortens a pause and never makes one longer.
Called by `in_use.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, time, timedelta
from typing import Any

from secondlook.contract import Pause, PauseLength
from secondlook.errors import NotAllowedError
from secondlook.settings.files import DistrictSettings
from secondlook.store import Store

PAUSE = "pause"
"""The store's setting: {"length": …, "until": …}, local time in ISO form."""
MINUTES = timedelta(minutes=15)


def pauses_allowed(district: DistrictSettings) -> tuple[PauseLength, ...]:
    """The lengths that IT allows, shortest first."""
    lengths: tuple[PauseLength, ...] = ("15_minutes", "until_tomorrow")
    return lengths[: ("never", *lengths).index(district.pause)]


def end_of(length: PauseLength, now: datetime) -> datetime:
    """When a pause that begins now ends; "until tomorrow" ends with the person's own day."""
    if length == "15_minutes":
        return now + MINUTES
    midnight = datetime.combine(now.date() + timedelta(days=1), time())
    return midnight.astimezone()  # with the offset of that day, which may not be today's


class Pausing:
    """The pause of one home.

    Args:
        store: open.
        allowed: the lengths that IT allows just now.

    """

    def __init__(self, store: Store, allowed: Callable[[], tuple[PauseLength, ...]]) -> None:
        self._store, self.allowed = store, allowed
        self._kept: Any = None
        self.reload()

    def reload(self) -> None:
        """Take in what another program wrote."""
        self._kept = self._store.setting(PAUSE)

    def until(self, now: datetime | None = None) -> datetime | None:
        """When the pause ends, local time, or None when there is none (any more)."""
        now = now or datetime.now().astimezone()
        try:
            length, until = self._kept["length"], datetime.fromisoformat(self._kept["until"])
        except (TypeError, KeyError, ValueError):
            return None
        if length not in self.allowed() or until.tzinfo is None or until <= now:
            return None
        return min(until, end_of(length, now))

    def say(self, said: Pause, now: datetime | None = None) -> None:
        """Begin a pause, another one in its place, or check again at once.

        Raises:
            NotAllowedError: IT does not allow one that long.
            StoreUnavailableError: it cannot be kept, so nothing has changed.

        """
        if said.length == "over":
            self._store.forget_setting(PAUSE)
        elif said.length in self.allowed():
            until = end_of(said.length, now or datetime.now().astimezone())
            self._store.set_setting(PAUSE, {"length": said.length, "until": until.isoformat()})
        else:
            raise NotAllowedError("Your school has not allowed this pause.", field="length")
        self.reload()
