"""The SQLite file itself: opened with care, moved to the newest shape, put aside when it is damaged, never deleted.

Knows no meaning of its tables beyond their shape. Called by `kept.py` and `consents.py`.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from secondlook.errors import SecondLookError

SHAPES: tuple[str, ...] = (
    """
    CREATE TABLE exceptions (
        hash TEXT PRIMARY KEY, kind TEXT NOT NULL, added TEXT NOT NULL, expires TEXT NOT NULL
    ) WITHOUT ROWID;
    CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """,
    """
    ALTER TABLE exceptions ADD COLUMN id TEXT NOT NULL DEFAULT '';
    UPDATE exceptions SET id = lower(hex(randomblob(4)));
    CREATE TABLE consents (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, handle TEXT NOT NULL, what TEXT NOT NULL, label TEXT NOT NULL,
        how TEXT NOT NULL, added TEXT NOT NULL, until TEXT NOT NULL
    ) WITHOUT ROWID;
    """,
)
"""What each version added to the one before; a file of any of them is brought up to the last."""

StoreState = Literal["ready", "new", "replaced"]


class StoreUnavailableError(SecondLookError):
    """The store cannot be opened or written: disk full, read-only home, made by a newer version."""

    code, status, exit_code = "store-unavailable", 503, 3


class Database:
    """One open file; safe to use from several threads.

    Args:
        path: the file; made with mode 0600 when it is not there.

    Attributes:
        state: `new` when it was just made, `replaced` when a damaged one was put aside, else `ready`.
        put_aside: where the damaged file went, or None.
        trouble: why the last write failed, in one sentence, or "" since one has gone well.

    Raises:
        StoreUnavailableError: it cannot be opened or written, or a newer version of the product wrote it.

    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self.put_aside: Path | None = None
        self.trouble = ""
        self.state: StoreState = "ready" if path.exists() else "new"
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                self._database = self._open()
            except sqlite3.DatabaseError as error:
                if isinstance(error, sqlite3.OperationalError):  # locked, read-only, disk: the file itself may be sound
                    raise
                self._put_aside()
                self._database = self._open()
        except (OSError, sqlite3.Error) as error:
            raise StoreUnavailableError(f"The store {path} cannot be opened ({type(error).__name__}).") from error
        self._seen = self.changes()

    def close(self) -> None:
        """Close the file; the write-ahead log is folded in."""
        with self._lock:
            self._database.close()

    def read(self, statement: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        """The rows of a SELECT.

        Raises:
            StoreUnavailableError: it cannot be read.

        """
        try:
            with self._lock:
                return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise StoreUnavailableError(f"The store {self._path} cannot be read ({type(error).__name__}).") from error

    def write(self, statement: str, values: Sequence[str] = ()) -> int:
        """Run a statement that changes rows, and say how many.

        Raises:
            StoreUnavailableError: it cannot be written.

        """
        try:
            with self._lock:
                count = self._database.execute(statement, values).rowcount
        except sqlite3.Error as error:
            # SQLite's own words speak of the disk and the file, never of values.
            self.trouble = f"The store {self._path} cannot be written ({error})."
            raise StoreUnavailableError(self.trouble) from error
        self.trouble = ""
        return count

    def shrink(self) -> None:
        """Write the file anew without what was deleted, and empty the write-ahead log.

        Raises:
            StoreUnavailableError: it cannot be written.

        """
        self.write("VACUUM")
        self.read("PRAGMA wal_checkpoint(TRUNCATE)")

    def changes(self) -> int:
        """A number that moves when another program has written to the file, such as the command line beside the agent."""
        number: int = self.read("PRAGMA data_version")[0][0]
        return number

    def changed_elsewhere(self) -> bool:
        """Whether another program has written since this was last asked."""
        number = self.changes()
        moved, self._seen = number != self._seen, number
        return moved

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, check_same_thread=False, isolation_level=None, timeout=2.0)
        try:
            version = self._version(database)
            if os.name == "posix":
                self._path.chmod(0o600)
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA secure_delete=ON")  # a deleted hash is overwritten, not merely unlinked
            if version:
                _check_sound(database)
            for number in range(version, len(SHAPES)):
                database.executescript(f"BEGIN IMMEDIATE; {SHAPES[number]} PRAGMA user_version={number + 1}; COMMIT;")
        except BaseException:
            database.close()
            raise
        return database

    def _version(self, database: sqlite3.Connection) -> int:
        version: int = database.execute("PRAGMA user_version").fetchone()[0]
        if version > len(SHAPES):
            raise StoreUnavailableError(
                f"{self._path} was written by a newer Second Look. Install that version again, or move the file away."
            )
        return version

    def _put_aside(self) -> None:
        place = next(
            aside for number in range(1, 1_000) if not (aside := self._path.with_suffix(f".damaged-{number}")).exists()
        )
        self._path.replace(place)
        for ending in ("-wal", "-shm"):  # they belong to the damaged file, and would spoil the fresh one
            Path(f"{self._path}{ending}").unlink(missing_ok=True)
        self.put_aside, self.state = place, "replaced"


def _check_sound(database: sqlite3.Connection) -> None:
    if database.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError
