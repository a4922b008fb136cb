"""What the routes may ask of the agent: the API's view of `app.py`, so that routes stay thin and testable."""

from __future__ import annotations

from typing import Protocol

from secondlook.contract import Attempt, Decision, Language, NotAStudent, Proof, Status


class Service(Protocol):
    """The agent behind the door."""

    def check(self, attempt: Attempt, language: Language) -> Decision:
        """Decide about an attempt, with the real roster."""

    def practise(self, attempt: Attempt, language: Language) -> Decision:
        """Decide about an attempt on the practice page, with the invented roster only."""

    def practice_names(self) -> list[str]:
        """A few invented names to try on the practice page."""

    def status(self) -> Status:
        """The state of every link."""

    def prove(self, nonce: str) -> Proof:
        """Prove that this is the agent which the extension was told of."""

    def add_exception(self, said: NotAStudent) -> None:
        """Keep that a name is not a current student's."""

    def say_for_school(self, site: str) -> None:
        """Keep, until the spell ends, that a site is used for school."""
