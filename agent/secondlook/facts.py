"""Gathers what is known beyond the words: who is acted on, who will read it, whether it is work time, what the person said.

Looks things up and decides nothing; a fact that is not known is left out. Called by `checker.py`.
The names of the facts are those of `policy/rule.py`; docs/rules.md says what each means.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import Field

from secondlook.calendar.hours import WorkState
from secondlook.calendar.spell import Spells
from secondlook.contract import Attempt, Person, Wire
from secondlook.detection.names import NameBook, PersonMatch
from secondlook.policy.rule import FactName


class Profile(Wire):
    """What a person has said about themselves. On `check --jsonl` a line may carry one."""

    coach: bool = False
    copies: list[str] = Field(default=[], repr=False)
    """Names or handles whose presence in a thread counts as the copy that clause D-coach asks for."""


@dataclass(frozen=True)
class Moment:
    """When the attempt is made, and what that means.

    Attributes:
        at: aware.
        work: work time or not.
        spells: sites the person uses for school just now.

    """

    at: datetime
    work: WorkState
    spells: Spells = field(default_factory=Spells)


@dataclass(frozen=True)
class Seen:
    """What detection says about the text as a whole.

    Attributes:
        protected: how sure that it is protected speech, 0 to 1.
        record: how sure that it holds a student's record, 0 to 1.

    """

    protected: float = 0.0
    record: float = 0.0


def gather_facts(
    attempt: Attempt, seen: Seen, names: NameBook, profile: Profile, moment: Moment
) -> Mapping[FactName, float]:
    """The facts of one attempt, each with how sure we are; absent = does not hold."""
    facts: dict[FactName, float] = {
        "protected_topic": seen.protected,
        "coach": float(profile.coach),
        "work_hours": float(moment.work.kind == "work"),
        "work_edge": float(moment.work.kind == "edge"),
        "said_for_school": float(moment.spells.holds(attempt.site, moment.at)),
    }
    if attempt.target is not None:
        facts |= _about_target(_match(attempt.target, names))
    if attempt.action == "message":
        facts |= _about_recipients(attempt, names, profile)
        facts["medical_or_academic"] = seen.record
    return {name: sure for name, sure in facts.items() if sure > 0}


def _about_target(match: PersonMatch) -> dict[FactName, float]:
    if match.student and match.staff:  # IHB reading, names rule 4: a shared name is asked about, never assumed
        return {"target_shares_name": min(match.student, match.staff)}
    return {"target_is_student": match.student, "target_is_employee": match.staff}


def _about_recipients(attempt: Attempt, names: NameBook, profile: Profile) -> dict[FactName, float]:
    people = attempt.audience.people or ([attempt.target] if attempt.target else [])
    if not people:
        return {"recipients_unknown": float(attempt.audience.count is None)}
    matches = [_match(person, names) for person in people]
    only_adults = all(match.staff > 0 and match.student == 0 for match in matches)
    wanted = {entry.casefold().lstrip("@") for entry in profile.copies}
    shown = {entry.casefold().lstrip("@") for person in people for entry in (person.name, person.handle) if entry}
    # IHB reading, names rule 4, holds here too: a name that an adult has as well is asked about, never assumed.
    shared = max((min(match.student, match.staff) for match in matches), default=0.0)
    facts: dict[FactName, float] = {
        "recipient_is_student": max((match.student for match in matches if not match.staff), default=0.0),
        "adults_only": float(only_adults and attempt.audience.count in (None, len(people))),
        "copied": float(bool(wanted & shown)),
    }
    return facts | {"target_shares_name": shared} if shared else facts


def _match(person: Person, names: NameBook) -> PersonMatch:
    return names.match(person.name, person.handle)
