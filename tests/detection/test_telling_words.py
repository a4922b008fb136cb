"""What is underlined can be read: a short term with the words that tell it, up to the clause's end or whoever it is of."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("My student's IEP meeting ran long", "STUDENT_RECORD", "IEP meeting ran long"),
        ("Ugh. One of my students was suspended again, sigh", "STUDENT_RECORD", "was suspended again"),
        ("My student was absent all week (so sad)", "STUDENT_RECORD", "was absent all week"),
        ("🎉🎉👏🏽 My student's IEP 😭", "STUDENT_RECORD", "IEP"),
        ("This week is shit and it is only Monday", "OBSCENE", "shit"),
    ],
)
def test_told_with_the_words_beside_it(found, text: str, kind: str, words: str) -> None:
    """Words of the clause, never those of the next and never the child's; a swear word stands for itself."""
    assert [said for said, *_ in found(text, kind)] == [words]
