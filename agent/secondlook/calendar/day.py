"""What kind of day a school has, and who may say so. Data only. Used by `hours.py`, by calendars and by the settings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal, Protocol

USUAL_DELAY = timedelta(hours=2)
"""How much later a `delayed` day begins where nobody says how much."""

DayKind = Literal["school", "half_day", "delayed", "staff_day", "off", "snow_day"]
"""`half_day`: pupils leave early. `delayed`: the day begins later. `staff_day`: no pupils, staff work (a professional-
development day). `snow_day`: shut on the day itself; people who work year round may still be at work."""


@dataclass(frozen=True)
class SchoolDay:
    """One day.

    Attributes:
        kind: what it is.
        delay: how much later a `delayed` day begins.

    """

    kind: DayKind
    delay: timedelta = timedelta(0)


class SchoolCalendar(Protocol):
    """What a district's calendar can tell."""

    def day_of(self, day: date) -> SchoolDay | None:
        """The kind of day, or None when the calendar does not say."""

    def covers(self, day: date) -> bool:
        """Whether the calendar speaks of this school year at all."""

    def remarks(self, today: date) -> list[str]:
        """What of it is of no use, a sentence with its place each."""
