"""Our own name model in a handful of array operations, instead of spaCy's many small layers: names and how sure, in one pass.

For a sentence of twenty words spaCy spends most of its time on walking through its layers, not on numbers. Same weights,
same tokens, same steps: `lean` tries both on some sentences and gives None when they differ or the pipeline is of another
shape, and spaCy's own way is used then. Called by `person_reader.py`; imports NumPy, which spaCy has loaded anyway.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np

from secondlook.detection.lean_layers import Layer
from secondlook.detection.lean_words import Cut, LeanWords
from secondlook.detection.ner_score import TEMPERATURE, Scorer

SENTENCES = (
    "Thank you Wendy Oliveira, see you at 3 in room B12 :)",
    "hi",
    "thank you wendy oliveira, see you at 3 in room b12 :)",
    "my students Maria  Clara de Souza and J.P. O'Brien-Lee won't go to New York w/ mrs. Lopez... #TeamDeShawn\t!!",
)
"""On which both ways must agree."""
PAD = 2
"""Rows of nothing between two texts, so that no word sees one of another text through two layers of neighbours."""

Named = tuple[int, int, str, float]
"""Start and end in code points, label, and how sure the NER is, 0 to 1."""


class LeanNer:
    """Stands in for tokenizer, tok2vec (MultiHashEmbed + MaxoutWindowEncoder, window of one) and NER. Not thread-safe."""

    def __init__(self, nlp: Any) -> None:
        part, ner = nlp.get_pipe("tok2vec"), nlp.get_pipe("ner")
        before = [earlier for _, earlier in nlp.pipeline[: nlp.pipe_names.index("tok2vec")]]
        everyday = (word for it in before for word in getattr(it, "everyday", ()))
        self.words = LeanWords(nlp, part, before, everyday)
        _, *self._layers = Layer.all_of(part.model)
        if len(self._layers) != PAD or ner.cfg["beam_width"] != 1 or ner.model.attrs["unseen_classes"]:
            raise ValueError("a pipeline of another shape")
        self._steps = Steps(ner)

    def names(self, texts: list[str]) -> list[list[Named]]:
        """The names in each text; to be called in a memory zone of the pipeline."""
        cuts = self.words.cut(texts)
        starts, place = [], PAD
        for cut in cuts:
            starts.append(place)
            place += len(cut.spans) + PAD
        rows = np.zeros((place, self._layers[0].width), dtype="f")
        for start, cut in zip(starts, cuts, strict=True):
            if cut.rows:
                np.concatenate(cut.rows, out=rows[start : start + len(cut.spans)])
        for layer in self._layers:
            rows += layer.forward(_with_neighbours(rows))
        self._steps.take(rows)
        return [list(self._named(cut, start)) for start, cut in zip(starts, cuts, strict=True)]

    def _named(self, cut: Cut, start: int) -> Iterator[Named]:
        for first, last, label, score in self._steps.walk(start, start + len(cut.spans), set(cut.blank)):
            yield cut.spans[first - start][0], cut.spans[last - start][1], label, score


class Steps:
    """spaCy's greedy transitions: at most places the NER steps on, so all those steps are looked at together."""

    def __init__(self, ner: Any) -> None:
        lower, upper = ner.model.get_ref("lower"), ner.model.get_ref("upper")
        linear = next(it for it in ner.model.get_ref("tok2vec").walk() if it.name == "linear")
        weights = lower.get_param("W")
        self._features, self._hidden, self._pieces, width = weights.shape
        if self._features != 3:
            raise ValueError("a NER that looks at other words")
        self._linear, self._linear_bias = linear.get_param("W").T.copy(), linear.get_param("b")
        # The pieces of a unit side by side become one block for each piece, so that the largest is found in one go.
        by_piece = weights.transpose(3, 0, 2, 1)
        self._lower = np.ascontiguousarray(by_piece.reshape(width, -1))
        self._bias = np.ascontiguousarray(lower.get_param("b").T.reshape(-1))
        pad = lower.get_param("pad")[0].transpose(0, 2, 1).reshape(self._features, -1)
        self._alone = pad[1] + pad[2] + self._bias
        self._upper, self._upper_bias = upper.get_param("W").T.copy(), upper.get_param("b")
        moves = [ner.moves.get_class_name(place) for place in range(ner.moves.n_moves)]
        self._labels = [move.partition("-")[2] for move in moves]
        self._place = {move: place for place, move in enumerate(moves)}
        self._begin = frozenset(it for it, move in enumerate(moves) if move[0] == "B")
        self._unit = frozenset(it for it, move in enumerate(moves) if move[0] == "U" and self._labels[it])
        self._outside = self._place["O"]
        open_to = {*self._begin, *self._unit, self._outside}
        self._shut = np.array([0.0 if it in open_to else -np.inf for it in range(len(moves))], dtype="f")
        self._shut_at_end = np.array(
            [0.0 if it in open_to - self._begin else -np.inf for it in range(len(moves))], dtype="f"
        )
        self._seen: Any = None
        self._scores: Any = None
        self._best: list[int] = []

    def take(self, rows: Any) -> None:
        """Looks at these vectors; `walk` then goes along them."""
        self._seen = ((rows @ self._linear + self._linear_bias) @ self._lower).reshape(len(rows), self._features, -1)
        self._scores = self._scored(self._seen[:, 0] + self._alone)
        self._best = (self._scores + self._shut).argmax(axis=1).tolist()

    def walk(self, start: int, stop: int, blank: set[int]) -> Iterator[tuple[int, int, str, float]]:
        """First and last row of each name between two rows, its label, and how sure.

        Args:
            start: the first row of a text.
            stop: the row after its last.
            blank: places in the text of tokens with which no name begins.

        """
        best, outside, place = self._best, self._outside, start
        while place < stop:
            move = best[place]
            if move != outside and place - start not in blank:
                if place == stop - 1:
                    move = int((self._scores[place] + self._shut_at_end).argmax())
                if move in self._unit:
                    yield place, place, self._labels[move], round(_chance(self._scores[place], move), 3)
                elif move in self._begin:
                    last, chance = self._along(place, stop, move)
                    yield place, last, self._labels[move], round(chance, 3)
                    place = last
            place += 1

    def _along(self, first: int, stop: int, move: int) -> tuple[int, float]:
        """The last row of the name that begins at `first`, and how sure all its steps are."""
        seen, label = self._seen, self._labels[move]
        further, end = self._place[f"I-{label}"], self._place[f"L-{label}"]
        chance, place = _chance(self._scores[first], move), first
        while True:
            place += 1
            scores = self._scored((seen[place, 0] + seen[first, 1] + seen[place - 1, 2] + self._bias)[None])[0]
            goes_on = place < stop - 1 and scores[further] >= scores[end]
            chance *= _chance(scores, further if goes_on else end)
            if not goes_on:
                return place, chance

    def _scored(self, states: Any) -> Any:
        """The scores of all moves in each state."""
        width = self._hidden
        best = states[:, :width]
        for piece in range(1, self._pieces):
            best = np.maximum(best, states[:, piece * width : (piece + 1) * width])
        return best @ self._upper + self._upper_bias


def _chance(scores: Any, move: int) -> float:
    """How likely the NER held this move among all, as `ner_score.py` explains."""
    odds = np.exp((scores - scores.max()) / TEMPERATURE)
    return float(odds[move] / odds.sum())


def _with_neighbours(rows: Any) -> Any:
    """Each row between the one before and the one after, zeros at both ends."""
    width = rows.shape[1]
    wide = np.zeros((len(rows), width * 3), dtype="f")
    wide[1:, :width] = rows[:-1]
    wide[:, width : 2 * width] = rows
    wide[:-1, 2 * width :] = rows[1:]
    return wide


def lean(nlp: Any) -> LeanNer | None:
    """The lean way for a pipeline, or None when it is of another shape or would give other names."""
    try:
        made, scorer = LeanNer(nlp), Scorer(nlp)
        with nlp.memory_zone():
            ours = made.names(list(SENTENCES))
            same = all(
                _same(names, doc, scorer.score(doc)) and cut.spans == [(it.idx, it.idx + len(it)) for it in doc]
                for names, doc, cut in zip(ours, map(nlp, SENTENCES), made.words.cut(list(SENTENCES)), strict=True)
            )
    except Exception:  # noqa: BLE001 - somebody else's pipeline may be of any shape
        return None
    return made if same else None


def _same(names: list[Named], doc: Any, scores: list[float]) -> bool:
    """Whether spaCy found the same names, and was as sure of them."""
    theirs = [(it.start_char, it.end_char, it.label_) for it in doc.ents]
    return theirs == [it[:3] for it in names] and np.allclose([it[3] for it in names], scores, atol=2e-3)
