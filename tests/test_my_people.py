"""What a person has said about others: kept, listed, removed, refused, and taken in from another program."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import NoReturn

import pytest

from secondlook.config import Home
from secondlook.contract import Consent, NotAStudent, Person, RemoveException, WithdrawConsent
from secondlook.detection.names import NO_NAMES
from secondlook.errors import NotKeptError
from secondlook.keys import Keys, NoVaultError
from secondlook.my_people import MyPeople
from secondlook.rosters import Rosters, invented_rosters
from secondlook.store import Store

TODAY = date(2026, 11, 23)


def no_vault() -> NoReturn:
    raise NoVaultError


@pytest.fixture(scope="module")
def rosters() -> Rosters:
    return invented_rosters()[0]


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    """Of a key file: no test touches the keyring of whoever runs it."""
    return Keys(Home(tmp_path), no_vault, "linux")


class Clock:
    """A day that a test may turn."""

    day = TODAY

    def __call__(self) -> date:
        return self.day


@pytest.fixture
def people(tmp_path: Path, keys: Keys) -> Iterator[MyPeople]:
    store = Store(tmp_path / "s.sqlite")
    yield MyPeople(store, keys, Clock())
    store.close()


def test_an_exception_is_listed_without_its_name(people: MyPeople, tmp_path: Path) -> None:
    """Kind and dates and an id; the file holds no name."""
    people.add_exception(NotAStudent(name="Zebulon Quist", kind="own_child"))
    (kept,) = people.exceptions().exceptions
    assert (kept.kind, kept.added, kept.expires) == ("own_child", "2026-11-23", "2027-06-30")
    assert "zebulon" not in kept.model_dump_json().lower()
    assert all(b"ebulon" not in path.read_bytes() for path in tmp_path.iterdir())


def test_removing_by_name_or_by_id(people: MyPeople) -> None:
    """The name typed again in any spelling, or the id; one at a time, and only what is there."""
    people.add_exception(NotAStudent(name="Emma Rodrigues"))
    people.add_exception(NotAStudent(name="João Pedro Almeida", kind="alumni"))
    assert people.remove_exception(RemoveException(name="EMMA  rodrigues")).removed
    assert not people.remove_exception(RemoveException(name="Emma Rodrigues")).removed
    assert not people.is_exception("Emma Rodrigues")
    (left,) = people.exceptions().exceptions
    assert left.kind == "alumni"
    assert people.remove_exception(RemoveException(id=left.id)).removed
    assert people.exceptions().exceptions == []


@pytest.mark.parametrize("which", [RemoveException(), RemoveException(id="ab", name="Emma")])
def test_which_one_must_be_said(people: MyPeople, which: RemoveException) -> None:
    """Neither and both are refused."""
    with pytest.raises(NotKeptError):
        people.remove_exception(which)


def test_an_own_child_is_known_by_name_or_handle(people: MyPeople) -> None:
    """And is not made one by "not a student"."""
    people.add_exception(NotAStudent(name="emma.rodrigues08", kind="own_child"))
    people.add_exception(NotAStudent(name="Liam O'Malley"))
    assert people.is_own_child(Person(name="Emma", handle="Emma.Rodrigues08"))
    assert not people.is_own_child(Person(name="Liam O'Malley"))
    assert people.is_exception("liam o’malley")


def test_exceptions_end_with_the_school_year(people: MyPeople, tmp_path: Path, keys: Keys) -> None:
    """In July they are asked about again, and at the next start they are gone from the file."""
    people.add_exception(NotAStudent(name="Emma Rodrigues", kind="own_child"))
    summer = Clock()
    summer.day = date(2027, 7, 1)
    store = Store(tmp_path / "s.sqlite")
    later = MyPeople(store, keys, summer)
    assert not later.is_exception("Emma Rodrigues")
    assert later.exceptions().exceptions == []
    store.close()


def test_a_colleague_consents_and_withdraws(people: MyPeople, rosters: Rosters) -> None:
    """Kept as typed, counted for tags, and gone when it is withdrawn."""
    dana = Person(name="Dana Whitfield")
    assert people.consent(dana, "") == 0
    kept = people.add_consent(Consent(name=" Dana Whitfield ", how="written"), rosters.names)
    assert (kept.name, kept.how, kept.until) == ("Dana Whitfield", "written", "2027-06-30")
    assert people.consent(dana, "") == 1
    assert people.consent(Person(name="Dana Q. Whitfield"), "") == 1
    assert people.consents().consents == [kept]
    assert people.withdraw_consent(WithdrawConsent(id=kept.id)).removed
    assert people.consent(dana, "") == 0
    assert not people.withdraw_consent(WithdrawConsent(id=kept.id)).removed


@pytest.mark.parametrize(
    ("given", "field"),
    [
        (Consent(name="Zoe Atall"), "name"),
        (Consent(name="Emma Rodrigues"), "name"),  # a student, not a colleague
        (Consent(name="Dana Whitfield", until="2026-11-22"), "until"),
        (Consent(name="Dana Whitfield", until="2026-02-30"), "until"),
        (Consent(name="Dana Whitfield", until="2099-01-01"), "until"),
        (Consent(name="Dana Whitfield", what="event"), "label"),
    ],
)
def test_what_is_no_consent_is_refused(people: MyPeople, rosters: Rosters, given: Consent, field: str) -> None:
    """By field, in a sentence that repeats no name; nothing is kept."""
    with pytest.raises(NotKeptError) as caught:
        people.add_consent(given, rosters.names)
    assert caught.value.field == field
    assert given.name.split()[0] not in caught.value.sentence
    assert people.consents().consents == []


def test_without_a_staff_list_nobody_can_consent(people: MyPeople) -> None:
    """Nobody is known to be a colleague, so no tag would be asked about either."""
    with pytest.raises(NotKeptError, match="staff list"):
        people.add_consent(Consent(name="Dana Whitfield"), NO_NAMES)


def test_a_consent_ends_and_is_forgotten(people: MyPeople, rosters: Rosters, tmp_path: Path, keys: Keys) -> None:
    """The day after its last it neither counts nor is listed, and at the next start it is gone from the file."""
    people.add_consent(Consent(name="Dana Whitfield", until="2026-11-30"), rosters.names)
    december = Clock()
    december.day = date(2026, 12, 1)
    store = Store(tmp_path / "s.sqlite")
    later = MyPeople(store, keys, december)
    assert later.consent(Person(name="Dana Whitfield"), "") == 0
    assert later.consents().consents == []
    assert store.read("SELECT count(*) FROM consents") == [(0,)]
    store.close()


def test_what_has_ended_goes_while_the_agent_runs(tmp_path: Path, rosters: Rosters, keys: Keys) -> None:
    """A laptop that is never shut down lets go of it on the next day, not at the next start."""
    clock, store = Clock(), Store(tmp_path / "s.sqlite")
    people = MyPeople(store, keys, clock)
    people.add_consent(Consent(name="Dana Whitfield", until="2026-11-23"), rosters.names)
    people.add_exception(NotAStudent(name="Emma Rodrigues"))
    assert not people.refresh()
    clock.day = date(2026, 11, 24)
    assert people.refresh()
    assert store.read("SELECT count(*) FROM consents") == [(0,)]
    assert store.read("SELECT count(*) FROM exceptions") == [(1,)]
    clock.day = date(2027, 7, 1)
    assert people.refresh()
    assert store.read("SELECT count(*) FROM exceptions") == [(0,)]
    store.close()


def test_what_another_program_wrote_is_taken_in(people: MyPeople, rosters: Rosters, tmp_path: Path, keys: Keys) -> None:
    """The command line beside the agent: after a refresh the agent knows, and the next refresh has nothing to do."""
    store = Store(tmp_path / "s.sqlite")
    other = MyPeople(store, keys, Clock())
    people.refresh()
    other.add_consent(Consent(name="Dana Whitfield"), rosters.names)
    other.add_exception(NotAStudent(name="Emma Rodrigues"))
    assert people.refresh()
    assert people.consent(Person(name="Dana Whitfield"), "") == 1
    assert people.is_exception("Emma Rodrigues")
    assert not people.refresh()
    store.close()


def test_an_exception_holds_for_every_form_of_the_name(people: MyPeople) -> None:
    """A surname dropped, a nickname, accents: one exception, listed once and gone at once."""
    people.add_exception(NotAStudent(name="Abigail Carranza Reynoso", kind="own_child"))
    for seen in ("Abigail Carranza", "abby carranza", "Abigail Reynoso", "ABIGAIL CARRANZA REYNOSO"):
        assert people.exception_kind(seen) == "own_child", seen
    for other in ("Abigail", "Carranza Reynoso", "Abigail Silva", "Ana Carranza"):
        assert people.exception_kind(other) is None, other
    assert len(people.exceptions().exceptions) == 1
    assert people.remove_exception(RemoveException(name="Abigail Carranza Reynoso")).removed
    assert people.exception_kind("Abby Carranza") is None


def test_a_second_given_name_is_no_surname(people: MyPeople) -> None:
    """Whoever excepts Ana Clara Souza has said nothing of every other Ana Clara."""
    people.add_exception(NotAStudent(name="Ana Clara de Souza", kind="alumni"))
    assert people.is_exception("Ana Souza")
    assert not people.is_exception("Ana Clara")
