"""What the routes may ask of the agent: the API's view of `app.py`, so that routes stay thin and testable."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from secondlook.contract import (
    Attempt,
    Consent,
    Decision,
    KeptConsent,
    Language,
    Pause,
    Proof,
    Status,
    StatusReport,
    Today,
)  # fmt: skip
from secondlook.my_people import MyPeople
from secondlook.policy.site import Sites

if TYPE_CHECKING:
    from secondlook.mine import Mine


class Service(Protocol):
    """The agent behind the door."""

    def check(self, attempt: Attempt, language: Language) -> Decision:
        """Decide about an attempt, with the real roster."""

    def practise(self, attempt: Attempt, language: Language) -> Decision:
        """Decide about an attempt on the practice page, with the invented roster only."""

    def sites(self) -> Sites:
        """Labels and anchors of the checked sites, as they are in force."""

    def practice_names(self) -> list[str]:
        """A few invented names to try on the practice page."""

    def status(self) -> Status:
        """The state in short, for the extension."""

    def report(self, language: Language) -> StatusReport:
        """The state of every link."""

    def pause(self, said: Pause) -> None:
        """Pause for a while, or go on at once."""

    def prove(self, nonce: str) -> Proof:
        """Prove that this is the agent which the extension was told of."""

    @property
    def people(self) -> MyPeople:
        """What the person has said about others."""

    @property
    def mine(self) -> Mine:
        """The person's own things, for the home page."""

    def add_consent(self, given: Consent) -> KeptConsent:
        """Keep that a colleague on the staff list has agreed to be tagged."""

    def say_today(self, said: Today) -> None:
        """Keep what the person says of today."""

    def say_for_school(self, site: str) -> None:
        """Keep, until the spell ends, that a site is used for school."""
