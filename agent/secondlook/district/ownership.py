"""Who may write a folder: the whole trust in what a district delivers. Refuses what ordinary users could have changed.

Every folder from the root down, and every file in the delivered one, must belong to an administrator and be writable by
nobody else; a link anywhere is refused, since it could be turned elsewhere. Called by `delivered.py`; changes nothing.
"""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from secondlook.district.manifest import BadDistrictError
from secondlook.district.windows_rights import check_windows_rights

ROOT = 0
MOST_ENTRIES = 5_000
MEND = "Deliver it again as an administrator, so that only administrators can write it."


def owners(extra: int | None) -> frozenset[int]:
    """User ids that count as administrators."""
    return frozenset({ROOT} if extra is None else {ROOT, extra})


def check_ownership(folder: Path, extra_owner: int | None = None) -> None:
    """Look at the folder, all above it and all in it.

    Args:
        folder: absolute; it is there.
        extra_owner: a user id that counts as an administrator's.

    Raises:
        BadDistrictError: naming the first path that somebody else could have changed.
        OSError: it cannot be looked at.

    """
    allowed = owners(extra_owner)
    for above in reversed(folder.parents):
        # On Windows %ProgramData% itself is everybody's to add to; what counts is our own folder in it.
        _check(above, allowed, above_it=True, closed=above == folder.parent)
    for path in everything_in(folder):
        _check(path, allowed, above_it=False, closed=True)


def everything_in(folder: Path) -> Iterator[Path]:
    """The folder and all that lies in it, links not followed.

    Raises:
        BadDistrictError: there is more than a district folder holds.

    """
    yield folder
    waiting, seen = [folder], 0
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in sorted(entries, key=lambda one: one.name):
                seen += 1
                if seen > MOST_ENTRIES:
                    raise BadDistrictError(f"{folder}: more than {MOST_ENTRIES:,} files; that is no district folder.")
                yield Path(entry.path)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(Path(entry.path))


def _check(path: Path, allowed: frozenset[int], *, above_it: bool, closed: bool) -> None:
    state = path.lstat()
    if stat.S_ISLNK(state.st_mode) or (_is_junction(state)):
        raise BadDistrictError(f"{path}: a link; the way to the district folder may hold none.")
    if not stat.S_ISDIR(state.st_mode) and (above_it or not stat.S_ISREG(state.st_mode)):
        raise BadDistrictError(f"{path}: neither a folder nor a plain file.")
    if sys.platform == "win32":
        if closed:
            check_windows_rights(path)
        return
    if state.st_uid not in allowed:
        raise BadDistrictError(f"{path}: belongs to an ordinary user. {MEND}")
    # Where access lists are in use their mask shows in the group's bits, so one that lets somebody write is seen here.
    sticky = (
        above_it and state.st_mode & stat.S_ISVTX
    )  # as /tmp: others can add there, and change nothing of an owner's
    if state.st_mode & (stat.S_IWGRP | stat.S_IWOTH) and not sticky:
        raise BadDistrictError(f"{path}: ordinary users can write here. {MEND}")


def _is_junction(state: os.stat_result) -> bool:
    """On Windows: a junction or another path that leads elsewhere."""
    return sys.platform == "win32" and bool(state.st_reparse_tag)
