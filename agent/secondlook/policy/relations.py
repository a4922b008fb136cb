"""Whether the files of a folder hang together: names, clauses, `replaces`, wording, slots of terms. Called by `load.py`."""

from __future__ import annotations

from collections import Counter

from secondlook.detection.term_slots import SLOT
from secondlook.policy.away import LANGUAGES
from secondlook.policy.folder import CLAUSES, Folder
from secondlook.policy.rule import TONE, Condition, Rule
from secondlook.policy.wording import unknown_placeholders


def note_relations(folder: Folder) -> None:
    """Add every broken relation to the folder's problems."""
    _clauses(folder)
    _sites(folder)
    _slots(folder)
    for name, rule in folder.rules.items():
        file = f"rules/{name}.json"
        _name(file, name, rule, folder)
        _known(file, rule, folder)
        _conditions(file, rule, folder)
        _wording(file, rule, folder)
        _protected(file, rule, folder)
    _cycles(folder)


def _clauses(folder: Folder) -> None:
    keys = [clause.key for clause in folder.clauses.clauses] if folder.clauses else []
    for key, times in Counter(keys).items():
        if times > 1:
            folder.add(CLAUSES, f"clauses[{len(keys) - 1 - keys[::-1].index(key)}].key", f"{key} stands {times} times")


def _sites(folder: Folder) -> None:
    for name, site in folder.sites.items():
        if site.site != name:
            folder.add(f"sites/{name}.json", "site", f"must be {name!r}, as the file is named")
    taken = set(folder.sites)
    for place, visit in enumerate(folder.visit_only.sites if folder.visit_only else ()):
        if visit.site in taken:
            folder.add("sites/visit_only.json", f"sites[{place}].site", f"{visit.site!r} is there already")
        taken.add(visit.site)


def _slots(folder: Folder) -> None:
    """A slot that no words of its language fill would silently stand for nothing; an overlay's may be filled by the list below."""
    for name, listed in folder.terms.items():
        for group, terms in listed.groups.items():
            for language in LANGUAGES:
                for slot in dict.fromkeys(SLOT.findall("\n".join(getattr(terms, language)))):
                    if not getattr(listed.groups.get(slot), language, None):
                        reason = f"no group {slot!r} with words of this language fills {{{slot}}}"
                        folder.add(f"terms/{name}.json", f"groups.{group}.{language}", reason)


def _name(file: str, name: str, rule: Rule, folder: Folder) -> None:
    if rule.id == name:
        return
    if rule.id in folder.rules:
        folder.add(file, "id", f"the id {rule.id!r} belongs to rules/{rule.id}.json already")
    else:
        folder.add(file, "id", f"must be {name!r}, as the file is named")


def _known(file: str, rule: Rule, folder: Folder) -> None:
    known = {clause.key for clause in folder.clauses.clauses} if folder.clauses else None
    for place, key in enumerate(rule.clauses):
        if known is not None and key not in known:
            folder.add(file, f"clauses[{place}]", f"{CLAUSES} has no clause {key!r}")
    for place, victim in enumerate(rule.replaces):
        if victim not in folder.rules:
            folder.add(file, f"replaces[{place}]", f"there is no rule {victim!r}")


def _conditions(file: str, rule: Rule, folder: Folder) -> None:
    if rule.when == Condition():
        folder.add(file, "when", "asks for nothing, so the rule would always apply")
    for part, condition in (("when", rule.when), ("unless", rule.unless)):
        count = condition.recipients
        if count and count.at_least is None and count.at_most is None:
            folder.add(file, f"{part}.recipients", "needs at_least, at_most or both")
        elif count and (count.at_least or 0) > (count.at_most if count.at_most is not None else count.at_least or 0):
            folder.add(file, f"{part}.recipients", "at_least is more than at_most, so no number fits")
        if condition.score_below is not None and condition.score_below <= condition.score_at_least:
            folder.add(file, f"{part}.score_below", "is not above score_at_least, so no sureness fits")
    if rule.when_agent_away != "allow" and not rule.when.action:
        folder.add(file, "when_agent_away", "needs when.action: without the agent only the action is known")


def _wording(file: str, rule: Rule, folder: Folder) -> None:
    for field in ("title", "why", "suggest", "away"):
        wording = getattr(rule, field)
        for language in ("en", "es", "pt") if wording else ():
            template = getattr(wording, language)
            for stray in unknown_placeholders(template):
                folder.add(
                    file,
                    f"{field}.{language}",
                    f"{stray} is no placeholder; known are {{words}}, {{sureness}} and {{platforms}}",
                )
            if field == "away" and "{" in template:
                folder.add(file, f"away.{language}", "may hold no placeholder: nobody has seen any words")
    if rule.suggest and rule.no_suggestion:
        folder.add(file, "no_suggestion", "says why there is no suggestion, and there is one")
    if rule.away and rule.when_agent_away == "allow":
        folder.add(file, "away", "is never shown while when_agent_away is allow")


def _protected(file: str, rule: Rule, folder: Folder) -> None:
    """Every policy keeps silent about the tone of protected speech: a promise of the product, no district's to change."""
    if rule.then == "allow":
        return
    for line in ("fact", "every_fact"):
        if "protected_topic" in getattr(rule.when, line):
            folder.add(file, f"when.{line}", "a rule about protected speech may only be silent: then must be allow")
    silenced = any(
        rule.id in other.replaces and other.then == "allow" and "protected_topic" in other.when.fact
        for other in folder.rules.values()
    )
    if TONE & set(rule.when.found) and not silenced and "protected_topic" not in rule.unless.fact:
        reason = "is about tone or opinion, so it must stand aside for protected speech: unless.fact protected_topic"
        folder.add(file, "unless", reason)


def _cycles(folder: Folder) -> None:
    """Rules that replace each other would leave neither: refuse, naming the whole round."""
    replaces = {rule.id: [other for other in rule.replaces if other in folder.rules] for rule in folder.rules.values()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        if name in trail:
            round_trip = " -> ".join((*trail[trail.index(name) :], name))
            folder.add(f"rules/{name}.json", "replaces", f"goes round in a circle: {round_trip}")
        elif name not in done:
            for other in replaces.get(name, ()):
                walk(other, (*trail, name))
            done.add(name)

    for name in sorted(replaces):
        walk(name, ())
