"""Table of the recognizer of the same name: a grade, score or promotion, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import random

import pytest

from detection.recognizers.record_table import check_record
from secondlook.detection.fold import fold
from secondlook.detection.names import NO_NAMES
from secondlook.detection.reading import Reading
from secondlook.detection.recognizers.student_record_grades import _MARK, may_be_marked
from secondlook.detection.settings import DetectionSettings
from secondlook.detection.terms import TermIndex

TABLE = [
    ("Emma Rodrigues got a 47 on the quiz", "47", "certain"),
    ("Emma Rodrigues is failing math again", "failing math", "certain"),
    ("My student has a 1.8 GPA and dreams of Harvard", "1.8 GPA", "certain"),
    ("my student reads at a 2nd grade level", "reads at a 2nd grade level", "certain"),
    ("João Pedro Almeida tirou 3 na prova de matemática", "tirou 3", "certain"),
    ("Mi alumna sacó un 40 en la prueba", "sacó un 40", "certain"),
    ("Honor roll:\nEmma Rodrigues\nLiam O'Malley", "Honor roll", "certain"),
    ("some student got a D in algebra and laughed", "D", "anecdote"),
    ("Emma Rodrigues: 11 out of 40. We both need a nap", "11 out of 40", "certain"),
    ("Rodrigues, Emma, 10 na prova de frações", "10", "certain"),
    ("Emma Rodrigues va con 38 en historia", "38", "certain"),
    ("Emma Rodrigues, 8 de 20 en la prueba", "8 de 20", "certain"),
    ("Emma Rodrigues is a 10 out of 10 human", "", "silent"),
    ("18 out of 20 kids asked Emma Rodrigues to dance", "", "silent"),
    ("The class average on the quiz was 82", "", "silent"),
    ("MCAS week starts Monday, sleep well", "", "silent"),
    ("My son got a D in math, send help", "", "silent"),
    ("She failed her driving test lol", "", "silent"),
    ("Grade 5 did an amazing job on the science fair", "", "silent"),
    ("Report cards go home on Friday", "", "silent"),
    ("A Camila fez um bolo de cenoura em casa", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_grades(found, text, words, strength):
    """Grades: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)


def test_the_quick_look_for_a_mark_misses_none():
    """Told apart for plain texts, the signs of a mark are found where the one pattern finds them, and nowhere else."""
    dice = random.Random(5)  # noqa: S311 - repeatable, not secret
    pieces = (
        "a",
        "an",
        "nota",
        "from",
        "una",
        "um",
        "cuarenta",
        "xenta",
        "b",
        "_b",
        "d'",
        "a+",
        "a-x",
        "-",
        ":",
        "cinco",
        "grade",
        "é",
        " ",
        "  ",
        "_",
    )
    for _ in range(5_000):
        text = dice.choice((" ", "", "-")).join(dice.choices(pieces, k=dice.randrange(6)))
        reading = Reading(fold(text), NO_NAMES, TermIndex({}), DetectionSettings())
        assert may_be_marked(reading.folded.text, reading.bare_words) == bool(_MARK.search(reading.folded.text)), text
