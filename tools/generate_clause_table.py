"""The part "By clause" of `docs/quality.md`: every clause with its rules, examples and vectors. Called by `tools/generate.py`.

The figures above it are measured (`make quality`, which asks for the same rows) and left as they are; this part follows from
`shared_rules` alone, so a change of a rule does not wait for a measurement.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from secondlook.policy.decide import decide
from secondlook.policy.load import try_folder

ROOT = Path(__file__).resolve().parent.parent
HEADING = "## By clause"


def quality_page() -> str:
    """`docs/quality.md` as it is, with this part fresh."""
    measured, found, _ = (ROOT / "docs/quality.md").read_text(encoding="utf-8").partition(f"{HEADING}\n")
    if not found:
        raise RuntimeError(f"docs/quality.md has no part {HEADING!r}: make quality")
    return measured + "\n".join(clause_rows()) + "\n"


def clause_rows() -> list[str]:
    """The lines of the part. Green: the clause has a rule, and all its examples and vectors came out as they say just now."""
    policy, problems, folder = try_folder(ROOT / "shared_rules")
    if policy is None or problems:
        raise RuntimeError(f"{problems[0].sentence} No row is green while the policy is refused.")
    vectors: Counter[str] = Counter()
    for vector in (vector for file in folder.vectors.values() for vector in file.vectors):
        heard = decide(vector.attempt, vector.findings, vector.facts, policy).heard
        vectors.update({key for rule in policy.rules if rule.id in heard for key in rule.clauses})
    lines = [
        HEADING,
        "",
        "Each rule's own examples and the decision vectors run whenever the policy is loaded; a wrong one refuses the folder.",
        "Written by `make gen` as well; a test writes it again and compares. A row is red without a rule, an example or a vector.",
        "",
        "| clause | rules | examples | vectors | |",
        "|---|---|---|---|---|",
    ]
    for clause in policy.clauses.values():
        rules = [rule for rule in policy.rules if clause.key in rule.clauses]
        examples = sum(len(rule.examples) for rule in rules)
        green = bool(rules and examples and vectors[clause.key]) or not clause.rules_expected
        state = "**red**" if not green else "green" if rules else "green: text only, by decision"
        names = ", ".join(rule.id for rule in rules) or "–"
        lines.append(f"| {clause.key} | {names} | {examples} | {vectors[clause.key]} | {state} |")
    return lines
