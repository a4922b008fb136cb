"""Signing in to the home page: a code from a program of the same person, once, within a minute; a header, never a cookie."""

from __future__ import annotations

import pytest

from api_doorway import EXTENSION_ORIGIN, HOME_KEY, TOKEN, Doorway
from secondlook.api.home import peer
from secondlook.api.home.door import CODE_SECONDS, HOME_ROUTES, IDLE_SECONDS, HomeDoor
from secondlook.errors import RefusedError

READS = [path for (method, path), access in HOME_ROUTES.items() if access == "home" and method == "GET"]
WRITES = [key for key, access in HOME_ROUTES.items() if access == "home" and key[0] != "GET"]


def test_a_code_gives_a_token_that_opens_the_page(doorway: Doorway) -> None:
    """Mint, swap, read. Nothing sets a cookie on the way."""
    minted = doorway.mint()
    assert minted.json["seconds"] == 60
    swapped = doorway.home("POST", "/home/sessions", {"code": minted.json["code"]}, Authorization=None)
    assert swapped.status == 200
    read = doorway.home("GET", "/home/kept", Authorization=f"Bearer {swapped.json['token']}")
    assert read.status == 200
    for answer in (minted, swapped, read):
        assert "set-cookie" not in answer.headers
        assert answer.headers["cache-control"] == "no-store"


def test_a_code_works_once_and_the_second_use_closes_the_first(doorway: Doorway) -> None:
    """Somebody saw the link: whoever came first is put out too, since nobody can tell which of the two was the person."""
    code = doorway.mint().json["code"]
    token = doorway.home("POST", "/home/sessions", {"code": code}, Authorization=None).json["token"]
    again = doorway.home("POST", "/home/sessions", {"code": code}, Authorization=None)
    assert (again.status, again.json["code"]) == (401, "used-code")
    assert doorway.home("GET", "/home/kept", Authorization=f"Bearer {token}").status == 401


def test_a_code_is_old_after_a_minute() -> None:
    """By a clock of our own, so that no test waits."""
    now = 1000.0
    door = HomeDoor(clock=lambda: now)
    code = door.mint()
    now += CODE_SECONDS + 1
    with pytest.raises(RefusedError) as refused:
        door.redeem(code)
    assert refused.value.code == "expired-code"


def test_a_tab_that_rests_for_two_hours_is_signed_out() -> None:
    """And one that is used is not."""
    now = 1000.0
    door = HomeDoor(clock=lambda: now)
    token = door.redeem(door.mint())
    for _ in range(3):
        now += IDLE_SECONDS - 1
        assert door.knows(token)
    now += IDLE_SECONDS + 1
    assert not door.knows(token)


def test_guessing_a_code_gets_nowhere(doorway: Doorway) -> None:
    """Wrong codes are put off after a while; the right one still passes at once."""
    code = doorway.mint().json["code"]
    answers = [
        doorway.home("POST", "/home/sessions", {"code": f"{number:043d}"}, Authorization=None) for number in range(60)
    ]
    assert {answer.status for answer in answers} == {401, 429}
    assert answers[-1].status == 429
    assert doorway.home("POST", "/home/sessions", {"code": code}, Authorization=None).status == 200


@pytest.mark.parametrize("code", ["", "x", "a" * 200, "a b" * 20, 7, None])
def test_what_is_no_code_is_refused(doorway: Doorway, code: object) -> None:
    """By its form, and it is not repeated."""
    answer = doorway.home("POST", "/home/sessions", {"code": code}, Authorization=None)
    assert answer.status == 422
    assert b"aaaa" not in answer.body


@pytest.mark.parametrize("key", [None, "Bearer ", f"Bearer {TOKEN}", f"Bearer {HOME_KEY[:-1]}", HOME_KEY])
def test_only_the_homes_key_mints_codes(doorway: Doorway, key: str | None) -> None:
    """The extension's token does not, nor does a part of the key."""
    assert doorway.mint(Authorization=key).status == 401


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": EXTENSION_ORIGIN},
        {"Origin": "https://www.facebook.com"},
        {"Origin": "null"},
        {"Sec_Fetch_Site": "none"},
        {"Sec_Fetch_Site": "same-origin"},
    ],
)
def test_no_browser_mints_codes(doorway: Doorway, headers: dict[str, str]) -> None:
    """Even with the key: what comes from a browser is refused."""
    assert doorway.mint(**headers).status == 403


def test_the_two_tokens_do_not_open_each_others_doors(doorway: Doorway) -> None:
    """The extension's opens no route of the page, the page's none of the extension's, from either origin."""
    for path in READS:
        assert doorway.home("GET", path, Authorization=f"Bearer {TOKEN}").status == 401, path
        assert doorway.ask("GET", path).status == 403, path
    for path in ("/v1/exceptions", "/v1/consents", "/v1/status"):
        assert doorway.home("GET", path).status == 401, path
        assert doorway.ask("GET", path, Authorization=f"Bearer {doorway.token}").status == 401, path
    assert doorway.ask("GET", "/v1/health", Authorization=f"Bearer {doorway.token}").json == {"ok": True}
    assert doorway.home("POST", "/v1/checks", {"action": "post", "site": "facebook"}).status == 403


@pytest.mark.parametrize(("method", "path"), WRITES)
def test_writes_come_from_the_page_alone(doorway: Doorway, method: str, path: str) -> None:
    """Origin, content type, our header, Sec-Fetch-Site, Host, length, token: each is needed, on each route that writes."""
    good = doorway.token
    assert good
    assert doorway.home(method, path, {}, Origin=None).status == 403
    assert doorway.home(method, path, {}, Origin="null").status == 403
    assert doorway.home(method, path, {}, Origin=EXTENSION_ORIGIN).status == 403
    assert doorway.home(method, path, {}, Origin="http://127.0.0.1:1").status == 403
    assert doorway.home(method, path, {}, Sec_Fetch_Site="same-site").status == 403
    assert doorway.home(method, path, {}, Content_Type="text/plain").status == 415
    assert doorway.home(method, path, {}, X_Second_Look=None).status == 403
    assert doorway.home(method, path, {}, Host="evil.example").status == 403
    assert doorway.home(method, path, {}, Content_Length=None).status == 411
    assert doorway.home(method, path, {}, Authorization=None).status == 401
    assert doorway.home(method, f"{path}?token={good}", {}, Authorization=None).status == 401
    unknown = doorway.home(method, path, {"zebulon_quist": 1})
    assert unknown.status == 422
    assert b"quist" not in unknown.body or unknown.json["field"] == "zebulon_quist"


@pytest.mark.parametrize("path", READS)
def test_reads_come_from_the_page_alone(doorway: Doorway, path: str) -> None:
    """Another port of this computer is the same site, and is refused all the same."""
    assert doorway.home("GET", path).status == 200
    assert doorway.home("GET", path, Sec_Fetch_Site="same-site").status == 403
    assert doorway.home("GET", path, Sec_Fetch_Site="cross-site").status == 403
    assert doorway.home("GET", path, Origin="http://127.0.0.1:1").status == 403
    assert doorway.home("GET", path, Authorization=None).status == 401
    assert doorway.home("GET", path, Authorization="Bearer " + "x" * 43).status == 401


@pytest.mark.parametrize("path", ["/home/nowhere", "/home/", "/home/codes", "/home/sessions"])
def test_what_is_no_route_is_closed(doorway: Doorway, path: str) -> None:
    """With the page's token as without."""
    assert doorway.home("GET", path).status in (401, 405)


def test_another_user_of_the_computer_cannot_sign_in(doorway: Doorway, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Linux a command line can be read by all; the kernel says whose connection it is, and only ours may use a code."""
    monkeypatch.setattr(peer.sys, "platform", "linux")
    user = peer.os.getuid()
    code = doorway.mint().json["code"]
    monkeypatch.setattr(peer.os, "getuid", lambda: user + 1)
    refused = doorway.home("POST", "/home/sessions", {"code": code}, Authorization=None)
    assert (refused.status, refused.json["code"]) == (403, "other-user")
    monkeypatch.setattr(peer.os, "getuid", lambda: user)
    assert doorway.home("POST", "/home/sessions", {"code": code}, Authorization=None).status == 200


def test_whose_connection_it_is_is_read_from_the_kernels_table(tmp_path) -> None:
    """IPv4, and IPv4 in IPv6 clothes as some programs connect; one that is not there belongs to nobody."""
    four, six = tmp_path / "tcp", tmp_path / "tcp6"
    rest = "01 00000000:00000000 00:00000000 00000000  1007        0 1 1"
    four.write_text(f"  sl\n 0: 0100007F:C350 0100007F:B9FF {rest}\n")
    mapped = "0000000000000000FFFF00000100007F"
    six.write_text(f"  sl\n 0: {mapped}:C351 {mapped}:B9FF {rest.replace('1007', '1008')}\n")
    tables = (tmp_path / "missing", four, six)
    assert peer.user_at(50000, 47615, tables) == 1007
    assert peer.user_at(50001, 47615, tables) == 1008
    assert peer.user_at(50002, 47615, tables) is None
