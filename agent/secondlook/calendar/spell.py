"""How long "this is for school" holds for a site. In memory alone, gone with the agent; no history is kept."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

SPELL = timedelta(minutes=60)
"""A spell ends an hour after the person last said so: about one lesson and the break around it."""


class Spells:
    """Which sites are being used for school, by site id."""

    def __init__(self) -> None:
        self._said: dict[str, datetime] = {}
        self._lock = threading.Lock()

    def say(self, site: str, moment: datetime) -> None:
        """Begin a spell, or begin it anew."""
        with self._lock:
            self._said = {name: said for name, said in self._said.items() if moment - said < SPELL}
            self._said[site] = moment

    def forget(self) -> None:
        """End every spell."""
        with self._lock:
            self._said = {}

    def holds(self, site: str, moment: datetime) -> bool:
        """Whether a spell of the site is running."""
        with self._lock:
            said = self._said.get(site)
        return said is not None and timedelta(0) <= moment - said < SPELL
