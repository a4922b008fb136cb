"""Attempt in, Decision out: the one place where detection, people, calendar and policy meet. Used by the API and `check`.

Keeps nothing of an attempt. What it works with (rosters, rules, hours) is one frozen `Parts` that may be swapped while
checks run: each check takes the parts once and finishes with them. It may not open files or talk HTTP.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from secondlook.calendar.hours import DEFAULT_WEEK, SCHOOL_ZONE, Week, WorkState, work_state, zone_in_doubt
from secondlook.calendar.spell import Spells
from secondlook.contract import MAX_TEXT, Attempt, Checked, Decision, Finding, Language
from secondlook.detection.detect import Evidence, detect
from secondlook.detection.names import NO_NAMES, NameBook
from secondlook.detection.settings import DetectionSettings
from secondlook.errors import BadAttemptError
from secondlook.facts import NO_PROFILE, NOTHING_SAID, Around, Moment, Profile, Said, Seen, gather_facts
from secondlook.facts.accounts import with_known_account
from secondlook.facts.addressee import without_addressee
from secondlook.facts.pages import PageNames
from secondlook.facts.stars import stars_of
from secondlook.policy.decide import Outcome, decide
from secondlook.policy.policy import Policy
from secondlook.policy.rule import FactName

if TYPE_CHECKING:
    from secondlook.detection.engine import Engine

RosterState = Literal["fresh", "stale", "missing", "invented"]


@dataclass(frozen=True)
class Parts:
    """Everything a check works with.

    Attributes:
        names: the rosters behind keyed hashes; `roster` says how they stand.
        week: when the person works.
        profile: what the settings say of the person.
        said: what the person has said about others.

    """

    engine: Engine
    policy: Policy
    names: NameBook = NO_NAMES
    roster: RosterState = "missing"
    settings: DetectionSettings = field(default_factory=DetectionSettings)
    week: Week = DEFAULT_WEEK
    profile: Profile = NO_PROFILE
    said: Said = NOTHING_SAID


@dataclass(frozen=True)
class Asked:
    """What stands around an attempt.

    Attributes:
        at: replaces the clock; a naive one is school time. None = now.
        profile: stands in for the settings; None = what they say.
        language: of the sentences.

    """

    at: datetime | None = None
    profile: Profile | None = None
    language: Language = "en"


@dataclass(frozen=True)
class Look:
    """One check in full, for `rules explain`: what was found and why, what was known, what the rules made of it."""

    findings: tuple[Finding, ...]
    facts: Mapping[FactName, float]
    outcome: Outcome
    decision: Decision
    evidence: tuple[Evidence, ...] = ()


class Checker:
    """Checks attempts with the parts of the moment; safe to use from several threads."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._spells = Spells()
        self._swap = threading.Lock()

    @property
    def parts(self) -> Parts:
        """The parts that the next check will use."""
        return self._parts

    def swap(self, parts: Parts) -> None:
        """Use other parts from the next check on; checks that run finish with the old ones."""
        with self._swap:
            self._parts = parts

    def check(self, attempt: Attempt, asked: Asked | None = None) -> Decision:
        """Decide about one attempt.

        Raises:
            BadAttemptError: the text is longer than MAX_TEXT.

        """
        return self.look(attempt, asked or Asked()).decision

    def look(self, attempt: Attempt, asked: Asked) -> Look:
        """Decide, and keep what led to it.

        Raises:
            BadAttemptError: the text is longer than MAX_TEXT.

        """
        if len(attempt.text) > MAX_TEXT or len(attempt.text.encode("utf-16-le")) // 2 > MAX_TEXT:
            raise BadAttemptError(f"Field text is longer than {MAX_TEXT} characters.", field="text")
        parts = self._parts
        profile = parts.profile if asked.profile is None else asked.profile
        attempt = with_known_account(attempt, profile)
        settings = replace(parts.settings, account=attempt.account.kind, message=attempt.action == "message")
        found = without_addressee(detect(attempt.text, parts.names, parts.engine, settings), attempt, parts.names)
        moment = self._moment(asked.at, parts)
        record = max((f.score for f in found.findings if f.kind == "STUDENT_RECORD"), default=0.0)
        terms = parts.engine.terms
        around = Around(
            moment, parts.names, profile, stars_of(terms), PageNames(terms), parts.policy.listed_sites, parts.said
        )
        facts = gather_facts(attempt, Seen(found.protected, record, found.topics), around)
        outcome = decide(attempt, found.findings, facts, parts.policy, asked.language)
        decision = Decision(
            id=secrets.token_hex(8),
            verdict=outcome.verdict,
            findings=list(found.findings),
            warnings=outcome.warnings,
            checked=self.checked(moment.work),
        )
        return Look(found.findings, facts, outcome, decision, found.evidence)

    def say_for_school(self, site: str) -> None:
        """Begin a spell in which a site is used for school."""
        self._spells.say(site, datetime.now(UTC))

    def forget_for_school(self) -> None:
        """End every such spell."""
        self._spells.forget()

    def checked(self, work: WorkState | None = None) -> Checked:
        """What a check made now can rely on."""
        parts = self._parts
        work = work or self._moment(None, parts).work
        return Checked(
            roster=parts.roster, names=parts.engine.names_state, calendar=work.calendar, rules=parts.policy.digest
        )

    def _moment(self, at: datetime | None, parts: Parts) -> Moment:
        if at is not None:
            at = at if at.tzinfo else at.replace(tzinfo=SCHOOL_ZONE)
            return Moment(at, work_state(at, parts.week), self._spells)
        now = datetime.now(UTC)
        if zone_in_doubt(now.astimezone().utcoffset(), now):
            return Moment(now, WorkState("doubtful", "doubtful"), self._spells)
        return Moment(now, work_state(now, parts.week), self._spells)
