"""When a school year ends, for what is kept until then. Pure."""

from __future__ import annotations

from datetime import date


def school_year_end(day: date) -> date:
    """The 30 June on or after a day: the state's school year (603 CMR 27.02), and the day an undated roster ends."""
    return date(day.year if day <= date(day.year, 6, 30) else day.year + 1, 6, 30)
