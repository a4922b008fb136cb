"""`secondlook rules check DIR`: everything wrong with a policy folder or an overlay, or what it holds.

Reads the folder, changes nothing, prints nothing. Called by the command line.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from secondlook.config import shipped
from secondlook.policy.folder import is_overlay
from secondlook.policy.load import try_folder, try_overlay
from secondlook.policy.policy import Policy


@dataclass(frozen=True)
class FolderReport:
    """What to print.

    Attributes:
        problems: one sentence each with file, path and reason; empty = the folder can be used.
        summary: lines on what the folder holds; empty when there are problems.

    """

    problems: tuple[str, ...]
    summary: tuple[str, ...]

    @property
    def ok(self) -> bool:
        """Whether the folder can be used."""
        return not self.problems

    @property
    def text(self) -> str:
        """All of it, one line each."""
        return "\n".join(self.problems or self.summary)


def check_folder(path: Path, below: Path | None = None) -> FolderReport:
    """Check one folder; never raises for what is in it.

    Args:
        path: a policy, or an overlay (which has a `levels.json`).
        below: the policy that an overlay lies over; None = the shipped one.

    """
    overlay = is_overlay(path)
    policy, problems, folder = try_folder((below or shipped("shared_rules")) if overlay else path)
    if policy is None or problems:
        where = "The policy below it cannot be used. " if overlay else ""
        return FolderReport(tuple(where + problem.sentence for problem in problems), ())
    if overlay:
        above, problems, effects = try_overlay(policy, folder, path)
        if above is None or problems:
            return FolderReport(tuple(problem.sentence for problem in problems), ())
        return FolderReport((), (*(effects or ["Nothing changes."]), f"Digest {above.digest}"))
    vectors = sum(len(file.vectors) for file in folder.vectors.values())
    return FolderReport((), tuple(_summary(policy, vectors)))


def _summary(policy: Policy, vectors: int) -> list[str]:
    verdicts = Counter(rule.then for rule in policy.rules)
    counted = ", ".join(
        f"{verdicts[verdict]} {verdict}" for verdict in ("block", "warn", "inform", "allow") if verdicts[verdict]
    )
    examples = sum(len(rule.examples) for rule in policy.rules)
    ruled = {key for rule in policy.rules for key in rule.clauses}
    waiting = [key for key, clause in policy.clauses.items() if clause.rules_expected and key not in ruled]
    lines = [
        f"{len(policy.rules)} rules ({counted}), {examples} examples, {vectors} vectors: all as expected.",
        f"{len(policy.clauses)} clauses, {len(policy.sites)} checked sites, {len(policy.visit_only)} visit-only sites.",
    ]
    if waiting:
        lines.append(f"Clauses without a rule: {', '.join(waiting)}.")
    return [*lines, f"Digest {policy.digest}"]
