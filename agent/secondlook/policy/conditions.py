"""Looks at one case through one condition: which of its lines hold, and because of which findings and facts. Pure.

Called by `decide.py` alone. A line that asks nothing is not looked at, so a new kind of line is one entry of `_LINES`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from secondlook.contract import Attempt, Finding
from secondlook.policy.rule import Condition, FactName


@dataclass(frozen=True)
class Case:
    """What a condition is held against."""

    attempt: Attempt
    findings: tuple[Finding, ...]
    facts: Mapping[FactName, float]


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

    """

    lines: tuple[Line, ...]
    findings: tuple[Finding, ...]
    facts: Mapping[FactName, float]

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
        """How sure a warning about the act is: as sure as its surest fact, and certain when it asks for no fact."""
        return max(self.facts.values(), default=1.0)

    def named(self, part: str) -> tuple[Line, ...]:
        """The lines, named for the part of the rule they stand in."""
        return tuple(Line(f"{part}.{line.name}", line.asks, line.saw, line.holds) for line in self.lines)


def _account(case: Case) -> tuple[str, ...]:
    """An unknown account is treated as personal, and still answers to `unknown`."""
    kind = case.attempt.account.kind
    return ("unknown", "personal") if kind == "unknown" else (kind,)


def _recipients(condition: Condition, case: Case) -> Line | None:
    """An unknown number never matches: a rule that cares asks for the fact `recipients_unknown`."""
    asked, count = condition.recipients, case.attempt.audience.count
    if asked is None:
        return None
    low, high = asked.at_least, asked.at_most
    holds = count is not None and (low is None or count >= low) and (high is None or count <= high)
    bounds = [f"at least {low}"] * (low is not None) + [f"at most {high}"] * (high is not None)
    return Line("recipients", " and ".join(bounds), "unknown" if count is None else str(count), holds)


_LINES: dict[str, Callable[[Case], tuple[str, ...]]] = {
    "action": lambda case: (case.attempt.action,),
    "site": lambda case: (case.attempt.site,),
    "account": _account,
    "audience": lambda case: (case.attempt.audience.scope,),
}
"""Any-of lines about the attempt itself: field of the condition -> what the attempt answers to."""


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
    facts = {name: sure for name in condition.fact if (sure := case.facts.get(name, 0.0)) > 0 and within(sure)}
    for name, answers in _LINES.items():
        any_of(name, getattr(condition, name), answers(case))
    any_of("found", list(condition.found), tuple(f.kind for f in findings))
    any_of("fact", list(condition.fact), tuple(facts))
    if line := _recipients(condition, case):
        lines.append(line)
    return Sight(tuple(lines), findings, facts)
