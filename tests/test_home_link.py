"""`secondlook home` beside a real agent: the link it prints signs in, nobody else's key does, and it says so when it cannot."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest

from e2e.agent_process import AgentProcess
from secondlook.commands import home as command
from secondlook.config import Home
from secondlook.home_link import AgentAwayError, ask_for_link
from secondlook.link import Link, write_link


@pytest.fixture(scope="module")
def agent(tmp_path_factory):
    running = AgentProcess(tmp_path_factory.mktemp("home"))
    running.more_environment["DBUS_SESSION_BUS_ADDRESS"] = "unix:path=/nonexistent"
    running.start()
    yield running
    running.stop()


def printed(home: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "secondlook", "home", "--print", "--home", str(home), *more],
        capture_output=True,
        text=True,
        check=False,
    )


def ask(port: int, method: str, path: str, body: object, token: str = "") -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    headers = {"Origin": f"http://127.0.0.1:{port}", "Content-Type": "application/json", "X-Second-Look": "1"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    connection.request(method, path, json.dumps(body), headers)
    answer = connection.getresponse()
    return answer.status, answer.read()


def swap(port: int, code: str) -> tuple[int, dict[str, str]]:
    status, answer = ask(port, "POST", "/home/sessions", {"code": code})
    return status, json.loads(answer)


def test_the_printed_link_signs_in_once(agent):
    """The code stands in the fragment, nothing in the query, and each run gives another."""
    first, second = (printed(agent.home).stdout.splitlines()[0] for _ in range(2))
    assert first != second
    address, _, code = first.partition("#code=")
    assert address == f"http://127.0.0.1:{agent.port}/home"
    assert swap(agent.port, code)[0] == 200
    assert swap(agent.port, code)[1]["code"] == "used-code"


def test_the_code_is_in_no_file_and_no_log(agent):
    """Neither the code nor the token it gave."""
    code = printed(agent.home).stdout.splitlines()[0].partition("#code=")[2]
    token = swap(agent.port, code)[1]["token"]
    for path in agent.home.rglob("*"):
        if path.is_file():
            held = path.read_bytes()
            assert code.encode() not in held, path.name
            assert token.encode() not in held, path.name


def test_nothing_typed_into_the_page_is_found_anywhere(agent):
    """Names, posts and mistakes go through the page's routes; no file, log or refusal of the agent repeats them."""
    code = printed(agent.home).stdout.splitlines()[0].partition("#code=")[2]
    token = swap(agent.port, code)[1]["token"]
    post = {"action": "post", "site": "facebook", "text": "Zebulon Quistgard has a xylophone-allergy"}
    tried = [
        ("POST", "/home/exceptions", {"name": "Zebulon Quistgard", "kind": "own_child"}, 204),
        ("POST", "/home/checks", post, 200),
        ("POST", "/home/checks", post | {"zebulon": "Quistgard"}, 422),
        ("POST", "/home/consents", {"name": "Zebulon Quistgard"}, 422),
        ("POST", "/home/hours", {"staff_group": "Zebulon"}, 422),
        ("POST", "/home/accounts", {"name": " ", "id": " "}, 422),
        ("DELETE", "/home/exceptions", {"name": "Zebulon Quistgard", "why": "Quistgard"}, 422),
        ("POST", "/home/zebulon-quistgard", {}, 403),
    ]
    for method, path, body, expected in tried:
        status, answer = ask(agent.port, method, path, body, token)
        assert status == expected, path
        assert expected == 200 or b"Quistgard" not in answer, path
    for path in agent.home.rglob("*"):
        if path.is_file():
            held = path.read_bytes().lower()
            assert not any(word in held for word in (b"zebulon", b"quistgard", b"xylophone")), path.name


def test_without_an_agent_it_says_how_to_start_one(tmp_path):
    """One sentence, its own exit status."""
    done = printed(tmp_path)
    assert done.returncode == 4
    assert done.stderr.strip() == "Second Look is not running. Start it with: secondlook run"


def test_a_program_that_squats_on_the_port_gets_no_key(tmp_path):
    """It cannot answer the proof, so it is sent a nonce and nothing else."""
    asked: list[tuple[str, str | None, bytes]] = []

    class Squatter(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            asked.append((self.path, self.headers["Authorization"], body))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b'{"mac": "00", "code": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}')

        def log_message(self, *_: object) -> None:
            """Quiet."""

    with HTTPServer(("127.0.0.1", 0), Squatter) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        home = Home(tmp_path)
        write_link(home.link_file, Link(server.server_port))
        home.key_file.write_text("ab" * 32)
        home.key_file.chmod(0o600)
        with pytest.raises(AgentAwayError):
            ask_for_link(home)
        server.shutdown()
    assert [(path, bearer) for path, bearer, _ in asked] == [("/v1/proof", None)]
    assert [list(json.loads(body)) for _, _, body in asked] == [["nonce"]]


def test_a_dead_port_is_no_agent(tmp_path):
    """A link file that outlived its agent."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    home = Home(tmp_path)
    write_link(home.link_file, Link(port))
    home.key_file.write_text("ab" * 32)
    home.key_file.chmod(0o600)
    with pytest.raises(AgentAwayError):
        ask_for_link(home)


def test_with_a_browser_the_link_is_opened_and_not_printed(agent, monkeypatch, capsys):
    """What stands in the terminal's history opens nothing."""
    opened: list[str] = []
    monkeypatch.setattr(command, "open_page", lambda address: opened.append(address) or True)
    from secondlook.cli import main

    assert main(["home", "--home", str(agent.home)]) == 0
    out = capsys.readouterr().out
    assert len(opened) == 1
    assert "#code=" in opened[0]
    assert "code" not in out
