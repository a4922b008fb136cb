"""Sentences as teachers, aides, secretaries and coaches say them, in three languages: `spoken_records.jsonl`.

`[[...]]` marks what must be touched (without marks any record will do); certain = 0.6 and above, anecdote = below.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

ROWS = [json.loads(line) for line in Path(__file__).with_name("spoken_records.jsonl").read_text("utf-8").splitlines()]
MARK = re.compile(r"\[\[(.+?)\]\]")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['lang']}-{row['family']}-{row['post'][:30]}")
def test_record_as_it_is_spoken(found, row):
    """A record is found with the strength of its tie to a child; general talk, one's own life and stars are silent."""
    kind = "STUDENT_ANECDOTE" if row["family"] == "story" else "STUDENT_RECORD"
    records = found(MARK.sub(r"\1", row["post"]), kind)
    if row["strength"] == "silent":
        assert records == []
        return
    marks = MARK.findall(row["post"])
    scores = [score for span, score in records if not marks or any(_share(span, mark) for mark in marks)]
    assert scores
    assert (max(scores) >= 0.6) == (row["strength"] == "certain")


def _share(span: str, mark: str) -> bool:
    """Whether the finding and the mark have a word in common; close enough, since each mark stands once in its post."""
    return bool(set(re.findall(r"\w+", span)) & set(re.findall(r"\w+", mark)))
