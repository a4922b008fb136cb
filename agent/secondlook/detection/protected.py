"""How surely a text speaks of what policy IHB leaves free (E-protected-speech).

Union, contract, pay, class size, budget, elections, the school committee, policies, safety, whistle-blowing. A score,
not a finding: it silences tone and opinion, never a child's name. Pure. Called by `detect`.
"""

from __future__ import annotations

from secondlook.detection.reading import Reading

TOPICS = ("union", "contract_pay", "class_size", "budget", "elections", "governance", "safety", "whistle_blowing")
CERTAIN = frozenset({"union", "class_size", "whistle_blowing"})
"""Topics whose words seldom mean anything else."""


def protected_score(reading: Reading) -> float:
    """0 = no such topic, 1 = surely; each topic met makes it surer."""
    doubt = 1.0
    for topic in TOPICS:
        hits = {reading.folded.text[hit.start : hit.end] for hit in reading.terms(f"protected.{topic}")}
        if hits:
            first = 0.75 if topic in CERTAIN else 0.6
            doubt *= (1 - first) * (0.6 ** (min(len(hits), 3) - 1))
    return round(1 - doubt, 2)
