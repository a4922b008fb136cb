"""Bodies: size, JSON, shape. Each bad one gets its clear problem; none is echoed, none reaches a check."""

from __future__ import annotations

import json

import pytest

from api_doorway import EXTENSION_ORIGIN, TOKEN, Doorway
from secondlook.config import MAX_BODY

CANARY = "Zebulon Quist"
GOOD = {"action": "post", "site": "facebook", "text": "hello"}

BAD_JSON = {
    "47 nothing": b"",
    "53 not UTF-8": b'{"action":"post","site":"facebook","text":"Zebulon Quist \xff"}',
    "53 UTF-16": '{"text":"Zebulon Quist"}'.encode("utf-16"),
    "53 byte order mark": b"\xef\xbb\xbf" + json.dumps(GOOD).encode(),
    "54 NaN": b'{"action":"post","site":"facebook","text":"Zebulon Quist","audience":{"count":NaN}}',
    "54 infinity": b'{"audience":{"count":1e999},"text":"Zebulon Quist"}',
    "54 a huge number": b'{"text":"Zebulon Quist","audience":{"count":' + b"9" * 5000 + b"}}",
    "55 deep nesting": b'{"text":"Zebulon Quist","a":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    "56 a key twice": b'{"action":"post","site":"facebook","text":"a","text":"Zebulon Quist"}',
    "57 a list": b'["Zebulon Quist"]',
    "57 a string": b'"Zebulon Quist"',
    "57 null": b"null",
    "cut short": b'{"action":"post","text":"Zebulon Quist',
    "two objects": b'{"text":"Zebulon Quist"}{}',
    "a comment": b'{"text":"Zebulon Quist"} // x',
    "66 prototype keys": b'{"__proto__":{"x":"Zebulon Quist"}}',
}

BAD_SHAPE = {
    "58 action missing": ({"site": "facebook", "text": CANARY}, "action"),
    "58 unknown field": ({**GOOD, "txt": CANARY}, "txt"),
    "58 an unknown field that is a sentence": ({**GOOD, CANARY: 1}, "(unknown)"),
    "58 text is a number": ({**GOOD, "text": 7}, "text"),
    "58 text is null": ({**GOOD, "text": None}, "text"),
    "58 unknown action": ({**GOOD, "action": CANARY}, "action"),
    "58 a site that is no id": ({**GOOD, "site": CANARY}, "site"),
    "58 photos as a string": ({**GOOD, "attachments": {"photos": "1"}}, "attachments.photos"),
    "58 photos as a truth": ({**GOOD, "attachments": {"photos": True}}, "attachments.photos"),
    "58 a negative count": ({**GOOD, "audience": {"count": -1}}, "audience.count"),
    "58 a fraction": ({**GOOD, "audience": {"count": 1.5}}, "audience.count"),
    "58 people is an object": ({**GOOD, "audience": {"people": {"name": CANARY}}}, "audience.people"),
    "58 a person is a string": ({**GOOD, "audience": {"people": [CANARY]}}, "audience.people.0"),
    "58 a name that is too long": ({**GOOD, "target": {"name": CANARY * 100}}, "target.name"),
}


@pytest.mark.parametrize("body", BAD_JSON.values(), ids=BAD_JSON)
def test_bad_json_is_refused_without_an_echo(doorway: Doorway, body: bytes) -> None:
    """What is not one strict JSON object is a 400 (or 422) problem that repeats nothing."""
    answer = doorway.post(body)
    assert answer.status in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert b"Zebulon" not in answer.body
    assert doorway.agent.seen == []


@pytest.mark.parametrize(("attempt", "field"), BAD_SHAPE.values(), ids=BAD_SHAPE)
def test_a_bad_shape_names_the_field_and_never_the_value(doorway: Doorway, attempt: object, field: str) -> None:
    """The first wrong field is named; a key that is no identifier is the sender's own text and is not."""
    answer = doorway.post(attempt)
    assert answer.status == 422
    assert answer.json["field"] == field
    assert "Zebulon" not in answer.body.decode()
    assert set(answer.json) <= {"type", "title", "status", "detail", "code", "field"}


@pytest.mark.parametrize(("size", "status"), [(MAX_BODY - 1, 200), (MAX_BODY, 200), (MAX_BODY + 1, 413)])
def test_the_size_cap_is_exact(doorway: Doorway, size: int, status: int) -> None:
    """48: the cap itself passes, one byte more does not."""
    body = json.dumps({**GOOD, "text": ""}).encode()
    body = body[:-2] + b"x" * (size - len(body)) + b'"}'
    assert len(body) == size
    assert doorway.post(body).status == status


@pytest.mark.parametrize("length", ["-1", "5, 5", "0x10", "+5", "", "99999999999999999999", " "])
def test_a_wrong_length_is_refused(doorway: Doorway, length: str) -> None:
    """49: a length that is no plain number."""
    assert doorway.post(GOOD, Content_Length=length).status in (400, 411, 413)
    assert doorway.agent.seen == []


def test_a_missing_length_is_refused(doorway: Doorway) -> None:
    """49: a POST that does not say how long it is."""
    assert doorway.ask("POST", "/v1/checks", Content_Length=None).status == 411


def test_a_body_shorter_than_it_says_reaches_nobody(doorway: Doorway) -> None:
    """49: the sender hangs up in the middle; nothing is checked and the server goes on."""
    head = f"POST /v1/checks HTTP/1.1\r\nHost: {doorway.host}\r\nOrigin: {EXTENSION_ORIGIN}\r\nAuthorization: Bearer {TOKEN}\r\n"
    raw = f"{head}X-Second-Look: 1\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{{}}"
    doorway.send(raw.encode(), hang_up=True)
    assert doorway.agent.seen == []
    assert doorway.post(GOOD).status == 200


def test_half_an_emoji_keeps_its_place(doorway: Doorway) -> None:
    """59: a lone surrogate becomes one replacement character, so UTF-16 offsets stay right; a whole emoji stays."""
    assert doorway.post(b'{"action":"post","site":"facebook","text":"a\\ud83d b \\ud83d\\ude00"}').status == 200
    assert doorway.agent.seen[0][1].text == "a\ufffd b \U0001f600"


@pytest.mark.parametrize(
    ("header", "expected"),
    [("pt-BR,pt;q=0.9,en;q=0.5", "pt"), ("es", "es"), ("fr, de", "en"), ("", "en"), ("de, es;q=0.2, pt;q=0.9", "pt")],
)
def test_the_language_is_the_first_of_ours(doorway: Doorway, header: str, expected: str) -> None:
    """Accept-Language picks among three; anything else is English."""
    doorway.post(GOOD, Accept_Language=header)
    assert doorway.agent.seen[0][2] == expected


def test_an_error_of_our_own_says_nothing(doorway: Doorway, caplog: pytest.LogCaptureFixture) -> None:
    """An unforeseen exception whose message quotes the text leaves neither by the answer nor by the log."""
    doorway.agent.trouble = ValueError(f"cannot parse {CANARY}")
    answer = doorway.post({**GOOD, "text": CANARY})
    assert answer.status == 500
    assert b"Zebulon" not in answer.body
    assert "Zebulon" not in caplog.text
    assert "ValueError" in caplog.text
