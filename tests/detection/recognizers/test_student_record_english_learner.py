"""Table of the recognizer of the same name: English-learner status, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.record_table import check_record

TABLE = [
    ("My student speaks no English and wrote me a card", "speaks no English", "certain"),
    ("Emma Rodrigues reached WIDA level 4", "WIDA", "certain"),
    ("Mi alumna no habla inglés todavía", "no habla inglés", "certain"),
    ("Meu aluno chegou sem falar inglês", "sem falar inglês", "certain"),
    ("some student speaks no English yet", "speaks no English", "anecdote"),
    ("EL MEJOR CUENTO DE EMMA RODRIGUES", "", "silent"),
    ("WIDA training all day", "", "silent"),
    ("I don't speak English at home", "", "silent"),
    ("Our newcomer program is the best in the state", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_english_learner(found, text, words, strength):
    """English learners: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)
