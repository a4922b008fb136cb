"""Which of a policy's own cases come out otherwise under an overlay, in words for `rules check`. Pure; for `load.py`.

So that whoever raises, lowers or adds a rule sees what else it moves.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.policy.decide import decide
from secondlook.policy.folder import Folder
from secondlook.policy.policy import Policy
from secondlook.policy.rule import Example, Vector

MOST = 8
"""Cases that are named; the rest are counted."""


def changed_cases(base: Folder, below: Policy, above: Policy) -> Iterator[str]:
    """A sentence for each case whose verdict changes, and one that counts those left out."""
    moved = []
    for file, case in _cases(base):
        before = decide(case.attempt, case.findings, case.facts, below).verdict
        after = decide(case.attempt, case.findings, case.facts, above).verdict
        if before != after:
            moved.append(f"{file}, the case {case.name!r}: {before} becomes {after}.")
    yield from moved[:MOST]
    if len(moved) > MOST:
        yield f"And {len(moved) - MOST} more cases come out otherwise."


def _cases(base: Folder) -> Iterator[tuple[str, Example | Vector]]:
    for name, rule in base.rules.items():
        yield from ((f"rules/{name}.json", example) for example in rule.examples)
    for name, file in base.vectors.items():
        yield from ((f"vectors/{name}.json", vector) for vector in file.vectors)
