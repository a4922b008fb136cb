"""The one-time address of the home page, asked of the running agent by another program of the same person.

Only whoever can use the person's keyring (or read their 0600 key file) can make the key that mints a code. Before that key
is sent, whoever answers on the port must prove to be the agent. Called by `secondlook home`; the tray lives in the agent's
own process and uses `Agent.home_link` with `open_page`.
"""

from __future__ import annotations

import http.client
import json
import os
import secrets
import sys
import webbrowser
from typing import Any

from secondlook.api.proof import prove
from secondlook.config import EXTENSION, HOST, Home
from secondlook.errors import SecondLookError
from secondlook.keys import Keys
from secondlook.link import Link, home_address, read_link

_SECONDS = 5.0


class AgentAwayError(SecondLookError):
    """The agent of this home is not running, or something else answers in its place."""

    code, status, exit_code = "agent-away", 503, 4


def ask_for_link(home: Home) -> str:
    """A fresh address that opens the home page once, within a minute.

    Raises:
        AgentAwayError: nothing that can prove to be the agent answers.
        KeyUnavailableError: the key cannot be had.

    """
    link = read_link(home.link_file)
    if link is None:
        raise AgentAwayError("Second Look is not running. Start it with: secondlook run")
    keys = Keys(home)
    if not _proves(link, link.token(keys.derive)):
        raise AgentAwayError("Nothing that can prove to be Second Look answers. Start it again with: secondlook run")
    minted = _post(link, "/home/codes", b"", {"Authorization": f"Bearer {link.home_key(keys.derive)}"})
    code = minted.get("code")
    if not isinstance(code, str):
        raise AgentAwayError("Second Look did not give a link. Start it again with: secondlook run")
    return home_address(link.port, code)


def open_page(address: str) -> bool:
    """Show an address in the person's browser; False where there is no screen or no browser."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False


def _proves(link: Link, token: str) -> bool:
    nonce = secrets.token_hex(16)
    # As the extension asks: its origin, and no token before the proof.
    headers = {"Origin": f"chrome-extension://{EXTENSION['chromium_id']}"}
    answered = _post(link, "/v1/proof", json.dumps({"nonce": nonce}).encode("utf-8"), headers)
    return secrets.compare_digest(str(answered.get("mac")).encode(), prove(link, token, nonce).mac.encode())


def _post(link: Link, path: str, body: bytes, headers: dict[str, str]) -> dict[str, Any]:
    """The answer's JSON object; an empty one when there is none to be had."""
    connection = http.client.HTTPConnection(HOST, link.port, timeout=_SECONDS)
    try:
        connection.request("POST", path, body, {"Content-Type": "application/json", "X-Second-Look": "1", **headers})
        answer = connection.getresponse()
        held = json.loads(answer.read(10_000)) if answer.status == 200 else {}
    except (OSError, ValueError, http.client.HTTPException):
        return {}
    finally:
        connection.close()
    return held if isinstance(held, dict) else {}
