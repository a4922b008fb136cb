"""Table of the recognizer of the same name: attendance, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.record_table import check_record

TABLE = [
    ("Emma Rodrigues has been absent 12 days this month", "absent", "certain"),
    ("My student skipped class again", "skipped class", "certain"),
    ("Camila Reyes Ortega faltó 9 días este mes", "faltó 9 días", "certain"),
    ("Minha aluna faltou 6 dias e ninguém ligou", "faltou 6 dias", "certain"),
    ("a kid dropped out this week and it broke me", "dropped out", "anecdote"),
    ("I was absent yesterday, sub plans are on the desk", "", "silent"),
    ("Take attendance before nine please", "", "silent"),
    ("My nephew skipped school to see the game", "", "silent"),
    ("Hace falta más café", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_attendance(found, text, words, strength):
    """Attendance: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)
