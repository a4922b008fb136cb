"""What the home page reads and changes, through the real server and guard: hours, accounts, people, what is kept, the policy."""

from __future__ import annotations

import json
from typing import Any

import pytest

from api_doorway import Doorway

CANARY = "Zebulon Quist"


def get(doorway: Doorway, path: str, **changed: str | None) -> Any:
    answer = doorway.home("GET", path, **changed)
    assert answer.status == 200, answer.body
    return answer.json


def things(doorway: Doorway) -> dict[str, Any]:
    return {one["name"]: one for one in get(doorway, "/home/kept")["things"]}


def test_the_state_is_the_one_that_the_extension_is_told(doorway: Doorway) -> None:
    """Word for word, in the page's language."""
    ours = get(doorway, "/home/status", Accept_Language="pt-BR")
    assert ours == doorway.ask("GET", "/v1/status", Accept_Language="pt-BR").json
    assert ours["links"][0]["title"] == "pt"


def test_exceptions_are_those_of_the_extension(doorway: Doorway) -> None:
    """One list behind two doors: kept by the extension, listed and removed by the page, the name never told."""
    doorway.post({"name": CANARY, "kind": "alumni"}, "/v1/exceptions")
    (kept,) = get(doorway, "/home/exceptions")["exceptions"]
    assert kept["kind"] == "alumni"
    assert doorway.home("DELETE", "/home/exceptions", {"id": kept["id"]}).json == {"removed": True}
    assert doorway.ask("GET", "/v1/exceptions").json == {"exceptions": []}


def test_accounts_are_added_once_and_taken_off(doorway: Doorway) -> None:
    """In the person's settings file; spaces around a handle are none of it."""
    given = {"handle": " mhs_robotics ", "site": "instagram"}
    tidy = {"handle": "mhs_robotics", "site": "instagram"}
    assert doorway.home("POST", "/home/accounts", given).json["own"] == [tidy]
    assert doorway.home("POST", "/home/accounts", given).json["own"] == [tidy]
    assert json.loads(doorway.agent.mine.home.settings_file.read_text()) == {
        "professional_accounts": [{"site": "instagram", "handle": "mhs_robotics"}]
    }
    assert doorway.home("DELETE", "/home/accounts", tidy).json == {"removed": True}
    assert doorway.home("DELETE", "/home/accounts", tidy).json == {"removed": False}
    assert get(doorway, "/home/accounts") == {"own": [], "district": [], "coach": False}


def test_an_account_without_a_name_is_refused(doorway: Doorway) -> None:
    """By field."""
    answer = doorway.home("POST", "/home/accounts", {"handle": "   ", "site": "facebook"})
    assert (answer.status, answer.json["code"], answer.json["field"]) == (422, "not-kept", "handle")


def test_coaching_is_kept(doorway: Doorway) -> None:
    """And used by the next check."""
    assert doorway.home("POST", "/home/coach", {"coach": True}).json["coach"] is True
    assert doorway.agent.mine.settings.now.profile.coach
    assert doorway.home("POST", "/home/coach", {"coach": "yes"}).status == 422


def test_a_broken_settings_file_is_never_written_over(doorway: Doorway) -> None:
    """The person hears of it, and every byte stays."""
    path = doorway.agent.mine.home.settings_file
    path.write_text('{"coach": tru')
    answer = doorway.home("POST", "/home/coach", {"coach": True})
    assert (answer.status, answer.json["code"]) == (409, "bad-settings")
    assert path.read_text() == '{"coach": tru'


def test_hours_without_any_setting(doorway: Doorway) -> None:
    """The usual hours on an ordinary Monday."""
    hours = get(doorway, "/home/hours")
    assert hours["rests_on"] == "default"
    assert hours["week"][0] == ["07:30-14:30"]
    assert hours["today"] == {
        "date": "2026-11-23", "kind": "school", "because": "usual", "spans": ["07:30-14:30"], "exempt": [],
        "in_doubt": False,
    }  # fmt: skip


def test_a_staff_group_is_chosen_and_left(doorway: Doorway) -> None:
    """By the district's names alone; neither group nor week goes back to the default."""
    path = doorway.agent.mine.home.path / "district.json"
    lunch = {"time": "11:10-11:40", "what": "lunch"}
    group = {"hours": {"weekdays": ["07:05-14:20"]}, "exempt": [lunch]}
    path.write_text(json.dumps({"staff_groups": {"teachers": group}}))
    doorway.agent.mine.settings.refresh()
    assert get(doorway, "/home/hours")["groups"] == ["teachers"]
    chosen = doorway.home("POST", "/home/hours", {"staff_group": "teachers"}).json
    assert (chosen["rests_on"], chosen["group"]) == ("group", "teachers")
    assert chosen["today"]["exempt"] == [{"time": "11:10-11:40", "note": False}]
    assert doorway.home("POST", "/home/hours", {"staff_group": "pirates"}).json["field"] == "staff_group"
    assert doorway.home("POST", "/home/hours", {}).json["rests_on"] == "default"


def test_a_week_of_ones_own_keeps_what_the_page_does_not_show(doorway: Doorway) -> None:
    """The page changes the hours; lunch and the end of half days, set in the file, stay."""
    path = doorway.agent.mine.home.settings_file
    path.write_text('{"own_week": {"hours": {"mon": ["08:00-12:00"]}, "half_day_end": "11:00"}}')
    doorway.agent.mine.settings.refresh()
    changed = doorway.home("POST", "/home/hours", {"own_week": {"hours": {"tue": ["09:00-13:00"]}}}).json
    assert (changed["rests_on"], changed["week"][:2]) == ("own", [[], ["09:00-13:00"]])
    assert json.loads(path.read_text())["own_week"]["half_day_end"] == "11:00"
    both = {"staff_group": "teachers", "own_week": {"hours": {"mon": ["08:00-12:00"]}}}
    assert doorway.home("POST", "/home/hours", both).status == 422
    assert doorway.home("POST", "/home/hours", {"own_week": {"hours": {"mon": ["8-12"]}}}).status == 422


@pytest.mark.parametrize(("language", "words"), [("en", "plain"), ("es", "pt-BR"), ("pt-BR", "es")])
def test_every_clause_is_told_in_the_readers_language(doorway: Doorway, language: str, words: str) -> None:
    """All of the policy, in its order, its own words beside ours."""
    told = get(doorway, "/home/policy", Accept_Language=language)
    other = get(doorway, "/home/policy", Accept_Language="en" if language != "en" else words)
    policy = doorway.agent.mine.policy
    assert [one["key"] for one in told["clauses"]] == list(policy.clauses)
    assert told["title"].startswith("Marlborough")
    assert all(one["plain"] and one["text"] == policy.clauses[one["key"]].text for one in told["clauses"])
    assert language == "en" or told["clauses"][0]["plain"] != other["clauses"][0]["plain"]


def test_the_orientation_is_due_until_it_was_read(doorway: Doorway) -> None:
    """One date is kept; a check in it knows the invented roster only."""
    before = get(doorway, "/home/orientation")
    assert (before["due"], before["school_year"]) == (True, "2026-2027")
    assert "done" not in before
    attempt = {"action": "post", "site": "facebook", "text": before["posts"][0]["text"]}
    assert doorway.home("POST", "/home/checks", attempt).status == 200
    assert [roster for roster, _, _ in doorway.agent.seen] == ["invented"]
    assert doorway.home("POST", "/home/orientation", {"read": False}).status == 422
    after = doorway.home("POST", "/home/orientation", {"read": True}).json
    assert (after["due"], after["done"]) == (False, "2026-11-23")
    assert things(doorway)["orientation"]["yours"]


def test_deleting_everything_needs_the_persons_word(doorway: Doorway) -> None:
    """A bare DELETE, or one that says no, deletes nothing."""
    doorway.home("POST", "/home/exceptions", {"name": CANARY})
    for body in ({}, {"everything": False}, {"everything": 1}):
        assert doorway.home("DELETE", "/home/kept", body).status == 422
    assert things(doorway)["exceptions"]["count"] == 1
    answer = doorway.home("DELETE", "/home/kept", {"everything": True}).json
    assert answer["gone"] == ["exceptions"]
    assert not any(one["yours"] for one in answer["left"])


def test_the_page_is_a_shell_without_anything_of_the_person(doorway: Doorway) -> None:
    """Served without a token, under a strict policy, in three languages, with no inline code and no cookie."""
    for header, word in (("en", "Skip to"), ("es-MX", "Ir al contenido"), ("pt-BR", "Ir para o")):
        answer = doorway.ask("GET", "/home", Origin=None, Authorization=None, Accept_Language=header)
        text = answer.body.decode()
        assert answer.status == 200
        assert word in text
        assert "{{" not in text
        assert "<script>" not in text
        assert " style=" not in text
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "require-trusted-types-for 'script'" in policy
        assert answer.headers["cross-origin-opener-policy"] == "same-origin"
        assert "set-cookie" not in answer.headers
    assert "Ir al contenido" in doorway.ask("GET", "/home?lang=es", Origin=None, Authorization=None).body.decode()


@pytest.mark.parametrize("name", ["home.html", "../page.py", "words-fr.json", "Main.js", "main.js.map", ".main.js"])
def test_only_the_pages_own_files_are_served(doorway: Doorway, name: str) -> None:
    """Anything else is closed or not there."""
    assert doorway.ask("GET", f"/home/{name}", Origin=None, Authorization=None).status in (400, 401, 404)
