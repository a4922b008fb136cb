"""Which user of this computer is at the other end of a loopback connection. Linux says so in /proc/net/tcp; others do not.

The address with the code passes through the browser's command line, which on Linux every user of the computer can read
for a moment. So there a code is taken from the agent's own user alone. Called by the sign-in route.
"""

from __future__ import annotations

import os
import socket
import struct
import sys
from collections.abc import Iterable
from pathlib import Path

from secondlook.errors import RefusedError

_TABLES = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
_MAPPED = "0000000000000000FFFF0000"
"""How /proc/net/tcp6 writes the front of an IPv4 address in IPv6 clothes."""


def check_peer(client_port: int, our_port: int) -> None:
    """Refuse a connection that another user of this computer made, or one that the system does not know of.

    Raises:
        RefusedError: 403, `other-user`.

    """
    if not sys.platform.startswith("linux"):
        return
    if user_at(client_port, our_port) != os.getuid():
        raise RefusedError("Only the person whose computer session this is can sign in.", code="other-user", status=403)


def user_at(client_port: int, our_port: int, tables: Iterable[Path] = _TABLES) -> int | None:
    """The user id that owns the client's socket, or None when it cannot be told.

    Args:
        client_port: theirs.
        our_port: ours; both are on 127.0.0.1.
        tables: in the format of proc(5), /proc/net/tcp.

    """
    wanted = f"{_written(client_port)} {_written(our_port)}"
    for table in tables:
        try:
            lines = table.read_text(encoding="ascii").splitlines()[1:]
        except (OSError, ValueError):
            continue
        for line in lines:
            fields = line.split()
            if len(fields) > 7 and " ".join(fields[1:3]).replace(_MAPPED, "") == wanted:
                return int(fields[7])
    return None


def _written(port: int) -> str:
    """127.0.0.1 and a port, as the kernel writes them: the address in the machine's byte order."""
    (address,) = struct.unpack("=I", socket.inet_aton("127.0.0.1"))
    return f"{address:08X}:{port:04X}"
