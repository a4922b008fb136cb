"""The policy for reading: every clause in plain words in the reader's language, and in its own words. Pure."""

from __future__ import annotations

from secondlook.contract import Language
from secondlook.mine.contract import PlainClause, PolicyInWords
from secondlook.policy.policy import Policy


def policy_in_words(policy: Policy, language: Language) -> PolicyInWords:
    """The clauses in the policy's order."""
    return PolicyInWords(
        title=policy.title,
        clauses=[
            PlainClause(
                key=clause.key,
                heading=getattr(clause.heading, language),
                plain=getattr(clause.plain, language),
                text=clause.text,
            )
            for clause in policy.clauses.values()
        ],
    )
