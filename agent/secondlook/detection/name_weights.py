"""What each cue around a name is worth, and how cues are put together: a sum of log-odds, so that a score is a probability.

The figures stand in `name_weights.json`, fitted by `tests/bench/name_weights.py` on the tune half of the corpus around
figures set by hand, so that a cue the corpus hardly knows keeps its hand-set worth. Pure but for one read of the file.
Called by the student_name recognizer.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("name_weights.json")
LIMIT = 0.97
"""No name is surer than this by context alone."""


@cache
def name_weights() -> Mapping[str, float]:
    """Log-odds of each cue."""
    weights: dict[str, float] = json.loads(FILE.read_text(encoding="utf-8"))["weights"]
    return weights


def log_odds(cues: Iterable[str], roster: float, weights: Mapping[str, float] | None = None) -> float:
    """The sum of what the cues are worth.

    Args:
        cues: their names.
        roster: score of a full roster name, 0 to 1; 0 for any other candidate.
        weights: other than the shipped ones, for fitting.

    """
    worth = name_weights() if weights is None else weights
    start = math.log(min(roster, LIMIT) / (1 - min(roster, LIMIT))) if roster else 0.0
    return start + sum(worth.get(cue, 0.0) for cue in cues)


def probability(odds: float) -> float:
    """Log-odds as a probability."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))


def told(cues: Iterable[str], most: int = 3) -> str:
    """The cues that weighed most, for people: "strong_same +2.1, home_far -0.4"; never words of the text."""
    worth = name_weights()
    ranked = sorted(cues, key=lambda cue: -abs(worth.get(cue, 0.0)))
    return ", ".join(f"{cue.replace('_', ' ')} {worth.get(cue, 0.0):+.1f}" for cue in ranked[:most])
