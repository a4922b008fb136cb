"""Lays a folder of IT's own over a policy: other levels, more rules, more terms. Pure; called by `load.py`.

What an overlay changes is named in `Policy.origin` and told by `rules check`. It takes nothing away but a rule's level,
so an update of the shipped policy goes on working under it. It cannot make the product speak about protected speech.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Any

from secondlook.contract import VERDICTS
from secondlook.policy.folder import LEVELS, Folder
from secondlook.policy.policy import Policy
from secondlook.policy.rule import Rule
from secondlook.policy.terms import TermGroup, TermList, same_term

LANGUAGES = ("en", "es", "pt")


@dataclass(frozen=True)
class Laid:
    """An overlay on a policy, before it is tried.

    Attributes:
        folder: the files of both, and the problems of the overlay.
        origin: rule id -> where the overlay made or changed it.
        effects: what changes, one sentence each.

    """

    folder: Folder
    origin: dict[str, str]
    effects: tuple[str, ...]


def lay_over(base: Folder, over: Folder) -> Laid:
    """Both folders as one. `base` must be sound by itself; every problem added is the overlay's."""
    both = Folder(
        clauses=base.clauses,
        rules=dict(base.rules),
        vectors=over.vectors,
        terms=dict(base.terms),
        sites=base.sites,
        visit_only=base.visit_only,
        problems=over.problems,
    )
    origin: dict[str, str] = {}
    effects = [*_levels(both, base, over, origin), *_rules(both, base, over, origin), *_terms(both, base, over)]
    return Laid(both, origin, tuple(effects))


def laid_policy(policy: Policy, laid: Laid, over: Folder) -> Policy:
    """The policy of the base with what the overlay makes of it."""
    digest = hashlib.sha256(f"{policy.digest}\n{over.digest}".encode()).hexdigest()
    return replace(
        policy,
        rules=tuple(laid.folder.rules[name] for name in sorted(laid.folder.rules)),
        terms=laid.folder.terms,
        origin=laid.origin,
        digest=f"sha256:{digest}",
    )


def _levels(both: Folder, base: Folder, over: Folder, origin: dict[str, str]) -> Iterator[str]:
    for name, level in over.levels.rules.items() if over.levels else ():
        rule = base.rules.get(name)
        if rule is None:
            over.add(LEVELS, f"rules.{name}", _no_such_rule(name, base, over))
        elif rule.then == "allow" and level != "allow":
            over.add(LEVELS, f"rules.{name}", "is there to keep silent, and cannot be raised")
        elif rule.then == level:
            yield f"{name} is {level} already: {LEVELS} changes nothing about it."
        else:
            both.rules[name] = rule.model_copy(update={"then": level})
            origin[name] = f"{LEVELS}: {rule.then} -> {level}"
            yield _level_effect(rule, level, base)


def _no_such_rule(name: str, base: Folder, over: Folder) -> str:
    if name in over.rules:
        return f"is this overlay's own rule: set its level by `then` in rules/{name}.json"
    near = get_close_matches(name, base.rules, 1)
    return "there is no such rule" + (f"; {near[0]!r} is near" if near else "")


def _level_effect(rule: Rule, level: str, base: Folder) -> str:
    way = "raised" if VERDICTS.index(level) > VERDICTS.index(rule.then) else "lowered"
    said = f"{rule.id} is {way} from {rule.then} to {level}{' (switched off)' if level == 'allow' else ''}"
    milder = [it for it in rule.replaces if VERDICTS.index(base.rules[it].then) > VERDICTS.index(level)]
    if way == "lowered" and milder:
        said += f", and with it what {', '.join(milder)} would say where both match"
    above = [other.id for other in base.rules.values() if rule.id in other.replaces]
    return f"{said}; it still stands aside where {' or '.join(above)} matches." if above else f"{said}."


def _rules(both: Folder, base: Folder, over: Folder, origin: dict[str, str]) -> Iterator[str]:
    for name, rule in over.rules.items():
        if name in base.rules:
            reason = f"the policy below has a rule {name!r}: set its level in {LEVELS}, or give yours another id"
            over.add(f"rules/{name}.json", "id", reason)
            continue
        both.rules[name] = rule
        origin[name] = f"rules/{name}.json"
        ousted = ", ".join(victim for victim in rule.replaces if victim in base.rules)
        yield f"{name} is added ({rule.then}).{f' It replaces {ousted} where it matches.' if ousted else ''}"


def _terms(both: Folder, base: Folder, over: Folder) -> Iterator[str]:
    for name, added in over.terms.items():
        file = f"terms/{name}.json"
        known = base.terms.get(name)
        if known is None:
            over.add(file, "", f"no recognizer reads a list of this name; known are {', '.join(sorted(base.terms))}")
            continue
        groups, fresh, repeated = dict(known.groups), 0, 0
        for group, terms in added.groups.items():
            if group not in groups:
                over.add(file, f"groups.{group}", f"there is no such group; known are {', '.join(known.groups)}")
                continue
            groups[group], new, old = _joined(groups[group], terms)
            fresh, repeated = fresh + new, repeated + old
        both.terms[name] = TermList.model_construct(about=known.about, groups=groups)
        yield f"{file} adds {fresh} terms{f'; {repeated} are there already' if repeated else ''}."


def _joined(below: TermGroup, above: TermGroup) -> tuple[TermGroup, int, int]:
    """Both groups, how many terms are new, and how many are not."""
    joined: dict[str, Any] = {}
    given = 0
    for language in LANGUAGES:
        seen = {same_term(term) for term in getattr(below, language)}
        fresh = [term for term in getattr(above, language) if same_term(term) not in seen]
        joined[language] = [*getattr(below, language), *fresh]
        given += len(getattr(above, language))
    new = sum(len(joined[language]) - len(getattr(below, language)) for language in LANGUAGES)
    return TermGroup.model_construct(**joined), new, given - new
