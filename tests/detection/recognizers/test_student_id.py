"""Table of the recognizer of the same name."""

from __future__ import annotations

import pytest

from secondlook.detection.settings import DetectionSettings

TABLE = [
    ("SASID 1023456789", "1023456789", 0.9),
    ("his student id is 483920", "483920", 0.9),
    ("LASID: A48213", "A48213", 0.9),
    ("the kid on line 3 is 1023456789", "1023456789", 0.6),
    ("for our student 0123456789 again", "0123456789", 0.6),
    ("Chromebook com etiqueta id 316920", "316920", 0.9),
    ("O número de matrícula da aluna é 20384756", "20384756", 0.9),
    ("la matrícula del alumno es la 20384", "20384", 0.9),
    ("o student id dele é 324763", "324763", 0.9),
    ("order 1023456789 has shipped", None, 0),
    ("tracking number 1023456789", None, 0),
    ("call 508-555-0142", None, 0),
    ("my student is 14 years old", None, 0),
    ("room 204, period 3, 27 kids", None, 0),
    ("0123456789", None, 0),
]


@pytest.mark.parametrize(("text", "number", "least"), TABLE)
def test_student_id(found, text, number, least):
    """A number counts when it is named as a student's, is shaped like a SASID, or has a context word before it."""
    ids = found(text, "STUDENT_ID")
    assert [words for words, _ in ids] == ([number] if number else [])
    assert all(score >= least for _, score in ids)


def test_student_address(found):
    """An address of the students' own domain is a student's, whoever is named; it is no record and no name beside that."""
    settings = DetectionSettings(student_domains=frozenset({"students.mps.example"}))
    address = "ejones@students.mps.example"
    text = f"my student's login is {address}"
    assert [words for words, score in found(text, "STUDENT_ID", settings) if score > 0.9] == [address]
    assert found(text, "STUDENT_RECORD", settings) == []
    assert found(text.replace("students.", ""), "STUDENT_ID", settings) == []
