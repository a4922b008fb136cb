"""The agent's proof: an HMAC that only the holder of the session token can make over the client's fresh nonce.

The extension asks for it before any text or token leaves, so that a program squatting on the port gets nothing. Pure.
"""

from __future__ import annotations

import hashlib
import hmac

from secondlook.contract import Proof
from secondlook.link import Link


def prove(link: Link, token: str, nonce: str) -> Proof:
    """Answer a nonce for this start of the agent."""
    message = f"{nonce}|{link.port}|{link.version}|{link.started}".encode()
    mac = hmac.new(token.encode("utf-8"), message, hashlib.sha256).hexdigest()
    return Proof(port=link.port, version=link.version, started=link.started, mac=mac)
