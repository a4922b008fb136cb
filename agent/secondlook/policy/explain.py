"""`secondlook rules explain`: why a decision came out as it did, in plain lines. Called by the command line.

Prints kinds, places, sureness, rule names and facts; never what was typed, nor a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from secondlook.contract import Finding
from secondlook.policy.decide import Outcome, RuleTrace
from secondlook.policy.rule import FactName


@dataclass(frozen=True)
class Background:
    """What `decide` never sees, and the reader of an explanation wants.

    Attributes:
        evidence: (kind, start, end) of a finding -> what carried it, in words of ours.
        passed_over: what was seen in the text and is no finding, a line each.
        origin: rule id -> where an overlay made or changed it.

    """

    evidence: Mapping[tuple[str, int, int], str] = field(default_factory=dict)
    passed_over: Sequence[str] = ()
    origin: Mapping[str, str] = field(default_factory=dict)


def explain(
    findings: Sequence[Finding], facts: Mapping[FactName, float], outcome: Outcome, background: Background | None = None
) -> str:
    """The whole story of one decision.

    Args:
        findings: as they were given to `decide`.
        facts: as they were given to `decide`.
        outcome: what `decide` answered.
        background: where findings and rules come from.

    """
    return "\n".join(_lines(findings, facts, outcome, background or Background()))


def _lines(
    findings: Sequence[Finding], facts: Mapping[FactName, float], outcome: Outcome, background: Background
) -> Iterator[str]:
    yield f"Verdict: {outcome.verdict}"
    yield from _listed("Found in the text", (_found(finding, background) for finding in findings))
    if background.passed_over:
        yield from _listed("Seen in the text and passed over", background.passed_over)
    yield from _listed("Facts", (f"{name}, sureness {sure:.2f}" for name, sure in sorted(facts.items()) if sure > 0))
    held = [trace for trace in outcome.trace if trace.counts]
    dropped = [trace for trace in outcome.trace if trace.dropped_by]
    silent = [trace for trace in outcome.trace if not trace.matched]
    yield from _listed("Rules that matched", (_held(trace, background) for trace in held))
    yield from _listed("Rules that matched and were replaced", (_dropped(trace) for trace in dropped))
    yield from _listed("Rules that did not match", (_silent(trace) for trace in silent))


def _listed(heading: str, lines: Iterable[str]) -> Iterator[str]:
    entries = list(lines)
    yield f"{heading}:" if entries else f"{heading}: none"
    yield from (f"  {entry}" for entry in entries)


def _found(finding: Finding, background: Background) -> str:
    why = background.evidence.get((finding.kind, finding.start, finding.end), "")
    return f"{finding.kind} at {finding.start}-{finding.end}, sureness {finding.score:.2f}{f': {why}' if why else ''}"


def _held(trace: RuleTrace, background: Background) -> str:
    because = "; ".join(f"{line.name} {line.saw}" for line in trace.lines if line.holds)
    origin = background.origin.get(trace.rule.id)
    of = f" (overlay, {origin})" if origin else ""
    return f"{trace.rule.id} -> {trace.rule.then}{of} [{', '.join(trace.rule.clauses)}] because {because}"


def _dropped(trace: RuleTrace) -> str:
    return f"{trace.rule.id} -> {trace.rule.then}, replaced by {', '.join(trace.dropped_by)}"


def _silent(trace: RuleTrace) -> str:
    stopped = next((line for line in trace.lines if line.name.startswith("unless.") and line.holds), None)
    failed = next((line for line in trace.lines if line.name.startswith("when.") and not line.holds), None)
    if failed:
        return f"{trace.rule.id}: {failed.name} asks for {failed.asks}; there was {failed.saw}"
    return f"{trace.rule.id}: stopped by {stopped.name} ({stopped.saw})" if stopped else trace.rule.id
