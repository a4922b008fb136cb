"""Facts: what is looked up about the people, the hour and the person, and what is left out when it is not known."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from secondlook.calendar.hours import WorkState
from secondlook.calendar.spell import Spells
from secondlook.contract import Attempt, Person
from secondlook.detection.engine import Engine
from secondlook.detection.fold import Folded
from secondlook.detection.names import NameHit, PersonMatch
from secondlook.facts import Around, Moment, Profile, Seen, Stars, gather_facts
from secondlook.facts.accounts import with_known_account
from secondlook.facts.pages import PageNames
from secondlook.facts.photos import words_in
from secondlook.settings.profile import ProfessionalAccount

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
    return dict(gather_facts(made, seen or Seen(), Around(moment, SmallTown(), profile or Profile())))


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
        ({"count": 5}, {"recipients_unknown": 1.0}),
        ({"people": [{"name": "Emma"}]}, {"recipient_is_student": 0.98}),
        ({"people": [{"name": "Dana"}]}, {"adults_only": 1.0}),
        ({"people": [{"name": "Dana"}], "count": 3}, {}),
        ({"scope": "unknown", "people": [{"name": "Varsity soccer"}, {}]}, {"recipients_unknown": 1.0}),
        (
            {"scope": "group", "people": [{"name": "Emma"}, {}]},
            {"recipients_unknown": 1.0, "recipient_is_student": 0.98},
        ),
        ({"count": 2, "people": [{"name": "Dana"}, {}]}, {}),
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


def test_a_visit_counts_on_listed_sites_alone() -> None:
    """A weather page is no social media; writing on any site that is checked is."""
    around = Around(Moment(NOW, WorkState("work", "missing")), sites=frozenset({"facebook", "youtube"}))
    for action, site, counts in (("visit", "youtube", True), ("visit", "weather", False), ("post", "weather", True)):
        made = Attempt.model_validate({"action": action, "site": site})
        assert ("work_hours" in gather_facts(made, Seen(), around)) is counts


def test_for_school() -> None:
    """What the person said of this site, while it holds."""
    spells = Spells()
    spells.say("facebook", NOW)
    assert facts({"action": "visit"}, spells=spells) == {"said_for_school": 1.0}


def test_protected_speech_is_handed_on() -> None:
    """As sure as detection was."""
    assert facts({"action": "post"}, seen=Seen(protected=0.8)) == {"protected_topic": 0.8}


class Word:
    """What a person has said: Leo is their child, Dana has agreed."""

    def is_own_child(self, person: Person) -> bool:
        return person.name == "Leo"

    def consent(self, person: Person, text: str) -> float:
        return (1.0 if "concert" in text else 0.6) if person.name == "Dana" else 0.0


def more(attempt: dict[str, Any], *, topics: dict[str, float] | None = None, **around: Any) -> dict[str, float]:
    made = Attempt.model_validate({"site": "facebook", **attempt})
    moment = Moment(NOW, WorkState("off", "missing"))
    return dict(gather_facts(made, Seen(topics=topics or {}), Around(moment, SmallTown(), said=Word(), **around)))


def test_an_own_child_is_no_student_here() -> None:
    """The person's word; it is no longer asked about, and says so for `rules explain`."""
    assert more({"action": "friend_request", "target": {"name": "Leo"}}) == {"own_child": 1.0}
    people = [{"name": "Leo"}, {"name": "Nobody"}]
    assert more({"action": "message", "audience": {"people": people}}) == {"own_child": 1.0}


@pytest.mark.parametrize("other", ["Emma", "Alex"])
def test_an_own_child_shields_nobody_else(other: str) -> None:
    """Another student in the thread, or somebody who may be one, is still a student."""
    found = more({"action": "message", "audience": {"people": [{"name": "Leo"}, {"name": other}]}})
    assert "own_child" not in found
    assert found.get("recipient_is_student", 0) or found.get("target_shares_name", 0)


def test_own_children_may_come_with_the_profile() -> None:
    """On a line of `check --jsonl` nothing is kept, so the profile names them; by handle too, in any spelling."""
    profile = Profile(own_children=["EMMA", "emma.r"])
    assert more({"action": "follow", "target": {"name": "Emma"}}, profile=profile) == {"own_child": 1.0}
    assert more({"action": "follow", "target": {"handle": "@emma.r"}}, profile=profile) == {"own_child": 1.0}


def test_a_colleagues_consent_to_a_tag() -> None:
    """One for an event that the post does not name is told apart; asked for tags alone."""
    elsewhere = more({"action": "tag", "target": {"name": "Dana"}})
    assert elsewhere["consented_elsewhere"] == 0.6
    assert "consented" not in elsewhere
    assert more({"action": "tag", "target": {"name": "Dana"}, "text": "Fall concert"})["consented"] == 1.0
    assert "consented_elsewhere" not in more({"action": "tag", "target": {"name": "Dana"}, "text": "Fall concert"})
    assert "consented" not in more({"action": "comment", "target": {"name": "Dana"}})


def test_the_surer_of_two_people_is_meant() -> None:
    """A student whose name is one letter off a colleague's is not a shared name."""

    class Close(SmallTown):
        people = {"Emma": PersonMatch(0.98, 0.7), "Emme": PersonMatch(0.7, 0.97)}

    moment = Moment(NOW, WorkState("off", "missing"))
    for name, fact in (("Emma", "target_is_student"), ("Emme", "target_is_employee")):
        made = Attempt(action="follow", site="facebook", target=Person(name=name))
        assert set(gather_facts(made, Seen(), Around(moment, Close()))) == {fact}


class Fans(SmallTown):
    """A town with a pupil who is called Taylor Swift."""

    def match(self, name: str | None, handle: str | None) -> PersonMatch:
        shown = "".join(letter for letter in (name or handle or "").lower() if letter.isalpha())
        return PersonMatch(0.9, 0) if shown.startswith("taylorswift") else PersonMatch()


@pytest.mark.parametrize(
    ("action", "target", "expected"),
    [
        ("follow", {"name": "Taylor Swift", "handle": "taylorswift"}, {}),
        ("follow", {"name": "Taylor Swift"}, {}),
        ("follow", {"handle": "@TaylorSwift"}, {}),
        ("follow", {"name": "Taylor Swift", "handle": "officialtaylorswift"}, {}),
        ("comment", {"name": "Taylor Swift", "handle": "taylorswift"}, {}),
        ("follow", {"name": "Taylor Swift", "handle": "taylorswift.mhs27"}, {"target_shares_name": 0.9}),
        ("follow", {"handle": "taylorswift08"}, {"target_shares_name": 0.9}),
        ("friend_request", {"name": "Taylor Swift"}, {"target_shares_name": 0.9}),
        ("accept_request", {"name": "Taylor Swift", "handle": "taylorswift"}, {"target_shares_name": 0.9}),
        ("follow", {"name": "Taylor Swiftson"}, {"target_is_student": 0.9}),
    ],
)
def test_the_stars_own_page(action: str, target: dict[str, str], expected: dict[str, float]) -> None:
    """Following the star is the star's; a request, or a handle as a pupil would write it, is asked about."""
    made = Attempt.model_validate({"site": "instagram", "action": action, "target": target})
    moment = Moment(NOW, WorkState("off", "missing"))
    assert dict(gather_facts(made, Seen(), Around(moment, Fans(), stars=Stars(["Taylor Swift"])))) == expected


@pytest.mark.parametrize(
    ("name", "handle", "expected"),
    [
        ("Taylor Swift · Verified account", "taylor", "star"),
        ("Taylor Swift ✔", "taylor13", "star"),
        ("Taylor Swift Daily", "taylorswiftdaily_fans", "star"),
        ("Museo Taylor Swift", None, "star"),
        ("Conta verificada de Zoe Atall", None, "nobody"),
        ("Zoe Atall Museum", None, "nobody"),
        ("Taylor Swift", "taylor13", "namesake"),
    ],
)
def test_pages_about_a_star_and_verified_ones(name: str, handle: str | None, expected: str) -> None:
    """A museum, a fan page or the site's own word for it; never a page about somebody unknown."""
    assert Stars(["Taylor Swift"]).likeness(Person(name=name, handle=handle)) == expected


@pytest.mark.parametrize(
    ("file_name", "words"),
    [
        ("hunter_brooks_award.jpg", "Hunter Brooks Award"),
        ("AnaLuisaMojica-proyecto.png", "Ana Luisa Mojica Proyecto"),
        ("IMG_2034 (1).HEIC", "IMG"),
        ("ÉricaÁvila2026.jpeg", "Érica Ávila"),
        ("...", ""),
    ],
)
def test_a_file_name_is_read_as_words(file_name: str, words: str) -> None:
    """Lines, capitals and figures part its words, the ending goes."""
    assert words_in(file_name) == words


def test_a_photo_named_after_a_student() -> None:
    """Told for a pupil, not for an employee or nobody; the name itself is in no fact."""
    photo = {"action": "post", "attachments": {"photos": 2, "names": ["IMG_1.jpg", "Emma.png"]}}
    assert facts(photo) == {"student_in_file_name": 0.98}
    assert facts({"action": "post", "attachments": {"photos": 1, "names": ["Dana.png"]}}) == {}


def test_a_message_to_a_stars_name_asks() -> None:
    """It may be the pupil."""
    made = Attempt(action="message", site="instagram", target=Person(name="Taylor Swift"))
    found = gather_facts(
        made, Seen(), Around(Moment(NOW, WorkState("off", "missing")), Fans(), stars=Stars(["Taylor Swift"]))
    )
    assert dict(found) == {"target_shares_name": 0.9}


@pytest.mark.parametrize(
    ("shown", "sure"),
    [
        ({"handle": "xxx_hot_videos"}, 0.9),
        ({"name": "Real Gore Videos"}, 0.9),
        ({"handle": "bestgoreclips"}, 0.8),
        ({"handle": "HotSexVideos"}, 0.9),
        ({"name": "Essex Kitchen"}, 0),
        ({"name": "Gore Place Museum"}, 0),
        ({"name": "Food Porn Boston"}, 0),
        ({"name": "Milford Moms"}, 0),
        ({"name": "Al Gore"}, 0),
        ({"name": "Hancock Dickinson"}, 0),
    ],
)
def test_pages_that_plainly_say_so(shown: dict[str, str], sure: float) -> None:
    """Whole words and unmistakable parts of a handle; towns, dishes and surnames say nothing."""
    pages = PageNames(Engine().terms)
    for action in ("follow", "visit"):
        found = more({"action": action, "target": shown}, pages=pages)
        assert found.get("inappropriate_site", 0) == sure


@pytest.mark.parametrize(
    ("account", "is_professional"),
    [
        ({"name": "MHS.Robotics"}, True),
        ({"name": "mhs robotics", "kind": "personal"}, True),
        ({"name": "100012345"}, True),
        ({"name": "Dana Whitfield"}, False),
        ({"name": "mhs.robotics.fans"}, False),
        ({}, False),
    ],
)
def test_a_listed_account_is_professional(account: dict[str, str], is_professional: bool) -> None:
    """By handle, name or id, in any case and with any dots, whatever the page called it; on its own site only."""
    listed = ProfessionalAccount(site="facebook", handle="mhsrobotics", id="100012345")
    profile = Profile(professional_accounts=[listed])
    made = Attempt.model_validate({"action": "post", "site": "facebook", "account": account})
    assert (with_known_account(made, profile).account.kind == "professional") is is_professional
    elsewhere = made.model_copy(update={"site": "instagram"})
    assert with_known_account(elsewhere, profile).account.kind != "professional"


@pytest.mark.parametrize(
    ("action", "topics", "expected"),
    [
        ("bio", {"profile_talk.district"}, {"mixed_account": 0.9}),
        ("bio", {"profile_talk.job"}, {"mixed_account": 0.7}),
        ("bio", {"profile_talk.job", "profile_talk.not_this_job"}, {}),
        ("bio", {"profile_talk.district", "profile_talk.disclaimer"}, {}),
        ("post", {"profile_talk.district", "profile_talk.job"}, {}),
        ("post", {"profile_talk.opened"}, {"opens_profile": 0.8}),
        ("message", {"profile_talk.opened"}, {"recipients_unknown": 1.0}),
        ("message", {"private_matter"}, {"recipients_unknown": 1.0, "medical_or_academic": 0.7}),
        ("post", {"private_matter"}, {}),
    ],
)
def test_what_a_text_speaks_of(action: str, topics: set[str], expected: dict[str, float]) -> None:
    """Bios make mixed accounts, posts open profiles, and messages alone hold private matters."""
    assert more({"action": action}, topics=dict.fromkeys(topics, 0.7)) == expected


def test_a_professional_bio_is_not_mixed() -> None:
    """A class account is meant to name its school."""
    attempt = {"action": "bio", "account": {"kind": "professional"}}
    assert more(attempt, topics={"profile_talk.district": 1.0}) == {}


@pytest.mark.parametrize(("record", "expected"), [(0.39, None), (0.4, 0.4), (0.9, 0.9)])
def test_a_record_in_a_message_is_a_private_matter(record: float, expected: float | None) -> None:
    """From four in ten on."""
    found = facts({"action": "message", "target": {"name": "Nobody"}}, seen=Seen(record=record))
    assert found.get("medical_or_academic") == expected
