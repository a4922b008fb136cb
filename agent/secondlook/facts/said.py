"""What the person has said about others, as a check may ask it: whose parent they are, which colleague has agreed.

Types only; `my_people.py` answers from the store. Nothing here holds a name.
"""

from __future__ import annotations

from typing import Protocol

from secondlook.contract import Person


class Said(Protocol):
    """The person's own word about people."""

    def is_own_child(self, person: Person) -> bool:
        """Whether the person has said that this is their own child."""

    def consent(self, person: Person, text: str) -> float:
        """How surely this colleague has agreed to being tagged today: 0 = nothing is recorded, 1 = for this very thing."""


class _NothingSaid:
    """Somebody who has said nothing yet."""

    def is_own_child(self, person: Person) -> bool:  # noqa: ARG002  the protocol's signature
        return False

    def consent(self, person: Person, text: str) -> float:  # noqa: ARG002  the protocol's signature
        return 0.0


NOTHING_SAID: Said = _NothingSaid()
