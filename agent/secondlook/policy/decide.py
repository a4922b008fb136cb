"""Attempt + findings + facts + rules -> verdict and warnings. The one evaluator: no clock, no I/O, no surprise.

Total: any attempt, findings and facts that the contract allows give an outcome, never an exception. Called by the
checker, by `rules explain`, and by `trial.py` on every example and vector when a folder is read.

1. A rule matches when every line of its `when` that asks something holds and no line of its `unless` does.
2. Every matching rule drops the rules it names in `replaces`, even when it is itself dropped: so order cannot matter.
3. The most severe verdict that is left wins. Nothing left, or only `allow`: silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from secondlook.contract import VERDICTS, Attempt, Finding, Language, Verdict, Warning
from secondlook.policy.conditions import Case, Line, Sight, look, may_hold
from secondlook.policy.policy import Policy
from secondlook.policy.rule import FactName, Rule, Wording
from secondlook.policy.wording import name_platforms, render, words_at


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
class _Voice:
    """In which language a sentence is said, and which platforms it may name."""

    language: Language
    platforms: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """A decision before it gets an id. `warnings` are sorted: most severe first, then by place in the text."""

    verdict: Verdict
    warnings: list[Warning]
    heard: frozenset[str]
    """Ids of the rules that have a say in the verdict."""
    case: Case = field(repr=False)
    rules: Sequence[Rule] = field(repr=False)
    dropped: Mapping[str, Sequence[str]] = field(repr=False)
    """Id of a rule -> ids of the matching rules that replace it."""

    @cached_property
    def trace(self) -> list[RuleTrace]:
        """What each rule made of the case; worked out when somebody asks, as a check does not."""
        return [self._traced(rule) for rule in self.rules]

    def _traced(self, rule: Rule) -> RuleTrace:
        when, unless = look(rule.when, self.case), look(rule.unless, self.case)
        matched = when.all_hold and not unless.any_holds
        lines = (*when.named("when"), *unless.named("unless"))
        return RuleTrace(rule, lines, matched, tuple(self.dropped.get(rule.id, ())) if matched else ())


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
    asked = [rule for rule in policy.rules_about(attempt.action) if may_hold(rule.when, case)]
    sights = {rule.id: (rule, look(rule.when, case), look(rule.unless, case)) for rule in asked}
    matching = {name for name, (_, when, unless) in sights.items() if when.all_hold and not unless.any_holds}
    dropped: dict[str, list[str]] = {}
    for name in sorted(matching):
        for victim in sights[name][0].replaces:
            dropped.setdefault(victim, []).append(name)

    warnings: list[Warning] = []
    verdict: Verdict = "allow"
    voice = _Voice(language if language in ("en", "es", "pt") else "en", policy.platforms)
    heard = frozenset(matching - dropped.keys())
    for name, (rule, when, _) in sights.items():
        if name in heard:
            verdict = max(verdict, rule.then, key=VERDICTS.index)
            warnings.extend(_warnings(rule, when, attempt, voice))
    warnings.sort(key=_order)
    return Outcome(verdict, warnings, heard, case, policy.rules, dropped)


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


def _warnings(rule: Rule, when: Sight, attempt: Attempt, voice: _Voice) -> list[Warning]:
    """One warning a finding, or one without a span when the rule is about the act. `allow` is silent."""
    if rule.then == "allow":
        return []
    if not rule.when.found:
        return [_warning(rule, None, _acted_on(attempt), when.sureness, voice)]
    return [
        _warning(rule, finding, words_at(attempt.text, finding.start, finding.end), finding.score, voice)
        for finding in when.findings
    ]


def _warning(rule: Rule, finding: Finding | None, words: str, score: float, voice: _Voice) -> Warning:
    def say(wording: Wording) -> str:
        template: str = getattr(wording, voice.language)
        return render(name_platforms(template, voice.platforms, voice.language), words, score, voice.language)

    return Warning(
        rule=rule.id,
        clauses=list(rule.clauses),
        verdict=rule.then,
        kind=finding.kind if finding else None,
        start=finding.start if finding else None,
        end=finding.end if finding else None,
        title=say(rule.title),
        why=say(rule.why),
        suggestion=say(rule.suggest) if rule.suggest else None,
    )


def _acted_on(attempt: Attempt) -> str:
    """The name the page shows for the person acted on, or for the only recipient; empty when there is none to name."""
    people = [attempt.target] if attempt.target else attempt.audience.people
    if len(people) != 1:
        return ""
    return people[0].name or people[0].handle or ""
