"""Puts the facts of one attempt together from the files beside it. Decides nothing, keeps nothing. Called by `checker.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from secondlook.calendar.hours import WorkState
from secondlook.calendar.spell import Spells
from secondlook.contract import Attempt, Person
from secondlook.detection.names import NO_NAMES, NameBook
from secondlook.facts.accounts import about_account
from secondlook.facts.pages import ACTIONS, NO_PAGE_NAMES, PageNames
from secondlook.facts.people import Faces, about_target
from secondlook.facts.photos import in_file_names
from secondlook.facts.recipients import about_recipients
from secondlook.facts.said import NOTHING_SAID, Said
from secondlook.facts.stars import NO_STARS, Stars
from secondlook.people.consent import FOR_THIS
from secondlook.people.name_forms import kept_forms, seen_forms
from secondlook.policy.rule import FactName
from secondlook.settings.profile import NO_PROFILE, Profile

RECORD_FLOOR = 0.4
"""A student's record this sure in a message is a private medical or academic matter."""


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
        topics: what else the text speaks of, by name of a term group, 0 to 1 (`detection/topics.py`).

    """

    protected: float = 0.0
    record: float = 0.0
    topics: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Around:
    """What stands around an attempt: the rosters, the person, the hour, stars and page names, and what the person has said."""

    moment: Moment
    names: NameBook = NO_NAMES
    profile: Profile = NO_PROFILE
    stars: Stars = NO_STARS
    pages: PageNames = NO_PAGE_NAMES
    sites: frozenset[str] | None = None
    """Social and video sites whose visit counts as such (`shared_rules/sites`); None = any."""
    said: Said = NOTHING_SAID


def gather_facts(attempt: Attempt, seen: Seen, around: Around) -> Mapping[FactName, float]:
    """The facts of one attempt, each with how sure we are; absent = does not hold."""
    moment, profile = around.moment, around.profile
    counts = attempt.action != "visit" or around.sites is None or attempt.site in around.sites
    faces = Faces(
        around.names, around.stars, _WithProfile(around.said, profile) if profile.own_children else around.said
    )
    facts: dict[FactName, float] = {
        "protected_topic": seen.protected,
        "coach": float(profile.coach),
        "work_hours": float(counts and moment.work.kind == "work"),
        "work_edge": float(counts and moment.work.kind == "edge"),
        "said_for_school": float(moment.spells.holds(attempt.site, moment.at)),
    }
    if attempt.target is not None:
        facts |= about_target(faces.look_up(attempt.target, attempt.action))
        if attempt.action in ACTIONS:
            facts["inappropriate_site"] = around.pages.plain(attempt.target)
        if attempt.action == "tag":
            agreed = around.said.consent(attempt.target, attempt.text)
            facts["consented" if agreed >= FOR_THIS else "consented_elsewhere"] = agreed
    if attempt.attachments.names:
        facts["student_in_file_name"] = in_file_names(attempt.attachments.names, faces)
    if attempt.action == "message":
        facts |= about_recipients(attempt, faces, profile)
        matter = seen.topics.get("private_matter", 0.0)
        facts["medical_or_academic"] = max(matter, seen.record if seen.record >= RECORD_FLOOR else 0.0)
    facts |= about_account(attempt, seen.topics)
    return {name: sure for name, sure in facts.items() if sure > 0}


class _WithProfile:
    """What was said, and the children that a line of `check --jsonl` names."""

    def __init__(self, said: Said, profile: Profile) -> None:
        self._said = said
        self._children = {form for name in profile.own_children for form in kept_forms(name)}

    def is_own_child(self, person: Person) -> bool:
        named = any(self._children.intersection(seen_forms(words)) for words in (person.name, person.handle) if words)
        return named or self._said.is_own_child(person)

    def consent(self, person: Person, text: str) -> float:
        return self._said.consent(person, text)
