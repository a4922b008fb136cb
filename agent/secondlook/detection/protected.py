"""How surely a text speaks of what policy IHB leaves free (E-protected-speech).

Union, contract, pay, class size, budget, elections, the school committee, policies, safety, whistle-blowing. A score,
not a finding: it silences tone, opinion and claims at any heat, never a child's name, an obscenity or a stated crime;
which findings it silences is for the rules. Pure. Called by `detect`.
"""

from __future__ import annotations

from secondlook.detection.kind_context import covered
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

TOPICS = ("union", "contract_pay", "class_size", "budget", "elections", "governance", "safety", "whistle_blowing")
PLAIN = 0.6
"""What one word adds that is hardly said of anything else."""
WEAK = 0.3
"""What one everyday word adds; two of them make the topic likelier than not."""
REPEATED = 0.7
"""How little the second and third word of the same topic add."""


def protected_score(reading: Reading) -> float:
    """0 = no such topic, 1 = surely; each topic met, and each further word of one, makes it surer."""
    if "protected" not in reading.files:
        return 0.0
    innocent = reading.terms("protected.not")
    doubt = 1.0
    for topic in TOPICS:
        plain = _words(reading, f"protected.{topic}", innocent)
        weak = _words(reading, f"protected.{topic}_weak", innocent) - plain
        if plain:
            doubt *= (1 - PLAIN) * REPEATED ** (min(len(plain), 3) - 1)
        doubt *= (1 - WEAK) ** min(len(weak), 2)
    return round(1 - doubt, 2)


def _words(reading: Reading, group: str, innocent: list[TermHit]) -> set[str]:
    return {reading.folded.text[hit.start : hit.end] for hit in reading.terms(group) if not covered(hit, innocent)}
