"""Who will get a message: students, adults only, the copy that coaches owe, or nobody the page shows.

Called by `gather.py` for messages alone: the friends who may read a post are no recipients. Clauses D-coach, D-fraternize.
"""

from __future__ import annotations

from secondlook.contract import Attempt, Person
from secondlook.facts.people import Faces, Known
from secondlook.people.name_forms import kept_forms, seen_forms
from secondlook.policy.rule import FactName
from secondlook.settings.profile import Profile


def about_recipients(attempt: Attempt, faces: Faces, profile: Profile) -> dict[FactName, float]:
    """The facts about everybody in the thread.

    `own_child` holds only when nobody else there is, or may be, a student. A title, or some names of a group that has more
    people, leaves somebody out: who gets the message is not known then.
    """
    people = attempt.audience.people or ([attempt.target] if attempt.target else [])
    if not people:
        return {"recipients_unknown": 1.0}
    known = [faces.look_up(person, "message") for person in people]
    student = max(one.student for one in known)
    shared = max(one.shared for one in known)
    everybody = attempt.audience.count in (None, len(people))
    left_out = attempt.audience.count is None and (_is_a_title(attempt) or not all(it.is_named for it in people))
    facts: dict[FactName, float] = {
        "recipients_unknown": float(left_out),
        "recipient_is_student": student,
        "adults_only": float(everybody and all(one.employee > 0 for one in known)),
        "copied": float(is_copied(people, profile)),
        "own_child": float(_only_own_children(known) and student == shared == 0),
    }
    return facts | {"target_shares_name": shared} if shared else facts


def is_copied(people: list[Person], profile: Profile) -> bool:
    """Whether athletic director or principal is in the thread, by any form of the name or by handle."""
    wanted = {form for entry in profile.copies for form in kept_forms(entry)}
    shown = (entry for person in people for entry in (person.name, person.handle) if entry)
    return any(wanted.intersection(seen_forms(entry)) for entry in shown)


def _is_a_title(attempt: Attempt) -> bool:
    """Whether the one name of a group's thread is the group's own."""
    return attempt.audience.scope == "group" and len(attempt.audience.people) == 1


def _only_own_children(known: list[Known]) -> bool:
    return any(one.own_child for one in known)
