"""Facts: what is looked up about the people, the hour and the person, and what is left out when it is not known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from secondlook.calendar.hours import WorkState
from secondlook.calendar.spell import Spells
from secondlook.contract import Attempt
from secondlook.detection.fold import Folded
from secondlook.detection.names import NameHit, PersonMatch
from secondlook.facts import Moment, Profile, Seen, gather_facts

NOW = datetime(2026, 9, 15, 14, 5, tzinfo=UTC)


class SmallTown:
    """A name book of four people, one of whom shares a name."""

    people = {"Emma": PersonMatch(0.98, 0), "Dana": PersonMatch(0, 0.97), "Alex": PersonMatch(0.9, 0.8)}

    def find(self, text: str, folded: Folded) -> list[NameHit]:  # noqa: ARG002  the protocol's signature
        return []

    def match(self, name: str | None, handle: str | None) -> PersonMatch:
        return self.people.get(name or handle or "", PersonMatch())


def facts(
    attempt: dict[str, Any],
    *,
    work: str = "off",
    seen: Seen | None = None,
    profile: Profile | None = None,
    spells: Spells | None = None,
) -> dict[str, float]:
    made = Attempt.model_validate({"site": "facebook", **attempt})
    moment = Moment(NOW, WorkState(work, "missing"), spells or Spells())
    return dict(gather_facts(made, seen or Seen(), SmallTown(), profile or Profile(), moment))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Emma", {"target_is_student": 0.98}),
        ("Dana", {"target_is_employee": 0.97}),
        ("Alex", {"target_shares_name": 0.8}),
        ("Nobody", {}),
    ],
)
def test_the_person_acted_on(name: str, expected: dict[str, float]) -> None:
    """A student, an employee, a shared name (never both facts at once), or nobody we know."""
    assert facts({"action": "friend_request", "target": {"name": name}}) == expected


def test_a_handle_is_looked_up_too() -> None:
    """The page may show a handle only."""
    assert facts({"action": "follow", "target": {"handle": "Emma"}}) == {"target_is_student": 0.98}


@pytest.mark.parametrize(
    ("audience", "expected"),
    [
        ({}, {"recipients_unknown": 1.0}),
        ({"count": 5}, {}),
        ({"people": [{"name": "Emma"}]}, {"recipient_is_student": 0.98}),
        ({"people": [{"name": "Dana"}]}, {"adults_only": 1.0}),
        ({"people": [{"name": "Dana"}], "count": 3}, {}),
        ({"people": [{"name": "Dana"}, {"name": "Nobody"}]}, {}),
        ({"people": [{"name": "Dana"}, {"name": "Alex"}]}, {"target_shares_name": 0.8}),
    ],
)
def test_who_reads_a_message(audience: dict[str, Any], expected: dict[str, float]) -> None:
    """Unknown is a fact of its own; adults only means that every recipient is known and is one."""
    assert facts({"action": "message", "audience": audience}) == expected


def test_the_target_of_a_message_is_its_recipient() -> None:
    """A chat window shows one person and no list."""
    assert facts({"action": "message", "target": {"name": "Emma"}}) == {
        "target_is_student": 0.98,
        "recipient_is_student": 0.98,
    }


def test_the_copy_that_coaches_owe() -> None:
    """A configured recipient in the thread, by name or handle, in any case."""
    profile = Profile(coach=True, copies=["@AD.Rivera"])
    people = [{"name": "Emma"}, {"handle": "ad.rivera"}]
    found = facts({"action": "message", "audience": {"people": people}}, profile=profile, seen=Seen(record=0.7))
    assert found == {"coach": 1.0, "recipient_is_student": 0.98, "copied": 1.0, "medical_or_academic": 0.7}


def test_recipients_matter_to_messages_alone() -> None:
    """The friends who may read a post are no recipients."""
    assert facts({"action": "post", "audience": {"people": [{"name": "Emma"}]}}, seen=Seen(record=0.9)) == {}


@pytest.mark.parametrize(
    ("work", "expected"), [("work", {"work_hours": 1.0}), ("edge", {"work_edge": 1.0}), ("off", {}), ("doubtful", {})]
)
def test_the_hour(work: str, expected: dict[str, float]) -> None:
    """Doubt is silence."""
    assert facts({"action": "visit"}, work=work) == expected


def test_for_school() -> None:
    """What the person said of this site, while it holds."""
    spells = Spells()
    spells.say("facebook", NOW)
    assert facts({"action": "visit"}, spells=spells) == {"said_for_school": 1.0}


def test_protected_speech_is_handed_on() -> None:
    """As sure as detection was."""
    assert facts({"action": "post"}, seen=Seen(protected=0.8)) == {"protected_topic": 0.8}
