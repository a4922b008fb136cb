"""Table of the recognizer of the same name: special education, 504 or a disability, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.record_table import check_record

TABLE = [
    ("Emma Rodrigues has an IEP meeting at three", "IEP", "certain"),
    ("My student's 504 plan came back unsigned", "504 plan", "certain"),
    ("A kid in my 4th period has dyslexia and wrote a poem", "dyslexia", "certain"),
    ("Mi alumno tiene dislexia y hoy leyó en voz alta", "dislexia", "certain"),
    ("Minha aluna tem um plano 504 novo", "plano 504", "certain"),
    ("some student has an IEP and nobody reads it", "IEP", "anecdote"),
    ("IEP paperwork is eating my weekend", "", "silent"),
    ("Fund special education in this state", "", "silent"),
    ("My daughter has an IEP and I cried at the meeting", "", "silent"),
    ("Autism awareness month is here", "", "silent"),
    ("I was diagnosed with ADHD at forty", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_special_education(found, text, words, strength):
    """Special education: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)
