"""Tries a policy on its own examples and vectors. Called by `load.py` when the files themselves are in order.

A rule whose examples never make it hold, or always do, proves nothing: such a rule is refused.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from secondlook.contract import VERDICTS, Attempt, Finding
from secondlook.policy.decide import Outcome, decide
from secondlook.policy.policy import Policy
from secondlook.policy.problem import Problem
from secondlook.policy.rule import Example, Rule, Vector, VectorFile
from secondlook.policy.wording import words_at


def try_examples(policy: Policy, rules: Iterable[Rule] | None = None) -> Iterator[Problem]:
    """Every example of every rule gives the verdict it expects, and each rule is seen both holding and not holding.

    `rules`: only these; None = all of the policy's.
    """
    for rule in policy.rules if rules is None else rules:
        file = f"rules/{rule.id}.json"
        held: list[bool] = []
        for place, example in enumerate(rule.examples):
            path = f"examples[{place}]"
            yield from _misplaced(file, path, example.attempt, example.findings)
            outcome = _decided(example, policy)
            held.append(_counts(rule, outcome))
            if outcome.verdict != example.expect:
                yield Problem(file, f"{path}.expect", f"{_named(example)} is {outcome.verdict}, not {example.expect}")
        if not any(held):
            yield Problem(file, "examples", f"none is true: in none does the rule hold and give at least {rule.then}")
        if all(held):
            yield Problem(file, "examples", "none is false: the rule holds in every one")


def try_vectors(policy: Policy, vectors: dict[str, VectorFile]) -> Iterator[Problem]:
    """Every vector gives its verdict, its rules in their order, and its words."""
    known = {rule.id for rule in policy.rules}
    for name, vector_file in vectors.items():
        for place, vector in enumerate(vector_file.vectors):
            file, path = f"vectors/{name}.json", f"vectors[{place}]"
            yield from _misplaced(file, path, vector.attempt, vector.findings)
            for at, rule in enumerate(vector.rules):
                if rule not in known:
                    yield Problem(file, f"{path}.rules[{at}]", f"there is no rule {rule!r}")
            yield from _compared(file, path, vector, _decided(vector, policy))


def _compared(file: str, path: str, vector: Vector, outcome: Outcome) -> Iterator[Problem]:
    if outcome.verdict != vector.expect:
        yield Problem(file, f"{path}.expect", f"{_named(vector)} is {outcome.verdict}, not {vector.expect}")
    seen = list(dict.fromkeys(warning.rule for warning in outcome.warnings))
    if seen != vector.rules:
        yield Problem(file, f"{path}.rules", f"{_named(vector)} shows {', '.join(seen) or 'no rule'}")
    if vector.words is not None:
        spans = [(w.start, w.end) for w in outcome.warnings if w.start is not None and w.end is not None]
        words = [words_at(vector.attempt.text, start, end) for start, end in spans]
        if words != vector.words:
            yield Problem(file, f"{path}.words", f"{_named(vector)} points at {words}")
    if vector.rewritten is not None and (text := _rewritten(vector.attempt.text, outcome)) != vector.rewritten:
        yield Problem(file, f"{path}.rewritten", f"{_named(vector)} becomes {text!r}")


def _rewritten(text: str, outcome: Outcome) -> str:
    """The text with every suggestion taken, from the last to the first, so that no place moves before its turn."""
    units = text.encode("utf-16-le", "surrogatepass")
    spans = {(w.start, w.end): w.suggestion for w in outcome.warnings if w.suggestion and w.start is not None}
    for (start, end), words in sorted(spans.items(), reverse=True):
        units = units[: 2 * start] + words.encode("utf-16-le") + units[2 * (end or start) :]
    return units.decode("utf-16-le", "replace")


def _decided(case: Example | Vector, policy: Policy) -> Outcome:
    return decide(case.attempt, case.findings, case.facts, policy)


def _counts(rule: Rule, outcome: Outcome) -> bool:
    """Whether the rule had its say, and nothing was gentler than it for that."""
    severe = VERDICTS.index(outcome.verdict) >= VERDICTS.index(rule.then)
    return severe and rule.id in outcome.heard


def _misplaced(file: str, path: str, attempt: Attempt, findings: list[Finding]) -> Iterator[Problem]:
    length = len(attempt.text.encode("utf-16-le", "surrogatepass")) // 2
    for place, finding in enumerate(findings):
        if not finding.start < finding.end <= length:
            yield Problem(file, f"{path}.findings[{place}]", f"points outside the text of {length} UTF-16 units")


def _named(case: Example | Vector) -> str:
    return f"the case {case.name!r}"
