"""Table of the recognizer of the same name: a family matter, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.record_table import check_record

TABLE = [
    ("Emma Rodrigues lives with grandma since her dad went away", "lives with grandma", "certain"),
    ("DCF came for my student today", "DCF", "certain"),
    ("Mi alumna vive en un albergue desde diciembre", "albergue", "certain"),
    ("O pai do meu aluno foi levado pelo ICE", "pelo ICE", "certain"),
    ("some student is in foster care and aced it anyway", "foster care", "anecdote"),
    ("DCF training is on Tuesday", "", "silent"),
    ("Adopted a dog from the animal shelter", "", "silent"),
    ("My sister is going through a divorce", "", "silent"),
    ("ICE cream social on Friday", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_family(found, text, words, strength):
    """Family: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)
