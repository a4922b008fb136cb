"""A client of a running agent, as the extension is one: link file and key of the home, then HTTP with the token."""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from typing import Any

from secondlook.config import EXTENSION, Home
from secondlook.keys import Keys, NoVaultError
from secondlook.link import read_link


def _no_vault() -> Any:
    raise NoVaultError


class PairedAgent:
    """Talks to the agent of a home whose key lies in the key file."""

    def __init__(self, home: Path) -> None:
        link = read_link(Home(home).link_file)
        assert link is not None, "no agent is running there"
        self.port = link.port
        self._token = link.token(Keys(Home(home), _no_vault).derive)

    def post(self, path: str, body: Any) -> tuple[int, bytes]:
        """Status and body of a POST as the extension makes it."""
        return self.ask("POST", path, body)

    def ask(self, method: str, path: str, body: Any = None) -> tuple[int, bytes]:
        """Status and body of any request as the extension makes it."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        headers = {
            "Authorization": f"Bearer {self._token}",
            "Content-Type": "application/json",
            "X-Second-Look": "1",
            "Origin": f"chrome-extension://{EXTENSION['chromium_id']}",
        }
        try:
            given = body if body is None or isinstance(body, bytes) else json.dumps(body)
            connection.request(method, path, given, headers)
            answer = connection.getresponse()
            return answer.status, answer.read()
        finally:
            connection.close()

    def check(self, text: str) -> Any:
        """The decision on a personal Facebook post."""
        status, body = self.post(
            "/v1/checks", {"action": "post", "site": "facebook", "account": {"kind": "personal"}, "text": text}
        )
        assert status == 200, body
        return json.loads(body)


def health(port: int) -> bool:
    """Whether an agent answers there; anybody may ask."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/v1/health")
        return json.loads(connection.getresponse().read()) == {"ok": True}
    except (OSError, ValueError):
        return False
    finally:
        connection.close()
