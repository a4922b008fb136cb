"""Small builders and a look at the shipped policy's own cases, for the tests of this folder."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from secondlook.contract import Attempt, Finding
from secondlook.policy.decide import Outcome, decide
from secondlook.policy.load import load_policy, try_folder
from secondlook.policy.policy import Policy
from secondlook.policy.rule import Example, Rule, Vector

SHARED_RULES = Path(__file__).resolve().parents[2] / "shared_rules"
WORDS = {"en": "{words} {sureness} it.", "es": "{words} {sureness} eso.", "pt": "{words} {sureness} isso."}


@cache
def shipped_policy() -> Policy:
    """The policy of the repository, read once."""
    return load_policy(SHARED_RULES)


def attempt(action: str = "post", **fields: Any) -> Attempt:
    """An attempt on Facebook unless told otherwise."""
    return Attempt.model_validate({"action": action, "site": "facebook", **fields})


def finding(kind: str = "STUDENT_NAME", start: int = 0, end: int = 4, score: float = 0.95) -> Finding:
    """A finding; the text it points into is the caller's affair."""
    return Finding.model_validate({"kind": kind, "start": start, "end": end, "score": score})


def rule(name: str, then: str = "warn", **fields: Any) -> Rule:
    """A rule about posts unless told otherwise; its examples are never run here."""
    example = {"name": "none", "attempt": {"action": "post", "site": "facebook"}, "expect": "allow"}
    body = {"id": name, "clauses": ["E-test"], "when": {"action": ["post"]}, "then": then, "title": WORDS, "why": WORDS}
    return Rule.model_validate({**body, "examples": [example, example], **fields})


def policy(*rules: Rule) -> Policy:
    """A policy of these rules alone."""
    return Policy(rules=rules, clauses={})


def shipped_cases() -> Iterator[tuple[str, Example | Vector]]:
    """Every example and every vector that ships, with an id for a test's name."""
    _, _, folder = try_folder(SHARED_RULES)
    for name, shipped in folder.rules.items():
        yield from ((f"{name}::{example.name}", example) for example in shipped.examples)
    for name, file in folder.vectors.items():
        yield from ((f"{name}::{vector.name}", vector) for vector in file.vectors)


def decide_case(case: Example | Vector, by: Policy) -> Outcome:
    """Decide an example or a vector."""
    return decide(case.attempt, case.findings, case.facts, by)


def seen_rules(outcome: Outcome) -> list[str]:
    """The rules a person sees, each once, in order."""
    return list(dict.fromkeys(warning.rule for warning in outcome.warnings))
