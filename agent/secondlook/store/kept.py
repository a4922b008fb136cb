"""Exceptions ("not a student", "my own child", "alumni") and settings, as the store keeps them.

A name arrives as keyed hashes, one for each of its forms, and never leaves: what is listed is kind and dates. Called by `my_people.py` and `app.py`.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from secondlook.store.database import Database
from secondlook.store.school_year import school_year_end

ExceptionKind = Literal["not_student", "own_child", "alumni"]


@dataclass(frozen=True)
class KeptException:
    """One exception as the person sees it in "what is kept about me": its kind and dates; never the name.

    Attributes:
        id: to remove this one; says nothing about the name.

    """

    id: str
    kind: ExceptionKind
    added: date
    expires: date


class Store(Database):
    """The store of one home. Exceptions are answered from memory: they are asked for each name of each check."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self._hashes: dict[str, tuple[ExceptionKind, str]] = {}
        self.reload()

    def reload(self) -> None:
        """Read the exceptions anew, after another program has changed them."""
        rows = self.read("SELECT hash, kind, expires FROM exceptions")
        self._hashes = {hashed: (kind, expires) for hashed, kind, expires in rows}

    def add_exception(self, forms: Iterable[str], kind: ExceptionKind, today: date) -> None:
        """Keep that a name, given as the keyed hashes of its forms, is not a current student's until the school year ends."""
        expires, identity = school_year_end(today).isoformat(), secrets.token_hex(4)
        with self._lock:
            for hashed in forms:
                self.write(
                    "INSERT OR REPLACE INTO exceptions (hash, kind, added, expires, id) VALUES (?, ?, ?, ?, ?)",
                    (hashed, kind, today.isoformat(), expires, identity),
                )
                self._hashes[hashed] = (kind, expires)

    @property
    def has_exceptions(self) -> bool:
        """Whether any are kept, so that most checks need not hash a name for nothing."""
        return bool(self._hashes)

    def exception_kind(self, hashed: str, today: date) -> ExceptionKind | None:
        """What was said about the hash, or None when nothing was or it has expired."""
        kept = self._hashes.get(hashed)
        return kept[0] if kept and today.isoformat() <= kept[1] else None

    def is_exception(self, hashed: str, today: date) -> bool:
        """Whether the hash is kept and has not expired."""
        return self.exception_kind(hashed, today) is not None

    def exceptions(self) -> list[KeptException]:
        """All that is kept, by kind and date, oldest first."""
        rows = self.read("SELECT DISTINCT id, kind, added, expires FROM exceptions ORDER BY added, kind, id")
        return [
            KeptException(name, kind, date.fromisoformat(added), date.fromisoformat(expires))
            for name, kind, added, expires in rows
        ]

    def remove_exception(self, identity: str) -> bool:
        """Forget the one with this id, and say whether there was one."""
        return self._remove("DELETE FROM exceptions WHERE id = ?", identity)

    def remove_exception_of(self, hashed: str) -> bool:
        """Forget the one of a name that was typed again, given as its keyed hash, and say whether there was one."""
        return self._remove("DELETE FROM exceptions WHERE id IN (SELECT id FROM exceptions WHERE hash = ?)", hashed)

    def forget_exceptions(self) -> int:
        """Delete all exceptions, and say how many there were."""
        with self._lock:
            count = len(self.exceptions())
            self.write("DELETE FROM exceptions")
            self._hashes = {}
        return count

    def forget_everything(self) -> None:
        """Delete every exception, consent and setting, and leave no trace of them in the file."""
        with self._lock:
            for statement in ("DELETE FROM consents", "DELETE FROM settings", "DELETE FROM exceptions"):
                self.write(statement)
            self._hashes = {}
            self.shrink()

    def forget_expired(self, today: date) -> int:
        """Delete the exceptions of past school years and the consents that have ended; says how many exceptions."""
        with self._lock:
            self.write("DELETE FROM consents WHERE until < ?", (today.isoformat(),))
            count = sum(one.expires < today for one in self.exceptions())
            self.write("DELETE FROM exceptions WHERE expires < ?", (today.isoformat(),))
            self.reload()
        return count

    def setting(self, name: str, default: Any = None) -> Any:
        """A setting's JSON value, or the default."""
        rows = self.read("SELECT value FROM settings WHERE name = ?", (name,))
        return json.loads(rows[0][0]) if rows else default

    def set_setting(self, name: str, value: Any) -> None:
        """Keep a setting; any JSON value."""
        self.write("INSERT OR REPLACE INTO settings VALUES (?, ?)", (name, json.dumps(value)))

    def forget_setting(self, name: str) -> None:
        """Go back to the default."""
        self.write("DELETE FROM settings WHERE name = ?", (name,))

    def _remove(self, statement: str, value: str) -> bool:
        with self._lock:
            count = self.write(statement, (value,))
            self.reload()
        return count > 0
