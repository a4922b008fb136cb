"""Reads a policy folder (one shaped like `shared_rules/`) into a `Policy`, or refuses it. The only door to the rules.

Every file is checked for its shape (but for term lists that the caller knows to be sound), all files for how they hang together,
and then every example and vector is decided: a folder that loads does what it says. The same goes for an overlay, which is laid over a folder that is sound by itself.
Called at the agent's start, by the checker and by `rules check`.
"""

from __future__ import annotations

from pathlib import Path

from secondlook.config import shipped
from secondlook.errors import BadRuleError
from secondlook.policy.effects import changed_cases
from secondlook.policy.folder import Folder, read_folder, read_overlay
from secondlook.policy.overlay import laid_policy, lay_over
from secondlook.policy.policy import Policy
from secondlook.policy.problem import Problem
from secondlook.policy.relations import note_relations
from secondlook.policy.trial import try_examples, try_vectors

__all__ = ["Policy", "load_policy", "term_folders", "try_folder", "try_overlay"]


def load_policy(path: Path, overlay: Path | None = None, *, sound_terms: bool = False) -> Policy:
    """The policy in a folder, with an overlay laid over it where one is named.

    Args:
        path: the folder.
        overlay: what lies over it, or None.
        sound_terms: its term lists are known to be in order; without an overlay they are not read.

    Raises:
        BadRuleError: naming file, path and reason of the first problem, and how many more there are.

    """
    policy, problems, folder = try_folder(path, sound_terms=sound_terms and overlay is None)
    if policy is not None and not problems and overlay is not None:
        policy, problems, _ = try_overlay(policy, folder, overlay)
    if policy is None or problems:
        more = len(problems) - 1
        rest = f" And {more} more: `secondlook rules check` lists them." if more else ""
        raise BadRuleError(problems[0].sentence + rest)
    return policy


def try_folder(path: Path, *, sound_terms: bool = False) -> tuple[Policy | None, list[Problem], Folder]:
    """The policy if the files are in order, everything that is wrong, and the files themselves; see `read_folder`."""
    folder = read_folder(path, sound_terms=sound_terms)
    note_relations(folder)
    if folder.problems or folder.clauses is None:
        return None, folder.problems, folder
    policy = Policy(
        rules=tuple(folder.rules[name] for name in sorted(folder.rules)),
        clauses={clause.key: clause for clause in folder.clauses.clauses},
        terms=folder.terms,
        sites=folder.sites,
        visit_only=tuple(folder.visit_only.sites) if folder.visit_only else (),
        platforms=tuple(folder.clauses.platforms),
        digest=folder.digest,
        title=folder.clauses.policy,
    )
    return policy, [*try_examples(policy), *try_vectors(policy, folder.vectors)], folder


def try_overlay(below: Policy, base: Folder, path: Path) -> tuple[Policy | None, list[Problem], list[str]]:
    """The policy with the overlay, everything that is wrong with the overlay, and what it changes, a sentence each.

    Args:
        below: the policy it lies over.
        base: the files of that policy, without a problem.
        path: the overlay's folder.

    """
    over = read_overlay(path)
    laid = lay_over(base, over)
    note_relations(laid.folder)
    if over.problems:
        return None, over.problems, []
    policy = laid_policy(below, laid, over)
    problems = [*try_examples(policy, over.rules.values()), *try_vectors(policy, over.vectors)]
    return policy, problems, [*laid.effects, *changed_cases(base, below, policy)]


def term_folders(policy: Path, overlay: Path | None = None) -> list[Path]:
    """Where the recognizers' terms lie: the policy's own or, if it has none, the shipped ones; then the overlay's."""
    own = policy / "terms"
    folders = [own if own.is_dir() else shipped("shared_rules") / "terms"]
    return [*folders, *([overlay / "terms"] if overlay and (overlay / "terms").is_dir() else [])]
