"""Scores a pipeline on names only: exact span, own tokeniser, handles out of gold and out of predictions.

The same trimming on both sides: punctuation, the possessive, "#", and titles such as Mr or Sra. Called by `train.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from corpora import Post

from secondlook.detection.ner_score import Scorer

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


@dataclass(frozen=True)
class Bin:
    """Names that the model was about as sure of, and the share of them that is right (exact span)."""

    low: float
    high: float
    names: int
    right: float


def reliability(nlp: Any, posts: list[Post], borders: tuple[float, ...] = (0.0, 0.3, 0.5, 0.7, 0.9, 1.01)) -> list[Bin]:
    """Whether names scored about 0.8 are right in 80 of 100 cases, and so on."""
    scorer = Scorer(nlp)
    seen: list[tuple[float, bool]] = []
    for post, doc in zip(posts, nlp.pipe([post.text for post in posts], batch_size=64), strict=True):
        gold = names(post.text, ((start, end) for start, end, label in post.spans if label == "PERSON"))
        for entity, sure in zip(doc.ents, scorer.score(doc), strict=True):
            if entity.label_ == "PERSON" and not in_handle(post.text, entity.start_char):
                seen.append((sure, trimmed(post.text, entity.start_char, entity.end_char) in gold))
    bins = []
    for low, high in pairwise(borders):
        right = [found for sure, found in seen if low <= sure < high]
        bins.append(Bin(low, min(high, 1.0), len(right), sum(right) / max(1, len(right))))
    return bins
