"""Table of the recognizer of the same name: an address, birth date or contact, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.record_table import check_record

TABLE = [
    ("Emma Rodrigues lives at 14 Elm Street", "14 Elm Street", "certain"),
    ("Emma Rodrigues was born on 3/4/2014", "3/4/2014", "certain"),
    ("Emma Rodrigues' mom is at 508-555-0142", "508-555-0142", "certain"),
    ("Mi alumna vive en Calle Robles 22", "Calle Robles 22", "certain"),
    ("My student's mom is reachable at rosa.m@gmail.com", "rosa.m@gmail.com", "certain"),
    ("We moved to 14 Elm Street last spring", "", "silent"),
    ("My son was born on 3/4/2014", "", "silent"),
    ("The open house is at 25 Union Street", "", "silent"),
]


@pytest.mark.parametrize(("text", "words", "strength"), TABLE)
def test_student_record_personal(found, text, words, strength):
    """Personal: tied to an identifiable child it is certain, an anecdote stays under 0.6, shop talk and family are silent."""
    check_record(found, text, words, strength)
