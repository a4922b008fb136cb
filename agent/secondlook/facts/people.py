"""Who is acted on: a current student, an employee, both under one name, the person's own child, a star, or nobody known.

Looks up roster and staff list by name and by handle. Called by `gather.py` and `recipients.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondlook.contract import Action, Person
from secondlook.detection.names import NameBook, PersonMatch
from secondlook.facts.pages import is_a_business
from secondlook.facts.said import Said
from secondlook.facts.stars import Stars
from secondlook.policy.rule import FactName

CLEARLY_SURER = 0.1
"""Of a student and an employee who match, one surer by more than this is meant; closer, and the person is asked."""
STARS_PAGES: frozenset[Action] = frozenset({"follow", "visit", "comment", "post", "tag"})
"""What one does with a star's or a shop's page. A friend request or a message to that name may be to the pupil, so it asks."""


@dataclass(frozen=True)
class Known:
    """One person looked up.

    Attributes:
        student, employee: how sure; never both above 0.
        shared: how sure that a student has the name, when an adult or a star has it too.
        own_child: the person who acts has said so.

    """

    student: float = 0.0
    employee: float = 0.0
    shared: float = 0.0
    own_child: bool = False


@dataclass(frozen=True)
class Faces:
    """Where people are looked up: the rosters, the stars, and what the person has said."""

    names: NameBook
    stars: Stars
    said: Said

    def look_up(self, person: Person, action: Action) -> Known:
        """Who a person shown on a page is, as far as we know."""
        if self.said.is_own_child(person):
            return Known(own_child=True)
        match = self.names.match(person.name, person.handle)
        known = _told_apart(match)
        if known.student == 0 and known.shared == 0:
            return known
        if action in STARS_PAGES and is_a_business(person):
            return Known(employee=known.employee)
        likeness = self.stars.likeness(person)
        if likeness == "nobody":
            return known
        if likeness == "star" and action in STARS_PAGES:
            return Known(employee=known.employee)
        return Known(shared=known.student or known.shared)


def about_target(known: Known) -> dict[FactName, float]:
    """The facts of one person acted on. A shared name is asked about, never assumed (IHB reading, names rule 4)."""
    return {
        "target_is_student": known.student,
        "target_is_employee": known.employee,
        "target_shares_name": known.shared,
        "own_child": float(known.own_child),
    }


def _told_apart(match: PersonMatch) -> Known:
    if not (match.student and match.staff):
        return Known(student=match.student, employee=match.staff)
    if abs(match.student - match.staff) <= CLEARLY_SURER:
        return Known(shared=min(match.student, match.staff))
    return Known(student=match.student) if match.student > match.staff else Known(employee=match.staff)
