"""One layer of our own name model as a handful of array operations: a maxout and the norm after it.

Same weights, same result to the last few bits as spaCy's own layers. Called by `lean_words.py` and `lean_ner.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

VARIANCE_FLOOR = 1e-8
"""What thinc adds to a variance."""


class Layer:
    """A maxout and the layer norm after it, with all first pieces side by side, then all second ones."""

    def __init__(self, maxout: Any, norm: Any) -> None:
        weights, bias = maxout.get_param("W"), maxout.get_param("b")
        units, self._pieces, width = weights.shape
        self._weights = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(width, self._pieces * units))
        self._bias = np.ascontiguousarray(bias.T.reshape(-1))
        self._gain, self._shift = norm.get_param("G"), norm.get_param("b")
        self.width: int = units

    @classmethod
    def all_of(cls, model: Any) -> Iterator[Layer]:
        """The layers of a tok2vec, in order."""
        layers = list(model.walk())
        maxouts = [it for it in layers if it.name == "maxout"]
        norms = [it for it in layers if it.name == "layernorm"]
        return (cls(maxout, norm) for maxout, norm in zip(maxouts, norms, strict=True))

    def forward(self, rows: Any) -> Any:
        """What the layer makes of each row."""
        many = rows @ self._weights
        many += self._bias
        width = self.width
        best = many[:, :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, many[:, piece * width : (piece + 1) * width])
        best -= np.add.reduce(best, axis=1, keepdims=True) / np.float32(width)
        best *= (np.einsum("ij,ij->i", best, best)[:, None] / width + VARIANCE_FLOOR) ** -0.5
        best *= self._gain
        best += self._shift
        return best
