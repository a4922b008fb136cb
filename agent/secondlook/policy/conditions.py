"""Looks at one case through one condition: which of its lines hold, and because of which findings and facts. Pure.

Called by `decide.py` alone. A line that asks nothing is not looked at, so a new kind of line is one entry of `_LINES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from secondlook.contract import Attempt, Finding
from secondlook.policy.rule import Condition, FactName


@dataclass(frozen=True)
class Case:
    """What a condition is held against."""

    attempt: Attempt
    findings: tuple[Finding, ...]
    facts: Mapping[FactName, float]

    @cached_property
    def kinds(self) -> frozenset[str]:
        """What was found."""
        return frozenset(finding.kind for finding in self.findings)


@dataclass(frozen=True)
class Line:
    """One line of a rule, such as `when.action`.

    Attributes:
        asks: what it asks for, in words of the rule file.
        saw: what there was instead or indeed; never text or a name.

    """

    name: str
    asks: str
    saw: str
    holds: bool


@dataclass(frozen=True)
class Sight:
    """A condition held against a case.

    Attributes:
        findings: those of the kinds asked for, within the bounds of sureness.
        facts: sureness of the facts asked for that hold.
        every_fact: sureness of those that must all hold, as far as they do.

    """

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    facts: Mapping[FactName, float]
    every_fact: Mapping[FactName, float]

    @property
    def all_hold(self) -> bool:
        """For `when`. A condition that asks nothing holds."""
        return all(line.holds for line in self.lines)

    @property
    def any_holds(self) -> bool:
        """For `unless`. A condition that asks nothing does not hold."""
        return any(line.holds for line in self.lines)

    @property
    def sureness(self) -> float:
        """How sure a warning about the act is: as its surest fact, else as the weakest of all it needs, else certain."""
        return max(self.facts.values(), default=min(self.every_fact.values(), default=1.0))

    def named(self, part: str) -> tuple[Line, ...]:
        """The lines, named for the part of the rule they stand in."""
        return tuple(Line(f"{part}.{line.name}", line.asks, line.saw, line.holds) for line in self.lines)


def _account(case: Case) -> tuple[str, ...]:
    """An unknown account is treated as personal, and still answers to `unknown`."""
    kind = case.attempt.account.kind
    return ("unknown", "personal") if kind == "unknown" else (kind,)


def _recipients(condition: Condition, case: Case) -> Line | None:
    """Where the page shows people but no number, the people are counted.

    A person without a name or handle stands for all whom the page leaves out: then there are at least as many as are named,
    and never at most so many. A number nobody knows never matches: a rule that cares asks for the fact `recipients_unknown`.
    """
    asked, attempt = condition.recipients, case.attempt
    if asked is None:
        return None
    count, more = attempt.audience.count, False
    if count is None:
        count = sum(person.is_named for person in attempt.audience.people) or int(attempt.target is not None) or None
        more = not all(person.is_named for person in attempt.audience.people)
    low, high = asked.at_least, asked.at_most
    holds = count is not None and (low is None or count >= low) and (high is None or (count <= high and not more))
    bounds = [f"at least {low}"] * (low is not None) + [f"at most {high}"] * (high is not None)
    seen = "unknown" if count is None else f"{count} or more" if more else str(count)
    return Line("recipients", " and ".join(bounds), seen, holds)


_LINES: dict[str, Callable[[Case], tuple[str, ...]]] = {
    "action": lambda case: (case.attempt.action,),
    "site": lambda case: (case.attempt.site,),
    "account": _account,
    "audience": lambda case: (case.attempt.audience.scope,),
}
"""Any-of lines about the attempt itself: field of the condition -> what the attempt answers to."""


def may_hold(condition: Condition, case: Case) -> bool:
    """False when a line surely fails, so that `look` need not be asked; a check has many rules and few that apply."""
    if condition.found and case.kinds.isdisjoint(condition.found):
        return False
    if condition.fact and case.facts.keys().isdisjoint(condition.fact):
        return False
    return not condition.every_fact or case.facts.keys() >= set(condition.every_fact)


def look(condition: Condition, case: Case) -> Sight:
    """Hold one condition against one case."""
    lines: list[Line] = []

    def any_of(name: str, asked: list[str], answers: tuple[str, ...]) -> None:
        if asked:
            holds = not set(asked).isdisjoint(answers)
            lines.append(Line(name, ", ".join(asked), ", ".join(dict.fromkeys(answers)) or "none", holds))

    def within(score: float) -> bool:
        below = condition.score_below
        return score >= condition.score_at_least and (below is None or score < below)

    findings = tuple(f for f in case.findings if f.kind in condition.found and within(f.score))
    known = {name: sure for name, sure in case.facts.items() if sure > 0 and within(sure)}
    facts = {name: known[name] for name in condition.fact if name in known}
    every_fact = {name: known[name] for name in condition.every_fact if name in known}
    for name, answers in _LINES.items():
        any_of(name, getattr(condition, name), answers(case))
    any_of("found", list(condition.found), tuple(f.kind for f in findings))
    any_of("fact", list(condition.fact), tuple(facts))
    if condition.every_fact:
        holds = len(every_fact) == len(condition.every_fact)
        lines.append(Line("every_fact", " and ".join(condition.every_fact), ", ".join(every_fact) or "none", holds))
    if line := _recipients(condition, case):
        lines.append(line)
    return Sight(tuple(lines), findings, facts, every_fact)
