"""Lets whoever answers on the agent's port prove to be the agent, before anything of worth is sent on the same connection.

Called by `doctor.py` and `home_link.py`; the extension does the same for itself.
"""

from __future__ import annotations

import http.client
import json
import secrets

from secondlook.api.proof import prove
from secondlook.config import EXTENSION
from secondlook.link import Link


def proves(connection: http.client.HTTPConnection, link: Link, token: str) -> bool:
    """Whether the other end knows the session token of this start.

    Raises:
        OSError, ValueError, http.client.HTTPException: it does not answer, or not in our way.

    """
    nonce = secrets.token_hex(16)
    headers = {
        "Content-Type": "application/json",
        "X-Second-Look": "1",
        "Origin": f"chrome-extension://{EXTENSION['chromium_id']}",  # as the extension asks: no token before the proof
    }
    connection.request("POST", "/v1/proof", json.dumps({"nonce": nonce}), headers)
    answer = json.loads(connection.getresponse().read(10_000))
    # Whoever has proved itself is at the end of this connection; a new one, made without a word, might lead elsewhere.
    connection.auto_open = 0
    expected = prove(link, token, nonce).mac
    return isinstance(answer, dict) and secrets.compare_digest(str(answer.get("mac")).encode(), expected.encode())
