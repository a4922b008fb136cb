"""The district folder an agent goes by: looked at again and again, taken into use whole, the last good one kept.

The agent works from a copy of its own under the home, of the very bytes that were checked, so that a delivery under way
never reaches a check, and the last good one is there after a restart. Called by `app.py`; by doctor without a copy.
"""

from __future__ import annotations

import os
import shutil
import sys
import time
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from secondlook import __version__
from secondlook.config import DistrictPlace, Home, district_place, named_settings
from secondlook.district.content import Content, check_content, check_rosters
from secondlook.district.delivered import Delivered, Stamp, open_delivered, open_whole, stamp_of
from secondlook.district.key import find_key
from secondlook.district.manifest import BadDistrictError, Manifest
from secondlook.errors import SecondLookError
from secondlook.keys import Keys
from secondlook.rosters import NOT_SEALED, SealedRosters

AGAIN_SECONDS = 60.0
"""How soon a folder that cannot be used is tried again although nothing has changed: a keyring may be unlocked meanwhile."""
GONE_SECONDS = 30.0
"""How long a folder may be away before it counts as taken away; some tools delete before they copy."""

CHECKED_BY = "checked-by"
"""A file in our copy: the version of ours that has found its content to be in order."""


@dataclass(frozen=True)
class District:
    """One district folder in use.

    Attributes:
        digest: over its manifest, and with it over all of it.
        key: of its roster; None when it has none or the key is not there.
        key_problem: one sentence when the roster is there and cannot be opened.

    """

    manifest: Manifest
    digest: str
    content: Content
    key: bytes | None = field(default=None, repr=False)
    key_problem: str | None = None

    @property
    def rosters(self) -> SealedRosters:
        """For `rosters_of_home`."""
        return SealedRosters(self.content.students, self.content.staff, self.key, self.key_problem)


class DistrictInUse:
    """Looks at the place where the district folder is delivered.

    Args:
        home: of the person; the copy lies in it.
        keys: of that home; the district's key is taken in there.
        place: where the folder is delivered; None = the platform's own.
        keep: False = only look: no copy, no key taken in.
        gone_seconds: see `GONE_SECONDS`.

    Attributes:
        now: the folder in use, or None.
        problem: one sentence when the folder that lies there now cannot be used.

    """

    def __init__(
        self,
        home: Home,
        keys: Keys,
        place: DistrictPlace | None = None,
        *,
        keep: bool = True,
        gone_seconds: float = GONE_SECONDS,
    ) -> None:
        self._home, self._keys, self._keep = home, keys, keep
        self.place = place or district_place()
        self._gone_seconds = gone_seconds if keep else 0.0
        self._stamp: Stamp | None = None
        self._tried = 0.0
        self._gone_since: float | None = None
        self.now: District | None = None
        self.problem: str | None = None

    @property
    def rosters(self) -> SealedRosters:
        """The sealed rosters in use; none without a folder."""
        return self.now.rosters if self.now else NOT_SEALED

    @property
    def overlay(self) -> Path | None:
        """The overlay in use, or None."""
        return self.now.content.overlay if self.now else None

    @property
    def sites(self) -> Path | None:
        """The changed labels in use, or None."""
        return self.now.content.sites if self.now else None

    @property
    def settings(self) -> Path | None:
        """The district's settings in use, or None; a file that the environment names comes before them."""
        return self.now.content.settings if self.now and not named_settings() else None

    def refresh(self) -> bool:
        """Look again if something has changed; True when what is in use is another than before."""
        before = self.now
        if os.path.lexists(self.place.folder):
            self._gone_since = None
            stamp = (stamp_of(self.place.folder), *map(_state_of, (self.place.key, self._home.handed_file)))
            failing = self.problem or (self.now and self.now.key_problem)
            if stamp == self._stamp and not (failing and time.monotonic() - self._tried > AGAIN_SECONDS):
                return False
            self._stamp, self._tried = stamp, time.monotonic()
            self._take_or_keep()
        else:
            self._without()
        return self.now != before

    def tidy(self) -> None:
        """Remove copies that are not in use; called when nobody reads them any more."""
        if self._keep and self._home.district_folder.is_dir():
            kept = self.now.digest if self.now else None
            for path in self._home.district_folder.iterdir():
                if path.name != kept:
                    shutil.rmtree(path, ignore_errors=True)

    def _take_or_keep(self) -> None:
        try:
            self.now, self.problem = self._take(), None
        except SecondLookError as error:
            self.problem = error.sentence
        except OSError as error:
            self.problem = f"The district folder cannot be copied: {error.strerror}."
        if self.problem and self.now is None:
            self.now = self._last_good()

    def _take(self) -> District:
        delivered = open_delivered(self.place.folder, self.place.owner)
        if self.now and self.now.digest == delivered.digest and not self.now.key_problem:
            return self.now
        other = self.now if self.now and self.now.digest != delivered.digest else None
        last = other or self._last_good(but=delivered.digest)
        whole = self._copied(delivered) if self._keep else delivered
        return self._opened(whole, alone=last is None)

    def _opened(self, whole: Delivered, *, alone: bool) -> District:
        """Check all that is in it. When there is no older one to go on with, a roster that cannot be opened is left out."""
        content, note = Content(whole.content), whole.manifest.roster
        self._check(whole, content)
        key, problem = None, None
        try:
            if note is not None:
                key = find_key(note.key, self.place, self._keys, take=self._keep)
            check_rosters(content, note, key)
        except SecondLookError as error:
            if not alone:
                raise
            key, problem = None, error.sentence
        return District(whole.manifest, whole.digest, content, key, problem)

    def _check(self, whole: Delivered, content: Content) -> None:
        """Check all but the rosters; once for each version of ours, since it takes longer than a start should."""
        ours, mark = whole.root.parent == self._home.district_folder, whole.root / CHECKED_BY
        if ours and mark.is_file() and mark.read_text(encoding="ascii") == __version__:
            return
        check_content(content, date.today())  # noqa: DTZ011  the person's own day
        if ours:
            mark.write_text(__version__, encoding="ascii")

    def _copied(self, delivered: Delivered) -> Delivered:
        copies = self._home.district_folder
        target = copies / delivered.digest
        if target.is_dir():
            try:
                return open_whole(target)
            except BadDistrictError:
                shutil.rmtree(target, ignore_errors=True)
        copies.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = copies / f".new-{os.getpid()}"
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        try:
            copied = open_whole(delivered.root, fresh)
            fresh.rename(copies / copied.digest)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        return Delivered(copies / copied.digest, copied.manifest, copied.digest)

    def _last_good(self, but: str = "") -> District | None:
        """The newest copy that is still whole, if it is ours alone."""
        copies = self._home.district_folder
        if not copies.is_dir() or not _ours(copies):
            return None
        found = [path for path in copies.iterdir() if path.name != but and not path.name.startswith(".")]
        for path in sorted(found, key=_state_of, reverse=True):
            try:
                return self._opened(open_whole(path), alone=True)
            except (SecondLookError, OSError):
                continue
        return None

    def _without(self) -> None:
        """Nothing is delivered. What was there goes on for a moment, then it is let go, and its copies with it."""
        if self._gone_since is None:
            self._gone_since = time.monotonic()
            self.now = self.now or (self._last_good() if self._keep else None)
        if time.monotonic() - self._gone_since >= self._gone_seconds:
            self.now, self.problem, self._stamp = None, None, None
            self.tidy()


def _ours(path: Path) -> bool:
    state = path.lstat()
    return sys.platform == "win32" or (state.st_uid == os.getuid() and not state.st_mode & 0o022)


def _state_of(path: Path) -> tuple[Any, ...]:
    try:
        state = path.lstat()
    except OSError:
        return ()
    return (state.st_mtime_ns, state.st_size, state.st_ino, state.st_mode, state.st_uid, state.st_gid)
