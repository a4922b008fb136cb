"""How sure spaCy's NER is of a name: the chance it gave to each of its own steps along the name, multiplied.

spaCy's transition-based NER decides greedily, a step for each token, and tells no score. Its steps are trained with a log
loss over all actions, so the softmax of a step's scores is a probability; which steps were taken can be read off the
entities that came out. All steps of a text are scored at once. Called by `person_reader.py`; imports NumPy, which spaCy
has loaded anyway.
"""

from __future__ import annotations

from typing import Any

import numpy as np

UNKNOWN = 0.85
"""For a pipeline whose steps cannot be scored: what Presidio gives to every name of an NER."""


TEMPERATURE = 2.2
"""Divides the scores before the softmax, because the NER believes itself too much. Fitted on the development tweets, where
then of the names scored around 0.6, 0.8 and 0.95 about as many were right: .57, .82 and .88 (`make model` prints it; see the model card)."""


class Scorer:
    """Scores the entities of texts that `nlp` has read."""

    def __init__(self, nlp: Any) -> None:
        self._ner: Any = nlp.get_pipe("ner") if "ner" in nlp.pipe_names else None
        moves = getattr(self._ner, "moves", None)
        names = [moves.get_class_name(place) for place in range(moves.n_moves)] if moves is not None else []
        self._moves = {name: place for place, name in enumerate(names)}
        self._able = bool(self._moves) and self._fits(nlp)

    def _fits(self, nlp: Any) -> bool:
        """Whether this NER looks at the three tokens that `_steps` foresees; other pipelines may look at more."""
        try:
            with nlp.memory_zone():
                doc = nlp("Wendy Oliveira")
                step = self._ner.model.predict([doc])
                seen = step.get_token_ids(self._ner.moves.init_batch([doc]))
                return tuple(seen.shape) == (1, 3) and self._scores(doc).shape == (2, len(self._moves))
        except Exception:  # noqa: BLE001 - somebody else's pipeline may fail in any way; its names then have no score
            return False

    def score(self, doc: Any) -> list[float]:
        """For each entity of `doc`, how sure the NER is of it, 0 to 1."""
        if not self._able or not doc.ents:
            return [UNKNOWN] * len(doc.ents)
        odds = np.exp(self._scores(doc) / TEMPERATURE)
        odds /= odds.sum(axis=1, keepdims=True)
        sure = []
        for entity in doc.ents:
            chance = 1.0
            for place in range(entity.start, entity.end):
                chance *= float(odds[place, self._moves[_move(entity, place)]])
            sure.append(round(chance, 3))
        return sure

    def _scores(self, doc: Any) -> Any:
        """Scores of all actions for each token, as the NER had them on its way: an array of tokens by actions."""
        step = self._ner.model.predict([doc])
        hidden, _ = step.state2vec(_steps(doc), False)  # noqa: FBT003 - spaCy's positional signature
        scores, _ = step.vec2scores(hidden, False) if step.vec2scores is not None else (hidden, None)  # noqa: FBT003
        return scores - scores.max(axis=1, keepdims=True)


def _steps(doc: Any) -> Any:
    """What the NER looked at before each token: the token, the first word of the name so far, and the word before."""
    open_from = {place: entity.start for entity in doc.ents for place in range(entity.start + 1, entity.end)}
    rows = [(place, open_from.get(place, -1), place - 1 if place in open_from else -1) for place in range(len(doc))]
    return np.asarray(rows, dtype="i").reshape(-1, 3)


def _move(entity: Any, place: int) -> str:
    """The action that was taken at a token of an entity."""
    if entity.end - entity.start == 1:
        return f"U-{entity.label_}"
    return f"{'B' if place == entity.start else 'L' if place == entity.end - 1 else 'I'}-{entity.label_}"
