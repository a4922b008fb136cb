"""Table of the recognizer of the same name: lunch status or means, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.record_table import check_record

TABLE = [
    ("Emma Rodrigues is on free lunch and ashamed of it", "on free lunch", "certain"),
    ("My student has no winter coat", "no winter coat", "certain"),
    ("Mi alumno llega con hambre todos los lunes", "llega con hambre", "certain"),
    ("Minha aluna não tem dinheiro pra merenda", "não tem dinheiro", "certain"),
    ("a kid comes to school hungry and we post slogans", "comes to school hungry", "anecdote"),
    ("Free lunch for everyone this year", "", "silent"),
    ("Teachers can't afford rent in this town", "", "silent"),
    ("We read The Very Hungry Caterpillar", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_lunch_income(found, text, words, strength):
    """Lunch and income: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)
