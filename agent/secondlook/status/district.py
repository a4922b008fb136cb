"""How the district folder stands: none, in use, without its roster's key, or broken with the last good one in its place.

Called by `app.py` and `doctor.py`; reads nothing by itself.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from secondlook.config import Home
from secondlook.district.in_use import DistrictInUse
from secondlook.status.places import written
from secondlook.status.seen import DistrictSeen


def look_at_district(district: DistrictInUse) -> DistrictSeen:
    """What is known of the folder; `refresh` was asked before."""
    now, problem = district.now, district.problem
    if now is None:
        return DistrictSeen("broken" if problem else "none", problem=problem or "")
    return DistrictSeen(
        "kept" if problem else "keyless" if now.key_problem else "used",
        version=now.manifest.version,
        made=datetime.fromisoformat(now.manifest.made),
        problem=problem or now.key_problem or "",
        parts=_parts(district),
        overlay=district.overlay,
        settings=district.settings,
        roster=now.manifest.roster is not None,
    )


def look_at_roster_age(district: DistrictInUse, home: Home) -> datetime | None:
    """When the student roster was made, or None without one."""
    if district.rosters.students and district.now:
        return datetime.fromisoformat(district.now.manifest.made)
    return written(home.roster_file)


def _parts(district: DistrictInUse) -> str:
    """What it decides, for whoever looks after it."""
    if district.now is None:
        return ""
    content = district.now.content
    there: tuple[tuple[str, Path | None], ...] = (
        ("rules", content.overlay),
        ("site labels", content.sites),
        ("settings", content.settings),
        ("students", content.students),
        ("employees", content.staff),
    )
    return ", ".join(name for name, path in there if path)
