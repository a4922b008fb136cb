"""The routes for what a person has said: exceptions, the consent ledger, today. Through the real server and guard."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import pytest

from api_doorway import Answer, Doorway
from secondlook.contract import Today
from secondlook.detection.names import NoNames, PersonMatch

CANARY = "Zebulon Quist"


@dataclass
class OneColleague(NoNames):
    """A staff list of one."""

    def match(self, name: str | None, handle: str | None) -> PersonMatch:  # noqa: ARG002  the protocol's signature
        return PersonMatch(0, 0.97 if name == CANARY else 0)


def delete(doorway: Doorway, path: str, body: Any, **changed: str | None) -> Answer:
    return doorway.ask("DELETE", path, json.dumps(body).encode(), **changed)


def test_an_exception_is_kept_listed_and_removed(doorway: Doorway) -> None:
    """Kind, dates and id are listed, the name is not; it goes by its id or by typing the name again."""
    assert doorway.post({"name": CANARY, "kind": "own_child"}, "/v1/exceptions").status == 204
    listed = doorway.ask("GET", "/v1/exceptions")
    (kept,) = listed.json["exceptions"]
    assert set(kept) == {"id", "kind", "added", "expires"}
    assert (kept["kind"], kept["expires"]) == ("own_child", "2027-06-30")
    assert b"Zebulon" not in listed.body
    assert delete(doorway, "/v1/exceptions", {"id": kept["id"]}).json == {"removed": True}
    assert delete(doorway, "/v1/exceptions", {"id": kept["id"]}).json == {"removed": False}
    doorway.post({"name": CANARY}, "/v1/exceptions")
    assert delete(doorway, "/v1/exceptions", {"name": "zebulon QUIST"}).json == {"removed": True}
    assert doorway.ask("GET", "/v1/exceptions").json == {"exceptions": []}


def test_a_consent_is_kept_listed_and_withdrawn(doorway: Doorway) -> None:
    """As typed, until the day that was said."""
    doorway.agent.staff = OneColleague()
    given = {"name": CANARY, "what": "event", "label": "Fall concert", "how": "written", "until": "2026-12-31"}
    kept = doorway.post(given, "/v1/consents").json
    assert kept == given | {"id": kept["id"], "added": "2026-11-23"}
    assert doorway.ask("GET", "/v1/consents").json == {"consents": [kept]}
    assert delete(doorway, "/v1/consents", {"id": kept["id"]}).json == {"removed": True}
    assert doorway.ask("GET", "/v1/consents").json == {"consents": []}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"name": "Nobody"}, "name"),
        ({"name": CANARY, "until": "2026-01-01"}, "until"),
        ({"name": CANARY, "until": "soon"}, "until"),
        ({"name": CANARY, "what": "party"}, "what"),
        ({"name": ""}, "name"),
        ({}, "name"),
    ],
)
def test_a_consent_that_cannot_be_is_refused(doorway: Doorway, body: dict[str, str], field: str) -> None:
    """422 with the field, and no word of what was sent."""
    doorway.agent.staff = OneColleague()
    answer = doorway.post(body, "/v1/consents")
    assert (answer.status, answer.json["field"]) == (422, field)
    assert b"Zebulon" not in answer.body


@pytest.mark.parametrize(
    "body", [{}, {"id": "ab", "name": CANARY}, {"id": "../x"}, {"id": 5}, {"name": ["x"]}, {"all": True}]
)
def test_a_removal_that_is_not_clear_is_refused(doorway: Doorway, body: Any) -> None:
    """One id or one name."""
    answer = delete(doorway, "/v1/exceptions", body)
    assert answer.status == 422
    assert b"Zebulon" not in answer.body


def test_removal_meets_the_same_checks_as_posting(doorway: Doorway) -> None:
    """Content type, our header, length and origin; nothing is removed meanwhile."""
    doorway.post({"name": CANARY}, "/v1/exceptions")
    body = {"name": CANARY}
    assert delete(doorway, "/v1/exceptions", body, Content_Type="text/plain").status == 415
    assert delete(doorway, "/v1/exceptions", body, X_Second_Look=None).status == 403
    assert delete(doorway, "/v1/exceptions", body, Origin="https://www.facebook.com").status == 403
    assert delete(doorway, "/v1/exceptions", body, Content_Length=None).status == 411
    assert len(doorway.ask("GET", "/v1/exceptions").json["exceptions"]) == 1


def test_what_today_is_and_what_is_for_school(doorway: Doorway) -> None:
    """Both answer 204, and hand on what was said; another word is refused."""
    assert doorway.post({"day": "snow_day"}, "/v1/today").status == 204
    assert doorway.post({"site": "facebook"}, "/v1/for-school").status == 204
    assert doorway.agent.told == [Today(day="snow_day"), "facebook"]
    assert doorway.post({"day": "holiday"}, "/v1/today").status == 422
