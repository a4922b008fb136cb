"""The words of a text as spaCy's tokenizer cuts them, each with the vector it has by itself, before its neighbours are looked at.

A word's own vector never changes, so those of everyday words (the model's public list) are worked out once and kept. Those
of other words are remembered under a keyed hash, and only a few, so that a sentence that grows is not begun anew. Called by `lean_ner.py`; imports NumPy, which spaCy has
loaded anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import numpy as np

from secondlook.detection.lean_layers import Layer
from secondlook.keyed_memory import KeyedMemory

REMEMBERED = 300
"""Other words. Whoever could read this memory could test guesses against a vector, so they are few."""
MOST_KEPT = 8_000
"""Everyday words with their signs and capitals; each takes a few hundred bytes."""
_CHUNK = re.compile(r"\S+|\s+")
_SIGNS = ".,!?;:\"'()-…"


class Piece(NamedTuple):
    """What stands between two blanks: where its tokens begin and end in it, and their vectors, one row each."""

    spans: tuple[tuple[int, int], ...]
    rows: Any


class Cut(NamedTuple):
    """A text in tokens: code-point spans, which of them are mere blanks, and their vectors."""

    spans: list[tuple[int, int]]
    blank: list[int]
    rows: list[Any]


class LeanWords:
    """The tokenizer and the first layer of a pipeline. Not thread-safe; texts are to be read in a memory zone.

    Args:
        nlp: the pipeline.
        part: its tok2vec, of the shape MultiHashEmbed + MaxoutWindowEncoder.
        before: the parts that run before it.
        everyday: the words, in small letters, whose vectors may be kept.

    """

    def __init__(self, nlp: Any, part: Any, before: Iterable[Any], everyday: Iterable[str]) -> None:
        layers = list(part.model.walk())
        self._make_doc, self._before, self._ops = nlp.make_doc, list(before), part.model.ops
        attributes = next(layer for layer in layers if layer.name == "extract_features").attrs["columns"]
        self._columns = [*attributes, "IDX", "LENGTH"]
        self._tables = [(it.get_param("E"), it.attrs["seed"]) for it in layers if it.name == "hashembed"]
        self._layer = next(Layer.all_of(part.model))
        self._everyday = frozenset(everyday)
        self._kept: dict[str, Piece] = {}
        self._memory: KeyedMemory[Piece] = KeyedMemory(REMEMBERED)

    def forget(self) -> None:
        """Lets go of all words but the everyday ones."""
        self._memory.forget()

    def cut(self, texts: list[str]) -> list[Cut]:
        """All texts in tokens."""
        chunks = [list(_chunks(text)) for text in texts]
        known = self._pieces({chunk for some in chunks for _, chunk in some})
        cuts = []
        for some in chunks:
            spans: list[tuple[int, int]] = []
            blank: list[int] = []
            rows = []
            for start, chunk in some:
                piece = known[chunk]
                if chunk.isspace():
                    blank.append(len(spans))
                spans += [(start + first, start + last) for first, last in piece.spans]
                rows.append(piece.rows)
            cuts.append(Cut(spans, blank, rows))
        return cuts

    def _pieces(self, chunks: set[str]) -> dict[str, Piece]:
        """Each chunk in tokens, kept or worked out."""
        known = {chunk: piece for chunk in chunks if (piece := self._kept.get(chunk)) is not None}
        marks = {chunk: self._memory.mark(chunk) for chunk in sorted(chunks - known.keys())}
        known |= {chunk: piece for chunk, mark in marks.items() if (piece := self._memory.get(mark)) is not None}
        new = [chunk for chunk in marks if chunk not in known]
        for chunk, piece in zip(new, self._worked_out(new) if new else (), strict=True):
            known[chunk] = piece
            if len(self._kept) < MOST_KEPT and chunk.strip(_SIGNS).lower() in self._everyday:
                self._kept[chunk] = piece
            else:
                self._memory.keep(marks[chunk], piece)
        return known

    def _worked_out(self, chunks: list[str]) -> Iterator[Piece]:
        """Each chunk through the tokenizer, all together where they are words; blanks stand alone, as in a text."""
        words = [chunk for chunk in chunks if not chunk.isspace()]
        blanks = [chunk for chunk in chunks if chunk.isspace()]
        docs = [self._make_doc(text) for text in (*([" ".join(words)] if words else ()), *blanks)]
        for part in self._before:
            docs = [part(doc) for doc in docs]
        table = np.concatenate([doc.to_array(self._columns) for doc in docs]).astype("uint64", copy=False)
        rows = self._layer.forward(self._embedded(table))
        starts, lengths = table[:, -2].tolist(), table[:, -1].tolist()
        pieces: dict[str, Piece] = {}
        at = begun = 0
        for chunk in words:
            first, end, last = at, begun + len(chunk), len(starts) - len(blanks)
            while at < last and starts[at] < end:
                at += 1
            spans = [(starts[it] - begun, starts[it] - begun + lengths[it]) for it in range(first, at)]
            pieces[chunk] = Piece(tuple(spans), rows[first:at].copy())
            begun = end + 1
        for place, chunk in enumerate(blanks, len(starts) - len(blanks)):
            pieces[chunk] = Piece(((0, len(chunk)),), rows[place : place + 1].copy())
        return (pieces[chunk] for chunk in chunks)

    def _embedded(self, keys: Any) -> Any:
        columns = [
            self._ops.gather_add(table, self._ops.hash(np.ascontiguousarray(keys[:, place]), seed) % table.shape[0])
            for place, (table, seed) in enumerate(self._tables)
        ]
        return np.concatenate(columns, axis=1)


def _chunks(text: str) -> Iterator[tuple[int, str]]:
    """Runs of letters and runs of blanks with their places, as spaCy's tokenizer takes them: a space ends a word unseen."""
    for match in _CHUNK.finditer(text):
        start, chunk = match.start(), match.group()
        if start and chunk[0] == " ":
            start, chunk = start + 1, chunk[1:]
        if chunk:
            yield start, chunk
