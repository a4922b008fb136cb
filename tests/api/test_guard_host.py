"""Host, target and framing: what stops DNS rebinding and request smuggling. Numbers are those of the bad inputs we list."""

from __future__ import annotations

import socket
import time

import pytest

from api_doorway import EXTENSION_ORIGIN, TOKEN, Doorway, read_answer

HOSTS = {
    "1 foreign": "evil.example",
    "2 foreign with our port": "evil.example:{port}",
    "3 empty": "",
    "6 ours as a prefix": "127.0.0.1.evil.example:{port}",
    "7 localhost as a prefix": "localhost.evil.example:{port}",
    "8 trailing dot": "localhost.:{port}",
    "10 IPv6 loopback": "[::1]:{port}",
    "10 IPv4 inside IPv6": "[::ffff:127.0.0.1]:{port}",
    "11 any address": "0.0.0.0:{port}",
    "12 short form": "127.1:{port}",
    "12 decimal form": "2130706433:{port}",
    "12 hexadecimal form": "0x7f.1:{port}",
    "13 wrong port": "127.0.0.1:1",
    "13 no port": "127.0.0.1",
    "13 no port, by name": "localhost",
    "14 a space inside": "127.0.0.1 :{port}",
    "credentials before it": "user@127.0.0.1:{port}",
    "a list": "127.0.0.1:{port}, evil.example",
}


@pytest.mark.parametrize("host", HOSTS.values(), ids=HOSTS)
def test_any_other_host_is_refused_on_every_route(doorway: Doorway, host: str) -> None:
    """Only the two exact names with our port pass, whatever the route, the token or the method; the answer is bare."""
    for method, path in (
        ("GET", "/v1/health"),
        ("GET", "/practice"),
        ("POST", "/v1/checks"),
        ("GET", "/nowhere"),
        ("OPTIONS", "/"),
    ):
        answer = doorway.ask(method, path, Host=host.format(port=doorway.server.port))
        assert answer.status in (400, 403), (method, path)
        assert b"second" not in answer.body.lower(), "a rebound page may read this, so it does not say who we are"


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "LocalHost:{port}"])
def test_the_two_names_pass_in_any_case(doorway: Doorway, host: str) -> None:
    """9: host names know no case."""
    assert doorway.ask("GET", "/v1/health", Host=host.format(port=doorway.server.port)).status == 200


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_a_request_without_host_is_refused(doorway: Doorway, version: str) -> None:
    """4: no Host at all, also in HTTP/1.0 where it is optional."""
    answer = doorway.send(f"GET /v1/health HTTP/{version}\r\n\r\n".encode())
    assert answer is not None
    assert answer.status == 403


@pytest.mark.parametrize("second", ["{host}", "evil.example"])
def test_two_hosts_are_refused(doorway: Doorway, second: str) -> None:
    """5: exactly one Host line, even if both are right."""
    raw = f"GET /v1/health HTTP/1.1\r\nHost: {doorway.host}\r\nHost: {second.format(host=doorway.host)}\r\n\r\n"
    answer = doorway.send(raw.encode())
    assert answer is not None
    assert answer.status == 403


@pytest.mark.parametrize("odd", [b"\x00", b"\r", b"\x0b", b"\n x"])
def test_control_characters_in_host_are_refused(doorway: Doorway, odd: bytes) -> None:
    """14: NUL, a bare CR, a vertical tab and a folded line in Host."""
    answer = doorway.send(b"GET /v1/health HTTP/1.1\r\nHost: " + doorway.host.encode() + odd + b"\r\n\r\n")
    assert answer is None or answer.status in (400, 403)


@pytest.mark.parametrize(
    "target",
    [
        "http://evil.example/v1/health",
        "http://127.0.0.1/v1/health",
        "//evil.example/v1/health",
        "//v1/health",
        "/v1//health",
        "/v1/../v1/health",
        "/%2e%2e/v1/health",
        "/v1/%68ealth",
        "/v1/health;x=1",
        "/v1/health#x",
        "*",
    ],
)
def test_odd_targets_are_refused(doorway: Doorway, target: str) -> None:
    """15 and 17: absolute form, doubled slashes, dots and escapes; a path has one spelling here."""
    assert doorway.ask("GET", target).status == 400


def test_forwarding_headers_change_nothing(doorway: Doorway) -> None:
    """16: what a proxy might say is not believed, neither for good nor for ill."""
    forwarded = {"X_Forwarded_Host": "127.0.0.1", "Forwarded": "host=127.0.0.1", "X_Forwarded_For": "10.0.0.1"}
    assert doorway.ask("GET", "/v1/health", **forwarded).status == 200
    assert doorway.ask("GET", "/v1/health", Host="evil.example", X_Forwarded_Host=doorway.host).status == 403


@pytest.mark.parametrize("coding", ["chunked", "gzip, chunked", "identity", "xchunked"])
def test_transfer_encoding_is_refused(doorway: Doorway, coding: str) -> None:
    """50: chunked bodies, with or without a length, never reach a route; a chunk without end holds nothing up."""
    head = f"POST /v1/checks HTTP/1.1\r\nHost: {doorway.host}\r\nAuthorization: Bearer {TOKEN}\r\nOrigin: {EXTENSION_ORIGIN}\r\n"
    for length in ("", "Content-Length: 5\r\n"):
        answer = doorway.send(f"{head}{length}Transfer-Encoding: {coding}\r\n\r\n5\r\nhello".encode())
        assert answer is not None
        assert 400 <= answer.status < 502
    assert doorway.agent.seen == []


def test_upgrade_and_compressed_bodies_are_refused(doorway: Doorway) -> None:
    """33 and 52: no WebSocket, and no compressed body that could be a bomb."""
    assert doorway.ask("GET", "/v1/health", Upgrade="websocket", Connection="Upgrade").status == 400
    assert doorway.post({}, Content_Encoding="gzip").status == 415


def test_a_slow_sender_is_cut_off_and_holds_nobody_up(doorway: Doorway, monkeypatch: pytest.MonkeyPatch) -> None:
    """51: one byte now and then keeps neither a worker nor, past the deadline, a connection."""
    monkeypatch.setattr("secondlook.api.server.REQUEST_SECONDS", 0.5)
    with socket.create_connection(("127.0.0.1", doorway.server.port), timeout=10) as slow:
        slow.sendall(b"POST /v1/checks HTTP/1.1\r\nHost: ")
        assert doorway.ask("GET", "/v1/health").status == 200
        deadline = time.monotonic() + 10
        closed = False
        while not closed and time.monotonic() < deadline:
            try:
                slow.sendall(b"x")
                slow.settimeout(0.2)
                closed = slow.recv(1) == b""
            except TimeoutError:
                continue
            except OSError:
                closed = True
        assert closed, "the connection was kept open"


def test_the_server_listens_on_loopback_alone(doorway: Doorway) -> None:
    """Nothing answers on the machine's other addresses."""
    others = {info[4][0] for info in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)} - {"127.0.0.1"}
    for address in others | {"127.0.0.2"}:
        with socket.socket() as knock:
            knock.settimeout(1)
            assert knock.connect_ex((address, doorway.server.port)) != 0


def test_two_requests_on_one_connection_are_both_guarded(doorway: Doorway) -> None:
    """A good first request opens nothing for a second one on the same connection."""
    with socket.create_connection(("127.0.0.1", doorway.server.port), timeout=5) as connection:
        connection.sendall(f"GET /v1/health HTTP/1.1\r\nHost: {doorway.host}\r\n\r\n".encode())
        first = read_answer(connection)
        connection.sendall(b"GET /v1/health HTTP/1.1\r\nHost: evil.example\r\n\r\n")
        second = read_answer(connection)
    assert first is not None
    assert first.status == 200
    assert second is not None
    assert second.status == 403
