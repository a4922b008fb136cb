"""Attempt + findings + facts + rules -> verdict and warnings. The one evaluator: no clock, no I/O, no surprise.

Total: any attempt, findings and facts that the contract allows give an outcome, never an exception. Called by the
checker, by `rules explain`, and by `trial.py` on every example and vector when a folder is read.

1. A rule matches when every line of its `when` that asks something holds and no line of its `unless` does.
2. Every matching rule drops the rules it names in `replaces`, even when it is itself dropped: so order cannot matter.
3. The most severe verdict that is left wins. Nothing left, or only `allow`: silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from secondlook.contract import VERDICTS, Attempt, Finding, Language, Verdict, Warning
from secondlook.policy.conditions import Case, Line, Sight, look
from secondlook.policy.policy import Policy
from secondlook.policy.rule import FactName, Rule
from secondlook.policy.wording import render, words_at


@dataclass(frozen=True)
class RuleTrace:
    """What one rule made of the case.

    Attributes:
        lines: every line of the rule that asks something, and whether it holds.
        matched: rule 1 above.
        dropped_by: ids of matching rules that replace this one.

    """

    rule: Rule
    lines: tuple[Line, ...]
    matched: bool
    dropped_by: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether this rule has a say in the verdict."""
        return self.matched and not self.dropped_by


@dataclass(frozen=True)
class Outcome:
    """A decision before it gets an id. `warnings` are sorted: most severe first, then by place in the text."""

    verdict: Verdict
    warnings: list[Warning]
    trace: list[RuleTrace]


def decide(
    attempt: Attempt,
    findings: Sequence[Finding],
    facts: Mapping[FactName, float],
    policy: Policy,
    language: Language = "en",
) -> Outcome:
    """Decide one attempt.

    Args:
        attempt: what a person is about to do.
        findings: what was recognised in its text, UTF-16 offsets.
        facts: fact -> sureness; an absent fact does not hold.
        policy: the rules.
        language: of the sentences; one we do not speak becomes English.

    """
    case = Case(attempt, _distinct(findings), facts)
    sights = {rule.id: (rule, look(rule.when, case), look(rule.unless, case)) for rule in policy.rules}
    matching = {name for name, (_, when, unless) in sights.items() if when.all_hold and not unless.any_holds}
    dropped: dict[str, list[str]] = {}
    for name in sorted(matching):
        for victim in sights[name][0].replaces:
            dropped.setdefault(victim, []).append(name)

    trace: list[RuleTrace] = []
    warnings: list[Warning] = []
    verdict: Verdict = "allow"
    spoken: Language = language if language in ("en", "es", "pt") else "en"
    for name, (rule, when, unless) in sights.items():
        matched = name in matching
        lines = (*when.named("when"), *unless.named("unless"))
        trace.append(RuleTrace(rule, lines, matched, tuple(dropped.get(name, ())) if matched else ()))
        if trace[-1].counts:
            verdict = max(verdict, rule.then, key=VERDICTS.index)
            warnings.extend(_warnings(rule, when, attempt, spoken))
    warnings.sort(key=_order)
    return Outcome(verdict, warnings, trace)


def _distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The same words found twice as the same kind are one finding, as sure as the surer of the two."""
    best: dict[tuple[str, int, int], Finding] = {}
    for finding in findings:
        key = (finding.kind, finding.start, finding.end)
        if key not in best or finding.score > best[key].score:
            best[key] = finding
    return tuple(best.values())


def _order(warning: Warning) -> tuple[int, int, int, str, str]:
    """Most severe first; then the act itself before its words, words in reading order; then by name, to be stable."""
    start = -1 if warning.start is None else warning.start
    end = -1 if warning.end is None else warning.end
    return (-VERDICTS.index(warning.verdict), start, end, warning.rule, warning.kind or "")


def _warnings(rule: Rule, when: Sight, attempt: Attempt, language: Language) -> list[Warning]:
    """One warning a finding, or one without a span when the rule is about the act. `allow` is silent."""
    if rule.then == "allow":
        return []
    if not rule.when.found:
        return [_warning(rule, None, _acted_on(attempt), when.sureness, language)]
    return [
        _warning(rule, finding, words_at(attempt.text, finding.start, finding.end), finding.score, language)
        for finding in when.findings
    ]


def _warning(rule: Rule, finding: Finding | None, words: str, score: float, language: Language) -> Warning:
    def say(template: str) -> str:
        return render(template, words, score, language)

    return Warning(
        rule=rule.id,
        clauses=list(rule.clauses),
        verdict=rule.then,
        kind=finding.kind if finding else None,
        start=finding.start if finding else None,
        end=finding.end if finding else None,
        title=say(getattr(rule.title, language)),
        why=say(getattr(rule.why, language)),
        suggestion=say(getattr(rule.suggest, language)) if rule.suggest else None,
    )


def _acted_on(attempt: Attempt) -> str:
    """The name the page shows for the person acted on, or for the only recipient; empty when there is none to name."""
    people = [attempt.target] if attempt.target else attempt.audience.people
    if len(people) != 1:
        return ""
    return people[0].name or people[0].handle or ""
