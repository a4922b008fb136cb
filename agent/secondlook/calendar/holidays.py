"""The twelve legal holidays that close Massachusetts schools, by fixed rules (M.G.L. c. 4, s. 7, cl. 18).

Evacuation Day and Bunker Hill Day bind Suffolk County only and are left out. Pure: dates in, dates out. Called by `hours.py`.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

MONDAY, THURSDAY = 0, 3


def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th Monday (0) to Sunday (6) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (n - 1))


def last_monday(year: int, month: int) -> date:
    """The last Monday of a month that has 31 days."""
    last = date(year, month, 31)
    return last - timedelta(days=last.weekday())


@lru_cache(maxsize=16)
def holidays(year: int) -> frozenset[date]:
    """The days on which the holidays of a year are kept; one that falls on a Sunday is kept on the Monday."""
    fixed = [date(year, 1, 1), date(year, 6, 19), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)]
    kept = [day + timedelta(days=1) if day.weekday() == 6 else day for day in fixed]
    floating = [
        nth_weekday(year, 1, MONDAY, 3),  # Martin Luther King Day
        nth_weekday(year, 2, MONDAY, 3),  # Washington's Birthday
        nth_weekday(year, 4, MONDAY, 3),  # Patriots' Day
        last_monday(year, 5),  # Memorial Day
        nth_weekday(year, 9, MONDAY, 1),  # Labor Day
        nth_weekday(year, 10, MONDAY, 2),  # Columbus Day
        nth_weekday(year, 11, THURSDAY, 4),  # Thanksgiving
    ]
    return frozenset(kept + floating)
