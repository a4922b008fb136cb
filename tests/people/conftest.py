"""What the tests about people share: a small invented district and its name book."""

from __future__ import annotations

import pytest

from secondlook.people.namebook import RosterNames
from secondlook.people.person import RosterPerson
from secondlook.people.roster import RosterIndex, build_index

KEY = bytes(range(32))

STUDENTS = (
    RosterPerson("Emma", "Rodrigues", middle="Grace", email_local="erodrigues29", email_domain="students.invalid"),
    RosterPerson("Liam", "O'Malley"),
    RosterPerson("João Pedro", "Almeida"),
    RosterPerson("Camila", "Reyes Ortega"),
    RosterPerson("Roberto", "da Silva", middle="Carlos"),
    RosterPerson("Will", "Day"),
    RosterPerson("Grace", "Park"),
    RosterPerson("Hope", "Ferreira"),
    RosterPerson("Katherine", "Doyle"),
    RosterPerson("José Luis", "Ramírez", preferred_given="Pepe"),
    RosterPerson("Ana Lucía", "Ortega", middle="Reyes"),
    RosterPerson("Mary-Kate", "McDonald-Tran Jr."),
)
STAFF = (RosterPerson("Dana", "Whitfield"), RosterPerson("Grace", "Park"))


@pytest.fixture(scope="session")
def students() -> RosterIndex:
    """The index of the invented students."""
    return build_index(STUDENTS, KEY)


@pytest.fixture(scope="session")
def staff() -> RosterIndex:
    """The index of the invented staff; one name is a student's too."""
    return build_index(STAFF, KEY)


@pytest.fixture(scope="session")
def book(students: RosterIndex, staff: RosterIndex) -> RosterNames:
    """Both together, without exceptions."""
    return RosterNames(students, staff)
