"""Looks at what lies on the disk: the home folder, the key, what is kept, the practice page. Changes nothing, reads no name.

Called by `app.py` and `doctor.py`.
"""

from __future__ import annotations

import os
import shutil
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from secondlook.config import Home, shipped
from secondlook.configured import said_today
from secondlook.contract import SaidToday
from secondlook.errors import SecondLookError
from secondlook.keys import Keys
from secondlook.status.seen import KeptSeen, KeySeen
from secondlook.store import Consents, Store

LEAST_FREE = 2_000_000
"""Bytes. With less, the store's own log may not fit any more."""


def look_at_folder(home: Home) -> Literal["ok", "new", "open", "unwritable", "full"]:
    """Whether the home can be used, and is the person's alone."""
    place = next(path for path in (home.path, *home.path.parents) if path.exists())
    if not os.access(place, os.W_OK | os.X_OK):
        return "unwritable"
    if shutil.disk_usage(place).free < LEAST_FREE:
        return "full"
    if not home.path.exists():
        return "new"
    return "open" if os.name == "posix" and home.path.stat().st_mode & 0o077 else "ok"


def look_at_key(keys: Keys) -> KeySeen:
    """Where the key lies. Asking for one would make it, so a home without one is not asked."""
    if not keys.made:
        return KeySeen("later")
    try:
        return KeySeen(keys.place)
    except SecondLookError as error:
        return KeySeen("unavailable", error.sentence)


def look_at_kept(home: Home, store: Store | None) -> tuple[KeptSeen, SaidToday]:
    """How much is kept, and what the person has said of today; `store` is the open one, or None when nothing is kept yet."""
    aside = max(home.path.glob("*.damaged-*"), default=None)
    if store is None:
        return KeptSeen(aside=aside), "normal"
    try:
        kept = KeptSeen(len(store.exceptions()), len(Consents(store).rows()), aside, store.trouble)
        today = said_today(store).get(date.today())  # noqa: DTZ011  the person's own day
    except SecondLookError as error:
        return KeptSeen(aside=aside, problem=error.sentence), "normal"
    return kept, "normal" if today is None else "snow_day" if today.kind == "off" else "half_day"


def written(path: Path) -> datetime | None:
    """When a file was written, UTC, or None when it is not there."""
    try:
        return datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except OSError:
        return None


def practice_built() -> bool:
    """Whether the practice page has its script."""
    return (shipped("practice") / "practice.js").is_file()
