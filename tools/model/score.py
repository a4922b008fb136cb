"""Scores a pipeline on names only: exact span, own tokeniser, handles out of gold and out of predictions.

The same trimming on both sides: punctuation, the possessive, "#", and titles such as Mr or Sra. Called by `train.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from corpora import Post

TITLE = re.compile(r"^(?:mr|mrs|ms|miss|dr|prof|coach|sra|sr|dona|don|doña)\.?\s+", re.IGNORECASE)
EDGE = " \t\n.,:;!?\"'“”‘’()[]{}#*~-…"


@dataclass(frozen=True)
class Score:
    """Precision, recall, F1 and the share of gold names touched at all (overlap); `gold` names were there."""

    precision: float
    recall: float
    f1: float
    overlap: float
    gold: int


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without punctuation, possessive and title."""
    for tail in ("'s", "’s", "'S", "’S"):
        if text[start:end].endswith(tail):
            end -= 2
    while start < end and text[start] in EDGE:
        start += 1
    while end > start and text[end - 1] in EDGE:
        end -= 1
    title = TITLE.match(text[start:end])
    return (start + title.end(), end) if title and title.end() < end - start else (start, end)


def in_handle(text: str, start: int) -> bool:
    """Whether the word at `start` belongs to an @handle."""
    word = max(text.rfind(" ", 0, start + 1), text.rfind("\n", 0, start + 1)) + 1
    return "@" in text[word : start + 1]


def score(nlp: Any, posts: list[Post]) -> Score:
    """How well `nlp` finds the PERSON spans of `posts`."""
    hit = predicted_count = gold_count = touched = 0
    for post, doc in zip(posts, nlp.pipe([post.text for post in posts], batch_size=64), strict=True):
        gold = names(post.text, ((start, end) for start, end, label in post.spans if label == "PERSON"))
        found = names(post.text, ((ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"))
        hit += len(gold & found)
        touched += sum(any(a < end and start < b for a, b in found) for start, end in gold)
        predicted_count, gold_count = predicted_count + len(found), gold_count + len(gold)
    precision, recall = hit / max(1, predicted_count), hit / max(1, gold_count)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return Score(
        round(precision, 3), round(recall, 3), round(f1, 3), round(touched / max(1, gold_count), 3), gold_count
    )


def names(text: str, spans: Iterable[tuple[int, int]]) -> set[tuple[int, int]]:
    """Trimmed spans without handles."""
    return {trimmed(text, start, end) for start, end in spans if not in_handle(text, start)}
