"""The one-time address of the home page, asked of the running agent by another program of the same person.

Only whoever can use the person's keyring (or read their 0600 key file) can make the key that mints a code. Before that key
is sent, whoever answers on the port must prove to be the agent. Called by `secondlook home`; the tray lives in the agent's
own process and uses `Agent.home_link`.
"""

from __future__ import annotations

import http.client
import json

from secondlook.agent_proof import proves
from secondlook.config import HOST, Home
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
    code = _code(link, link.token(keys.derive), link.home_key(keys.derive))
    if code is None:
        raise AgentAwayError("Nothing that can prove to be Second Look answers. Start it again with: secondlook run")
    return home_address(link.port, code)


def _code(link: Link, token: str, key: str) -> str | None:
    """A code of the agent's, or None when it does not answer or does not prove itself; the key goes out after the proof."""
    connection = http.client.HTTPConnection(HOST, link.port, timeout=_SECONDS)
    headers = {"Content-Type": "application/json", "X-Second-Look": "1", "Authorization": f"Bearer {key}"}
    try:
        if not proves(connection, link, token):
            return None
        connection.request("POST", "/home/codes", b"", headers)
        answer = connection.getresponse()
        return str(json.loads(answer.read(10_000))["code"]) if answer.status == 200 else None
    except (OSError, ValueError, KeyError, TypeError, http.client.HTTPException):
        return None
    finally:
        connection.close()
