"""Origin, Sec-Fetch-Site, method and headers: what stops other pages and other extensions."""

from __future__ import annotations

import pytest

from api_doorway import EXTENSION_ORIGIN, Doorway
from secondlook.api.guard import ROUTES

ATTEMPT = {"action": "post", "site": "facebook", "text": "hello"}
FIREFOX_ORIGIN = "moz-extension://0f5e1c2a-77d1-4a3e-9a51-0123456789ab"

ORIGINS = {
    "19 a page": "https://www.facebook.com",
    "20 null": "null",
    "21 another extension": "chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    "22 ours as a prefix": f"{EXTENSION_ORIGIN}.evil",
    "23 trailing slash": f"{EXTENSION_ORIGIN}/",
    "23 upper case": EXTENSION_ORIGIN.upper(),
    "25 malformed uuid": "moz-extension://0f5e1c2a-77d1-4a3e-9a51-0123456789a",
    "25 uuid in upper case": FIREFOX_ORIGIN.upper(),
    "25 a path after it": f"{FIREFOX_ORIGIN}/x",
    "28 two": f"{EXTENSION_ORIGIN}, {EXTENSION_ORIGIN}",
    "our own page": "http://127.0.0.1:1",
    "empty": "",
}


@pytest.mark.parametrize("origin", ORIGINS.values(), ids=ORIGINS)
def test_any_other_origin_is_refused(doorway: Doorway, origin: str) -> None:
    """Only our extension's exact origin passes, even with the token in hand, and no CORS header ever comes back."""
    for method, path in ROUTES:
        if not path.startswith("/v1"):
            continue
        answer = doorway.ask(method, path, b"{}" if method == "POST" else b"", Origin=origin)
        assert answer.status == 403, path
        assert not [name for name in answer.headers if name.startswith("access-control")]
    assert doorway.agent.seen == []


@pytest.mark.parametrize("origin", [EXTENSION_ORIGIN, FIREFOX_ORIGIN])
def test_our_extension_passes_in_both_browsers(doorway: Doorway, origin: str) -> None:
    """Chromium's fixed id and any well-formed Firefox uuid pass with the token."""
    assert doorway.post(ATTEMPT, Origin=origin).status == 200


def test_a_firefox_uuid_without_the_token_gets_nothing(doorway: Doorway) -> None:
    """24: Firefox's id cannot be pinned, so there the token carries the trust."""
    assert doorway.post(ATTEMPT, Origin=FIREFOX_ORIGIN, Authorization=None).status == 401


def test_a_missing_origin_needs_the_token(doorway: Doorway) -> None:
    """26 and 27: no Origin is no way round; with the token it is taken, since a program of the person's own may ask."""
    assert doorway.post(ATTEMPT, Origin=None, Authorization=None).status == 401
    assert doorway.post({"nonce": "0" * 32}, "/v1/proof", Origin=None, Authorization=None).status == 401
    assert doorway.post(ATTEMPT, Origin=None).status == 200


@pytest.mark.parametrize("site", ["cross-site", "Cross-Site"])
def test_a_request_from_another_site_is_refused(doorway: Doorway, site: str) -> None:
    """29: the browser's own word for it, on every route, the practice page's among them."""
    for method, path in ROUTES:
        answer = doorway.ask(method, path, b"{}" if method == "POST" else b"", Sec_Fetch_Site=site)
        assert answer.status == 403, path


@pytest.mark.parametrize(
    "kind",
    [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; x=1",
        "application/jsonx",
        None,
    ],
)
def test_only_json_is_taken(doorway: Doorway, kind: str | None) -> None:
    """30: what a form can send without a preflight is refused, JSON inside or not."""
    assert doorway.post(ATTEMPT, Content_Type=kind).status == 415


@pytest.mark.parametrize("value", [None, "0", "1, 1", "yes"])
def test_the_custom_header_is_needed(doorway: Doorway, value: str | None) -> None:
    """A header that a page cannot send without a preflight."""
    assert doorway.post(ATTEMPT, X_Second_Look=value).status == 403


def test_a_preflight_is_never_answered(doorway: Doorway) -> None:
    """31: OPTIONS is 403 from anybody on any path, without allow headers."""
    for origin in ("https://www.facebook.com", EXTENSION_ORIGIN):
        for path in ("/v1/checks", "/v1/health", "/practice", "/nowhere"):
            asked = {"Access_Control_Request_Method": "POST", "Access_Control_Request_Private_Network": "true"}
            answer = doorway.ask("OPTIONS", path, Origin=origin, **asked)
            assert answer.status == 403
            assert "allow" not in answer.headers
            assert not [name for name in answer.headers if name.startswith("access-control")]


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "HEAD", "PUT", "DELETE", "PATCH", "FOO"])
def test_other_methods_are_refused(doorway: Doorway, method: str) -> None:
    """34: a path takes the verbs of its own routes."""
    for path in ("/v1/checks", "/v1/health", "/practice", "/nowhere"):
        assert doorway.ask(method, path).status in (400, 405)


def test_a_page_that_embeds_any_route_gets_nothing(doorway: Doorway) -> None:
    """32: img, script and iframe send no Origin but say where they come from."""
    for path in ("/v1/health", "/v1/checks", "/practice", "/practice/practice.js", "/practice/page.css", "/nowhere"):
        answer = doorway.ask("GET", path, Origin=None, Authorization=None, Sec_Fetch_Site="cross-site")
        assert answer.status == 403, path


def test_every_answer_is_private(doorway: Doorway) -> None:
    """No cache, no sniffing, no sharing, on good answers, refusals and unknown paths alike; no server name."""
    for answer in (
        doorway.ask("GET", "/v1/health"),
        doorway.ask("GET", "/nowhere"),
        doorway.ask("GET", "/", Host="evil"),
    ):
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["vary"] == "Origin"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["cross-origin-resource-policy"] == "same-origin"
        assert "server" not in answer.headers
