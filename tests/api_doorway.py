"""A real waitress behind the real guard on a free port, with a plain agent behind it that remembers what reached it."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache, cached_property
from pathlib import Path
from typing import Any, NoReturn
from zoneinfo import ZoneInfo

import pytest

from secondlook.api.budget import Budget
from secondlook.api.guard import Door, guarded
from secondlook.api.home.door import HomeDoor
from secondlook.api.proof import prove
from secondlook.api.routes import make_application
from secondlook.api.server import RunningServer, bind, serve
from secondlook.config import EXTENSION, Home, shipped
from secondlook.configured import Configuration
from secondlook.contract import (
    Attempt,
    Checked,
    Consent,
    Decision,
    KeptConsent,
    LinkReport,
    Pause,
    Proof,
    Status,
    StatusReport,
    Today,
)  # fmt: skip
from secondlook.detection.names import NO_NAMES, NameBook
from secondlook.keys import Keys, NoVaultError
from secondlook.link import Link
from secondlook.mine import Mine
from secondlook.my_people import MyPeople
from secondlook.policy.load import load_policy
from secondlook.policy.policy import Policy
from secondlook.policy.site import Sites, sites_in_force
from secondlook.store import Store

TOKEN = "ab" * 32
HOME_KEY = "cd" * 32
NOW = datetime(2026, 11, 23, 10, 0, tzinfo=ZoneInfo("America/New_York"))
"""A Monday in the school year."""
EXTENSION_ORIGIN = f"chrome-extension://{EXTENSION['chromium_id']}"
CHECKED = Checked(roster="fresh", names="ready", calendar="missing", rules="sha256:0")


@dataclass
class PlainAgent:
    """Answers every attempt with `allow`. The detection behind the real one is tested elsewhere; here it is the door."""

    port: int
    seen: list[tuple[str, Attempt, str]] = field(default_factory=list)
    told: list[object] = field(default_factory=list)
    people: MyPeople = field(kw_only=True)
    mine: Mine = field(kw_only=True)
    staff: NameBook = NO_NAMES
    trouble: Exception | None = None

    def check(self, attempt: Attempt, language: str) -> Decision:
        return self._decide("real", attempt, language)

    def practise(self, attempt: Attempt, language: str) -> Decision:
        return self._decide("invented", attempt, language)

    def sites(self) -> Sites:
        return sites_in_force(load_policy(shipped("shared_rules")).sites.values())

    def practice_names(self) -> list[str]:
        return ["Emma Rodrigues", "Liam O'Malley <b>"]

    def status(self) -> Status:
        return Status(ok=True, version="0", protection="protected", checked=CHECKED)

    def report(self, language: str) -> StatusReport:
        link = LinkReport(name="agent", level="ok", title=language, says="Running.")
        return StatusReport(protection="protected", says="On.", version="0", today="normal", links=[link])

    def pause(self, said: Pause) -> None:
        self.told.append(said)

    def prove(self, nonce: str) -> Proof:
        return prove(Link(self.port, started="2026-09-01T08:00:00+00:00", version="0"), TOKEN, nonce)

    def add_consent(self, given: Consent) -> KeptConsent:
        return self.people.add_consent(given, self.staff)

    def say_today(self, said: Today) -> None:
        self.told.append(said)

    def say_for_school(self, site: str) -> None:
        self.told.append(site)

    def _decide(self, roster: str, attempt: Attempt, language: str) -> Decision:
        if self.trouble:
            raise self.trouble
        self.seen.append((roster, attempt, language))
        return Decision(id="1", verdict="allow", findings=[], warnings=[], checked=CHECKED)


@dataclass(frozen=True)
class Answer:
    """A raw HTTP answer, parsed."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Doorway:
    """The running server and ways to knock."""

    server: RunningServer
    agent: PlainAgent
    door: Door

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server.port}"

    def send(self, raw: bytes, *, hang_up: bool = False) -> Answer | None:
        """Send bytes as they are; None when the server closed without an answer."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=5) as connection:
            connection.sendall(raw)
            if hang_up:
                connection.shutdown(socket.SHUT_WR)
            return read_answer(connection)

    def ask(self, method: str, path: str, body: bytes = b"", **changed: str | None) -> Answer:
        """A request as the extension makes it; `changed` adds or (None) leaves out headers, `_` standing for `-`."""
        headers: dict[str, str] = {
            "Host": self.host,
            "Origin": EXTENSION_ORIGIN,
            "Sec-Fetch-Site": "none",
            "Authorization": f"Bearer {TOKEN}",
            "X-Second-Look": "1",
            "Content-Type": "application/json",
        }
        if body or method == "POST":
            headers["Content-Length"] = str(len(body))
        for name, value in changed.items():
            real = next(
                (known for known in headers if known.lower() == name.lower().replace("_", "-")), name.replace("_", "-")
            )
            if value is None:
                headers.pop(real, None)
            else:
                headers[real] = value
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items())]
        answer = self.send("\r\n".join([*lines, "", ""]).encode("latin-1") + body)
        assert answer is not None, "the server answered nothing"
        return answer

    def home(self, method: str, path: str, body: Any = None, **changed: str | None) -> Answer:
        """A request as the home page makes it, in its own origin; sign in first (`token`), or bring another header."""
        own: dict[str, str | None] = {
            "Origin": None if method == "GET" else f"http://{self.host}",
            "Sec_Fetch_Site": "same-origin",
        }
        given = b"" if body is None else body if isinstance(body, bytes) else json.dumps(body).encode()
        if "Authorization" not in changed:
            own["Authorization"] = f"Bearer {self.token}"
        return self.ask(method, path, given, **(own | changed))

    @cached_property
    def token(self) -> str:
        """A home token, got as a person's program and the page get one."""
        code = self.mint().json["code"]
        return str(self.home("POST", "/home/sessions", {"code": code}, Authorization=None).json["token"])

    def mint(self, **changed: str | None) -> Answer:
        """Ask for a code as `secondlook home` does."""
        headers = {"Origin": None, "Sec_Fetch_Site": None, "Authorization": f"Bearer {HOME_KEY}"}
        return self.ask("POST", "/home/codes", **(headers | changed))

    def post(self, attempt: Any, path: str = "/v1/checks", **changed: str | None) -> Answer:
        body = attempt if isinstance(attempt, bytes) else json.dumps(attempt).encode()
        return self.ask("POST", path, body, **changed)


def read_answer(connection: socket.socket) -> Answer | None:
    """Read one answer off a connection."""
    held = b""
    while b"\r\n\r\n" not in held:
        try:
            more = connection.recv(65_536)
        except ConnectionResetError:
            more = b""
        if not more:
            return None
        held += more
    head, _, body = held.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    while len(body) < int(headers.get("content-length", "0")):
        body += connection.recv(65_536)
    return Answer(int(first.split()[1]), headers, body)


def no_vault() -> NoReturn:
    raise NoVaultError


@cache
def policy_of_ours() -> Policy:
    return load_policy(shipped("shared_rules"))


@pytest.fixture
def doorway(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Doorway]:
    monkeypatch.setenv("SECONDLOOK_DISTRICT_SETTINGS", str(tmp_path / "district.json"))
    listener = bind((0,))
    port = listener.getsockname()[1]
    store = Store(Home(tmp_path).store_file)
    home = Home(tmp_path)
    people = MyPeople(store, Keys(home, no_vault, "linux"), NOW.date)
    settings = Configuration(home)
    mine = Mine(home, store, settings, policy_of_ours(), settings.refresh, people.reload, lambda: NOW)
    agent, door = PlainAgent(port, people=people, mine=mine), Door(port, TOKEN, home=HomeDoor(HOME_KEY))
    budget = Budget()
    server = serve(guarded(make_application(agent, door, budget).wsgi_app, door), listener)
    yield Doorway(server, agent, door)
    server.stop()
    budget.close()
    store.close()
