"""What a person has said about others: exceptions and the consent ledger, between the store's rows and a check.

Hashes names, refuses what cannot be meant, and answers checks from memory. Used by the agent and by the command line,
which may run at the same time on one file; `refresh` takes in what the other wrote. Logs nothing.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date

from secondlook import contract
from secondlook.contract import Person
from secondlook.detection.names import NameBook
from secondlook.errors import NotKeptError
from secondlook.keys import Keys
from secondlook.people.consent import Consent, ConsentBook
from secondlook.people.keyed_hash import name_hash
from secondlook.people.name_forms import kept_forms, seen_forms
from secondlook.store import ConsentRow, Consents, ExceptionKind, Store, school_year_end

LONGEST_CONSENT_YEARS = 3


class MyPeople:
    """The people of one home.

    Args:
        store: open.
        keys: of the home; the hashes of exceptions are under a key of their own.
        today: the person's own day; tests hand in another.

    Raises:
        KeyUnavailableError: the key cannot be had.

    """

    def __init__(self, store: Store, keys: Keys, today: Callable[[], date]) -> None:
        self._store, self._today = store, today
        self._key = keys.derive("exceptions")
        self._consents = Consents(store)
        self._book = ConsentBook()
        self._day = today()
        store.forget_expired(self._day)
        self.reload()

    def refresh(self) -> bool:
        """Take in what another program wrote, if it did; on a new day let go of what has ended."""
        if self._day != (today := self._today()):
            self._day = today
            self._store.forget_expired(today)
            self.reload()
            return True
        if not self._store.changed_elsewhere():
            return False
        self.reload()
        return True

    def add_exception(self, said: contract.NotAStudent) -> None:
        """Keep that a name is not a current student's, as a keyed hash, until the school year ends."""
        if not said.name.strip():
            raise NotKeptError("Field name is empty, so there is nothing to keep.", field="name")
        forms = [name_hash(self._key, form) for form in kept_forms(said.name)]
        self._store.add_exception(forms, said.kind, self._today())

    def exceptions(self) -> contract.KeptExceptions:
        """All that are kept, by kind and date."""
        return contract.KeptExceptions(
            exceptions=[
                contract.KeptException(
                    id=one.id, kind=one.kind, added=one.added.isoformat(), expires=one.expires.isoformat()
                )
                for one in self._store.exceptions()
            ]
        )

    def remove_exception(self, which: contract.RemoveException) -> contract.Removed:
        """Forget one, by its id or by its name typed again.

        Raises:
            NotKeptError: neither or both were given.

        """
        if (which.id is None) == (which.name is None):
            raise NotKeptError("Say which one: by its id, or by the name. Not both.", field="id")
        if which.id is not None:
            return contract.Removed(removed=self._store.remove_exception(which.id))
        return contract.Removed(removed=self._store.remove_exception_of(name_hash(self._key, which.name or "")))

    def exception_kind(self, words: str) -> ExceptionKind | None:
        """What was said of a name, in any of its forms, or of a handle."""
        return first_said(self._store, self._key, words, self._today())

    def is_exception(self, words: str) -> bool:
        """Whether a name or handle is excepted; for the name book."""
        return self.exception_kind(words) is not None

    def is_own_child(self, person: Person) -> bool:
        """Whether the person has said that this is their own child, by name or handle."""
        return any(self.exception_kind(words) == "own_child" for words in (person.name, person.handle) if words)

    def add_consent(self, given: contract.Consent, names: NameBook) -> contract.KeptConsent:
        """Keep that a colleague has agreed to be tagged.

        Args:
            given: as the person says it.
            names: the staff list; a consent of somebody who is not on it would never be asked for.

        Raises:
            NotKeptError: the colleague is not on the staff list, or the date is in the past, far off, or no date.

        """
        today = self._today()
        until = school_year_end(today) if given.until is None else _day(given.until)
        if until < today:
            raise NotKeptError(f"{until} is in the past.", field="until")
        if until > date(today.year + LONGEST_CONSENT_YEARS, 12, 31):
            raise NotKeptError(f"A consent can be kept for {LONGEST_CONSENT_YEARS} years at most.", field="until")
        if given.what != "standing" and not given.label.strip():
            raise NotKeptError("Say which event or album it is for.", field="label")
        if not names.match(given.name, given.handle).staff:
            raise NotKeptError("Nobody of that name is on the staff list, so no consent is needed.", field="name")
        row = ConsentRow(
            secrets.token_hex(4), given.name.strip(), (given.handle or "").strip(), given.what, given.label.strip(),
            given.how, today.isoformat(), until.isoformat(),
        )  # fmt: skip
        self._consents.add(row)
        self.reload()
        return _kept(row)

    def consents(self) -> contract.KeptConsents:
        """The ledger, without consents that have ended."""
        today = self._today().isoformat()
        return contract.KeptConsents(consents=[_kept(row) for row in self._consents.rows() if row.until >= today])

    def withdraw_consent(self, which: contract.WithdrawConsent) -> contract.Removed:
        """Delete one from the ledger."""
        removed = self._consents.remove(which.id)
        self.reload()
        return contract.Removed(removed=removed)

    def consent(self, person: Person, text: str) -> float:
        """How surely a colleague has agreed to be tagged in this post today."""
        return self._book.covers(person.name, person.handle, text, self._today())

    def reload(self) -> None:
        """Read the store anew."""
        self._store.reload()
        self._book = ConsentBook(_consent(row) for row in self._consents.rows())


def first_said(store: Store, key: bytes, words: str, today: date) -> ExceptionKind | None:
    """What a store holds of a name that is seen, in any of its forms; None when nothing."""
    if not store.has_exceptions:
        return None
    kinds = (store.exception_kind(name_hash(key, form), today) for form in seen_forms(words))
    return next((kind for kind in kinds if kind), None)


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise NotKeptError("Field until should be a date such as 2027-06-30.", field="until") from None


def _consent(row: ConsentRow) -> Consent:
    return Consent(
        row.id, row.name, row.handle, row.what, row.label, row.how,  # type: ignore[arg-type]  # words that we wrote
        date.fromisoformat(row.added), date.fromisoformat(row.until),
    )  # fmt: skip


def _kept(row: ConsentRow) -> contract.KeptConsent:
    return contract.KeptConsent(
        id=row.id, name=row.name, handle=row.handle or None, what=row.what, label=row.label,  # type: ignore[arg-type]  # words that we wrote
        how=row.how, added=row.added, until=row.until,  # type: ignore[arg-type]  # the same
    )  # fmt: skip
