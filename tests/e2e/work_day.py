"""A person who works around the clock, so that a visit falls into their work day at whatever hour this runs.

Used by the tests of visits and by the screenshots.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from e2e.agent_process import AgentProcess

SCHOOL_TIME = "America/New_York"
ALWAYS = {
    "own_week": {
        "hours": {day: ["00:00-12:00", "12:00-00:00"] for day in ("mon", "tue", "wed", "thu", "fri", "sat", "sun")},
        "edge_minutes": 0,
        "year_round": True,
    }
}


def work_always(agent: AgentProcess) -> tuple[Path, Path]:
    """Write the person's and the district's settings, in school time: in another one nothing is said. Counts from the next start.

    Returns:
        The two files: the person's, the district's.

    """
    person, district = agent.home / "settings.json", agent.home / "district.json"
    today = datetime.now(ZoneInfo(SCHOOL_TIME)).date()
    days = {(today + timedelta(days=ahead)).isoformat(): "school" for ahead in (0, 1)}
    district.write_text(json.dumps({"days": days}), encoding="utf-8")  # a school day, whatever holiday it may be
    person.write_text(json.dumps(ALWAYS), encoding="utf-8")
    agent.more_environment = {"TZ": SCHOOL_TIME, "SECONDLOOK_DISTRICT_SETTINGS": str(district)}
    return person, district
