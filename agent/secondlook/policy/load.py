"""Reads a policy folder (one shaped like `shared_rules/`) into a `Policy`, or refuses it. The only door to the rules.

Every file is checked for its shape, all files for how they hang together, and then every example and vector is decided:
a folder that loads does what it says. Called at the agent's start, by the checker and by `rules check`.
"""

from __future__ import annotations

from pathlib import Path

from secondlook.errors import BadRuleError
from secondlook.policy.folder import Folder, read_folder
from secondlook.policy.policy import Policy
from secondlook.policy.problem import Problem
from secondlook.policy.relations import note_relations
from secondlook.policy.trial import try_examples, try_vectors

__all__ = ["Policy", "load_policy", "try_folder"]


def load_policy(path: Path) -> Policy:
    """The policy in a folder.

    Raises:
        BadRuleError: naming file, path and reason of the first problem, and how many more there are.

    """
    policy, problems, _ = try_folder(path)
    if policy is None or problems:
        more = len(problems) - 1
        rest = f" And {more} more: `secondlook rules check` lists them." if more else ""
        raise BadRuleError(problems[0].sentence + rest)
    return policy


def try_folder(path: Path) -> tuple[Policy | None, list[Problem], Folder]:
    """The policy if the files are in order, everything that is wrong, and the files themselves."""
    folder = read_folder(path)
    note_relations(folder)
    if folder.problems or folder.clauses is None:
        return None, folder.problems, folder
    policy = Policy(
        rules=tuple(folder.rules[name] for name in sorted(folder.rules)),
        clauses={clause.key: clause for clause in folder.clauses.clauses},
        terms=folder.terms,
        sites=folder.sites,
        visit_only=tuple(folder.visit_only.sites) if folder.visit_only else (),
        digest=folder.digest,
    )
    return policy, [*try_examples(policy), *try_vectors(policy, folder.vectors)], folder
