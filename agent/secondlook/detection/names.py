"""What detection needs to know about people, as types only. The roster lives in `people`, which implements `NameBook`.

Pure. A check hands its name book to `detect`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

from secondlook.detection.fold import Folded

Source = Literal["student", "staff"]
Form = Literal["exact", "nickname", "reversed", "initial", "typo", "joined", "handle", "first", "surname"]
WEAK_FORMS: frozenset[Form] = frozenset({"first", "surname"})
"""Forms that are hints and never findings by themselves."""


@dataclass(frozen=True, slots=True)
class NameHit:
    """A roster name found in a text.

    Attributes:
        start, end: code points of the original text.
        score: how sure, 0 to 1; a handle or a lone first name stays under 0.9.
        form: how it was written. `first` is a lone first name, `surname` a lone family name: hints, never findings by
            themselves.
        sources: whose roster it stands in; both when a student and an employee share the name.
        wordlike: a lone first name that is also an everyday word, such as Hope, or a short form in small letters.

    """

    start: int
    end: int
    score: float
    form: Form
    sources: frozenset[Source]
    wordlike: bool = False


@dataclass(frozen=True, slots=True)
class PersonMatch:
    """How sure it is that the person acted on is a current student, or an employee. Both above 0 = a shared name."""

    student: float = 0.0
    staff: float = 0.0


class NameBook(Protocol):
    """Everyone the district told us about, behind keyed hashes, with the person's own exceptions already applied."""

    def find(self, text: str, folded: Folded) -> list[NameHit]:
        """Roster names in a text, in order of start; `folded` must be `fold(text)`."""
        ...

    def match(self, name: str | None, handle: str | None) -> PersonMatch:
        """Whether a person shown under this name or handle is on a roster."""
        ...

    def has_id(self, token: str) -> bool:
        """Whether a word is exactly a student's state or local id; never for short ones and mere years."""
        ...


class NoNames:
    """The name book of a laptop without a roster: nobody is known."""

    def find(self, text: str, folded: Folded) -> list[NameHit]:  # noqa: ARG002 - the protocol's signature
        """No names at all."""
        return []

    def match(self, name: str | None, handle: str | None) -> PersonMatch:  # noqa: ARG002 - the protocol's signature
        """Nobody is known."""
        return PersonMatch()

    def has_id(self, token: str) -> bool:  # noqa: ARG002 - the protocol's signature
        """No ids either."""
        return False


NO_NAMES = NoNames()
