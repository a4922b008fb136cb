"""What is kept about a person, in one SQLite file: exceptions as keyed hashes, and settings.

No text, no name and no count of what somebody did may ever get a column here. A name arrives already as a keyed hash.
A file that SQLite cannot read is put aside, never deleted, and a fresh one is begun; `state` says so. Called by `app.py`.
"""

from __future__ import annotations

import json
import os
import sqlite3
import threading
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from secondlook.errors import SecondLookError

SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE exceptions (
    hash TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    added TEXT NOT NULL,
    expires TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""

ExceptionKind = Literal["not_student", "own_child", "alumni"]
StoreState = Literal["ready", "new", "replaced"]


class StoreUnavailableError(SecondLookError):
    """The store cannot be opened or written: disk full, read-only home, made by a newer version."""

    code, status, exit_code = "store-unavailable", 503, 3


@dataclass(frozen=True)
class KeptException:
    """One exception as the person sees it in "what is kept about me": its kind and dates; never the name."""

    kind: ExceptionKind
    added: date
    expires: date


def school_year_end(day: date) -> date:
    """The 30 June on or after a day: an exception is asked anew each school year."""
    return date(day.year if day <= date(day.year, 6, 30) else day.year + 1, 6, 30)


class Store:
    """The SQLite file of one home; safe to use from several threads.

    Args:
        path: the file; made with mode 0600 when it is not there.

    Attributes:
        state: `new` when it was just made, `replaced` when a damaged one was put aside, else `ready`.
        put_aside: where the damaged file went, or None.

    Raises:
        StoreUnavailableError: it cannot be opened or written, or a newer version of the product wrote it.

    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.RLock()
        self.put_aside: Path | None = None
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
            self._hashes = dict(self._database.execute("SELECT hash, expires FROM exceptions"))
        except (OSError, sqlite3.Error) as error:
            raise StoreUnavailableError(f"The store {path} cannot be opened ({type(error).__name__}).") from error

    def close(self) -> None:
        """Close the file; the write-ahead log is folded in."""
        with self._lock:
            self._database.close()

    def add_exception(self, hashed: str, kind: ExceptionKind, today: date) -> None:
        """Keep that a name, given as its keyed hash, is not a current student's until the school year ends."""
        expires = school_year_end(today).isoformat()
        with self._lock:
            self._write(
                "INSERT OR REPLACE INTO exceptions VALUES (?, ?, ?, ?)", (hashed, kind, today.isoformat(), expires)
            )
            self._hashes[hashed] = expires

    def is_exception(self, hashed: str, today: date) -> bool:
        """Whether the hash is kept and has not expired. Answered from memory: it is asked for each name of each check."""
        expires = self._hashes.get(hashed)
        return expires is not None and today.isoformat() <= expires

    def exceptions(self) -> list[KeptException]:
        """All that is kept, by kind and date, oldest first."""
        with self._lock:
            rows = self._database.execute("SELECT kind, added, expires FROM exceptions ORDER BY added, kind").fetchall()
        return [
            KeptException(kind, date.fromisoformat(added), date.fromisoformat(expires)) for kind, added, expires in rows
        ]

    def forget_exceptions(self) -> int:
        """Delete all exceptions, and say how many there were."""
        with self._lock:
            count = self._write("DELETE FROM exceptions", ())
            self._hashes.clear()
        return count

    def forget_expired(self, today: date) -> int:
        """Delete the exceptions of past school years."""
        with self._lock:
            count = self._write("DELETE FROM exceptions WHERE expires < ?", (today.isoformat(),))
            self._hashes = {hashed: expires for hashed, expires in self._hashes.items() if expires >= today.isoformat()}
        return count

    def setting(self, name: str, default: Any = None) -> Any:
        """A setting's JSON value, or the default."""
        with self._lock:
            row = self._database.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()
        return default if row is None else json.loads(row[0])

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting; any JSON value."""
        self._write("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, json.dumps(value)))

    def _open(self) -> sqlite3.Connection:
        database = sqlite3.connect(self._path, check_same_thread=False, isolation_level=None, timeout=2.0)
        try:
            version = self._version(database)
            if os.name == "posix":
                self._path.chmod(0o600)
            database.execute("PRAGMA journal_mode=WAL")
            database.execute("PRAGMA secure_delete=ON")  # a deleted hash is overwritten, not merely unlinked
            if version == 0:
                database.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version={SCHEMA_VERSION}; COMMIT;")
            else:
                _check_sound(database)
        except BaseException:
            database.close()
            raise
        return database

    def _version(self, database: sqlite3.Connection) -> int:
        version: int = database.execute("PRAGMA user_version").fetchone()[0]
        if version > SCHEMA_VERSION:
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

    def _write(self, statement: str, values: tuple[str, ...]) -> int:
        try:
            with self._lock:
                return self._database.execute(statement, values).rowcount
        except sqlite3.Error as error:
            raise StoreUnavailableError(
                f"The store {self._path} cannot be written ({type(error).__name__})."
            ) from error


def _check_sound(database: sqlite3.Connection) -> None:
    if database.execute("PRAGMA quick_check").fetchone()[0] != "ok":
        raise sqlite3.DatabaseError
