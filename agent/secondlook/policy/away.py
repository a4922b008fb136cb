"""What to say and do about a bare action while nobody can check it. Pure; the extension is built with this table.

Without the agent only the action is known: no text is read, no name compared. So a rule says for itself how much its
action deserves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from secondlook.contract import VERDICTS, Action, Language, Verdict
from secondlook.policy.policy import Policy
from secondlook.policy.wording import AWAY

LANGUAGES: tuple[Language, ...] = get_args(Language)


@dataclass(frozen=True)
class AwayAnswer:
    """For one action: the verdict of the rule that cares most, and a sentence in each language."""

    verdict: Verdict
    say: dict[Language, str]


def away_table(policy: Policy) -> dict[Action, AwayAnswer]:
    """An answer for every action, in the contract's order."""
    return {action: _answer(action, policy) for action in get_args(Action)}


def _answer(action: Action, policy: Policy) -> AwayAnswer:
    rules = [rule for rule in policy.rules if action in rule.when.action]
    verdict: Verdict = max((rule.when_agent_away for rule in rules), key=VERDICTS.index, default="allow")
    wordings = [AWAY, *(rule.away for rule in rules if rule.away and rule.when_agent_away == verdict)]
    # Two rules about one action may say the same thing: once is enough.
    return AwayAnswer(
        verdict, {code: " ".join(dict.fromkeys(getattr(wording, code) for wording in wordings)) for code in LANGUAGES}
    )
