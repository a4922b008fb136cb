"""The token, health to the unpaired, and the agent's proof."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from api_doorway import TOKEN, Doorway

ATTEMPT = {"action": "post", "site": "facebook", "text": "hello"}

TOKENS = {
    "35 absent": None,
    "36 empty": "Bearer ",
    "36 no scheme": TOKEN,
    "37 a prefix": f"Bearer {TOKEN[:-1]}",
    "38 longer": f"Bearer {TOKEN}0",
    "39 wrong case": f"Bearer {TOKEN.upper()}",
    "39 scheme in lower case": f"bearer {TOKEN}",
    "41 not ASCII": "Bearer \xe9\xff" + TOKEN,
    "43 an earlier start's": "Bearer " + "cd" * 32,
    "two of them": f"Bearer {TOKEN}, Bearer {TOKEN}",
    "another scheme": f"Basic {TOKEN}",
}


@pytest.mark.parametrize("token", TOKENS.values(), ids=TOKENS)
def test_any_other_token_is_refused(doorway: Doorway, token: str | None) -> None:
    """Nothing but the exact token opens a route that takes text."""
    for path in ("/v1/checks", "/v1/exceptions", "/v1/consents", "/v1/today", "/v1/for-school", "/nowhere"):
        answer = doorway.post(ATTEMPT, path, Authorization=token)
        assert answer.status == 401, path
        assert answer.json["code"] == "bad-token"
    assert doorway.agent.seen == []
    for method, path in (
        ("GET", "/v1/exceptions"),
        ("DELETE", "/v1/exceptions"),
        ("GET", "/v1/consents"),
        ("DELETE", "/v1/consents"),
    ):
        assert doorway.ask(method, path, b'{"id": "ab"}', Authorization=token).status == 401, path
    assert doorway.agent.told == []


def test_a_token_in_the_address_is_not_read(doorway: Doorway) -> None:
    """40: addresses end up in logs, so a token there opens nothing."""
    assert doorway.post(ATTEMPT, f"/v1/checks?token={TOKEN}", Authorization=None).status == 401


def test_many_guesses_are_put_off_and_the_owner_is_not(doorway: Doorway) -> None:
    """45: after a flood of wrong tokens wrong ones get 429, and the right one still passes at once."""
    statuses = [doorway.post(ATTEMPT, Authorization=f"Bearer {number:064x}").status for number in range(100)]
    assert set(statuses) == {401, 429}
    assert statuses[-1] == 429
    assert doorway.post(ATTEMPT).status == 200


def test_health_tells_the_unpaired_one_boolean(doorway: Doorway) -> None:
    """The unpaired learn that it runs and nothing else."""
    assert doorway.ask("GET", "/v1/health", Authorization=None, Origin=None).json == {"ok": True}
    assert doorway.ask("GET", "/v1/health", Authorization="Bearer x").json == {"ok": True}


def test_health_tells_the_paired_the_state_of_its_links(doorway: Doorway) -> None:
    """With the token: protection, version and what a check rests on."""
    status = doorway.ask("GET", "/v1/health").json
    assert status["protection"] == "protected"
    assert set(status) == {"ok", "version", "protection", "checked"}


def test_the_agent_proves_itself_before_any_token_is_sent(doorway: Doorway) -> None:
    """The proof route opens without a token, and its MAC is the one that only a holder of the token can make."""
    nonce = "0123456789abcdef" * 2
    proof = doorway.post({"nonce": nonce}, "/v1/proof", Authorization=None).json
    message = f"{nonce}|{proof['port']}|{proof['version']}|{proof['started']}".encode()
    assert proof["port"] == doorway.server.port
    assert hmac.compare_digest(proof["mac"], hmac.new(TOKEN.encode(), message, hashlib.sha256).hexdigest())


def test_each_nonce_has_its_own_proof(doorway: Doorway) -> None:
    """42: a proof overheard once answers no later nonce."""
    macs = {doorway.post({"nonce": nonce * 32}, "/v1/proof", Authorization=None).json["mac"] for nonce in "0123"}
    assert len(macs) == 4


@pytest.mark.parametrize("nonce", ["", "0" * 31, "0" * 129, "G" * 32, "0|0" * 20, 7, None])
def test_a_weak_nonce_is_refused(doorway: Doorway, nonce: object) -> None:
    """A nonce is 32 to 128 hex digits; a bar in it could shift the fields of the message."""
    assert doorway.post({"nonce": nonce}, "/v1/proof", Authorization=None).status == 422


def test_unknown_paths_are_closed_before_they_are_unknown(doorway: Doorway) -> None:
    """The unpaired cannot learn which paths there are; the paired are told 404 as a problem."""
    assert doorway.ask("GET", "/nowhere", Authorization=None, Origin=None).status == 401
    answer = doorway.ask("GET", "/nowhere")
    assert answer.status == 404
    assert answer.headers["content-type"] == "application/problem+json"
