"""What is underlined can be read: a short term with the words that tell it, up to the clause's end or whoever it is of."""

from __future__ import annotations

from itertools import pairwise

import pytest

from corpus.read_corpus import CORPUS, read_corpus
from secondlook.detection.detect import JOINED, detect
from secondlook.detection.telling_words import TOLD


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


def test_no_two_findings_of_a_kind_overlap(engine, names):
    """Short terms whose words around meet are one thing to look at; in all posts of one voice, and there are such terms in them."""
    joined = 0
    for post in read_corpus(CORPUS / "posts" / "b"):
        found = detect(post.text, names, engine)
        joined += sum(it.dropped == JOINED and it.kind in TOLD for it in found.evidence)
        for kind in TOLD:
            spans = sorted((it.start, it.end) for it in found.findings if it.kind == kind)
            assert all(one[1] <= two[0] for one, two in pairwise(spans)), post.id
    assert joined
