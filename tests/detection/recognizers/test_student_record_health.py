"""Table of the recognizer of the same name: health, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.record_table import check_record

TABLE = [
    ("Emma Rodrigues had a seizure in my room", "seizure", "certain"),
    ("My student forgot her meds again", "her meds", "certain"),
    ("Mandé a la enfermera a Camila Reyes Ortega con piojos", "piojos", "certain"),
    ("Meu aluno teve uma crise de asma no treino", "crise de asma", "certain"),
    ("some student is pregnant and scared", "is pregnant", "anecdote"),
    ("Flu season is here, wash your hands", "", "silent"),
    ("My mom is in the hospital, please pray", "", "silent"),
    ("Thank you to every school nurse today", "", "silent"),
    ("I broke my record in the 5k", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_health(found, text, words, strength):
    """Health: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)
