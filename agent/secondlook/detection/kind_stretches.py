"""How a text is cut for the judge of content: sentence by sentence, a few together, with no word of who is meant.

Pure. Called by `kind_judge.py` in a check and by `tools/judge/train.py`, so that both see the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import numpy as np

from secondlook.detection.kind_features import (
    list_rows,
    named_row,
    sentence_rows,
    sign_rows,
    texts_of,
)
from secondlook.detection.reading import Reading
from secondlook.detection.terms import Word

LONGEST = 400
"""Code points of a stretch; a longer text is judged stretch by stretch, so that much talk does not drown a sentence."""
MOST = 6
"""Sentences of a stretch, so that what each says a little does not add up to much."""
NAMED = "§"
"""Stands for the words of a person's name."""

Spoken = tuple[list[str], list[int]]
"""A sentence's words as the judge reads them, and the rows of its signs."""


class Sentence(NamedTuple):
    """One sentence of a reading: its words, its folded text and where that begins, its rows of lists."""

    words: list[Word]
    text: str
    start: int
    lists: set[int]

    def spoken(self) -> Spoken:
        """Its words as the judge reads them, and the rows of its signs."""
        return texts_of(self.words), sign_rows(self.text)

    def rows(self) -> list[int]:
        """The rows of its words and signs; what is said twice in a sentence counts once."""
        texts, signs = self.spoken()
        lasting, of_end = sentence_rows(texts)
        return sorted(lasting.union(of_end, signs))


class Stretch(NamedTuple):
    """Sentences judged together, and their span in code points of the original."""

    sentences: list[Sentence]
    account: int
    start: int
    end: int

    def rows(self) -> Any:
        """Every row, once for each sentence; for training."""
        return np.array([*(row for it in self.sentences for row in (*it.rows(), *sorted(it.lists))), self.account])


def stretches_of(reading: Reading) -> Iterator[Stretch]:
    """Sentences together, as many as make no more than `LONGEST` code points, `MOST` at the most."""
    spans, account = reading.sentences, named_row(f"account {reading.settings.account}")
    sentences, first = _sentences(reading), 0
    for number in range(1, len(spans) + 1):
        full = number == len(spans) or number - first == MOST or spans[number][1] - spans[first][0] > LONGEST
        if full:
            once = list({it.text.strip(): it for it in sentences[first:number]}.values())  # said again adds nothing
            yield Stretch(once, account, *reading.original_span(spans[first][0], spans[number - 1][1]))
            first = number


def _sentences(reading: Reading) -> list[Sentence]:
    words: list[list[Word]] = [[] for _ in reading.sentences]
    for word in without_names(reading):
        words[word.sentence].append(word)
    return [
        Sentence(its, reading.folded.text[start:end], start, rows)
        for its, (start, end), rows in zip(words, reading.sentences, list_rows(reading), strict=True)
    ]


def without_names(reading: Reading) -> list[Word]:
    """The words, with one and the same word for every name of a person: who is meant says nothing of the content."""
    spans = [
        (it.start, it.end) for it in reading.names if not it.wordlike or reading.text[it.start : it.start + 1].isupper()
    ]
    spans += reading.persons
    if not spans:
        return reading.words
    named = bytearray(len(reading.folded.text))
    for span in spans:
        start, end = map(reading.folded_offset, span)
        named[start:end] = b"\x01" * (end - start)
    return [word._replace(text=NAMED) if 1 in named[word.start : word.end] else word for word in reading.words]
