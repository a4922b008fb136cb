"""The word vectors of our own name model, worked out in a handful of array operations instead of spaCy's many small layers.

For a sentence of twenty words spaCy spends most of its time on walking through its layers, not on numbers. Same weights,
same result to the last few bits: `lean` tries both on a sentence and gives None when they differ or the pipeline is of
another shape, and spaCy's own way is used then. Called by `person_reader.py`; imports NumPy, which spaCy has loaded anyway.
"""

from __future__ import annotations

from typing import Any

import numpy as np

SENTENCE = "Thank you Wendy Oliveira, see you at 3 in room B12 :)"
VARIANCE_FLOOR = 1e-8
"""What thinc adds to a variance."""


class LeanVectors:
    """Stands in for a tok2vec part of the shape MultiHashEmbed + MaxoutWindowEncoder with a window of one."""

    def __init__(self, part: Any) -> None:
        layers = list(part.model.walk())
        self._ops = part.model.ops
        self._attributes = next(layer for layer in layers if layer.name == "extract_features").attrs["columns"]
        self._tables = [(it.get_param("E"), it.attrs["seed"]) for it in layers if it.name == "hashembed"]
        self._maxouts = [_by_piece(it) for it in layers if it.name == "maxout"]
        self._norms = [(it.get_param("G"), it.get_param("b")) for it in layers if it.name == "layernorm"]
        self._pad = len(self._maxouts) - 1

    def vectors(self, docs: list[Any]) -> list[Any]:
        """For each doc an array of tokens by width."""
        starts, place = [], self._pad
        for doc in docs:
            starts.append(place)
            place += len(doc) + self._pad
        width = self._norms[0][0].shape[0]
        rows = np.zeros((place, width), dtype="f")
        blocks = [self._embedded(doc) for doc in docs]
        embedded = self._layer(0, np.concatenate(blocks) if len(blocks) > 1 else blocks[0])
        at = 0
        for start, doc in zip(starts, docs, strict=True):
            rows[start : start + len(doc)] = embedded[at : at + len(doc)]
            at += len(doc)
        for number in range(1, len(self._maxouts)):
            rows = rows + self._layer(number, _with_neighbours(rows))
        return [rows[start : start + len(doc)] for start, doc in zip(starts, docs, strict=True)]

    def _embedded(self, doc: Any) -> Any:
        keys = np.asarray(doc.to_array(self._attributes), dtype="uint64")
        columns = [
            self._ops.gather_add(table, self._ops.hash(np.ascontiguousarray(keys[:, place]), seed) % table.shape[0])
            for place, (table, seed) in enumerate(self._tables)
        ]
        return np.concatenate(columns, axis=1)

    def _layer(self, number: int, rows: Any) -> Any:
        weights, bias, pieces = self._maxouts[number]
        many = rows @ weights
        many += bias
        width = many.shape[1] // pieces
        best = many[:, :width]
        for piece in range(1, pieces):
            best = np.maximum(best, many[:, piece * width : (piece + 1) * width])
        best -= best.mean(axis=1, keepdims=True)
        best *= (np.einsum("ij,ij->i", best, best)[:, None] / best.shape[1] + VARIANCE_FLOOR) ** -0.5
        gain, shift = self._norms[number]
        best *= gain
        best += shift
        return best


def _by_piece(layer: Any) -> tuple[Any, Any, int]:
    """A maxout's weights and bias with all first pieces side by side, then all second ones, as matrix products like it."""
    weights, bias = layer.get_param("W"), layer.get_param("b")
    units, pieces, width = weights.shape
    together = weights.transpose(2, 1, 0).reshape(width, pieces * units)
    return np.ascontiguousarray(together), np.ascontiguousarray(bias.T.reshape(-1)), pieces


def _with_neighbours(rows: Any) -> Any:
    """Each row between the one before and the one after, zeros at both ends."""
    wide = np.zeros((len(rows), rows.shape[1] * 3), dtype="f")
    width = rows.shape[1]
    wide[1:, :width] = rows[:-1]
    wide[:, width : 2 * width] = rows
    wide[:-1, 2 * width :] = rows[1:]
    return wide


def lean(nlp: Any, name: str = "tok2vec") -> LeanVectors | None:
    """The lean way for a pipeline's tok2vec, or None when it is of another shape or would give other numbers."""
    try:
        part = nlp.get_pipe(name)
        with nlp.memory_zone():
            docs = [nlp.make_doc(SENTENCE), nlp.make_doc("hi"), nlp.make_doc(SENTENCE.lower())]
            before = nlp.pipe_names.index(name)
            for _, earlier in nlp.pipeline[:before]:
                docs = [earlier(doc) for doc in docs]
            made = LeanVectors(part)
            theirs, ours = part.predict(docs), made.vectors(docs)
        same = all(np.allclose(one, other, atol=1e-4) for one, other in zip(theirs, ours, strict=True))
    except Exception:  # noqa: BLE001 - somebody else's pipeline may be of any shape
        return None
    return made if same else None
