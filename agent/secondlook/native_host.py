"""The native-messaging host: the browser starts it, asks for the agent's port and token over stdin, and it ends.

Frames are four bytes of length in the machine's order, then JSON (Chrome's native-messaging protocol; Firefox's is the
same). It answers `{"kind": "hello"}` and refuses all else. Nothing but frames may reach stdout. No heavy import: each
call is a process of its own, and the extension waits for it.
"""

from __future__ import annotations

import json
import struct
import sys
from typing import Any, BinaryIO

from secondlook.config import Home
from secondlook.errors import SecondLookError
from secondlook.keys import Keys
from secondlook.link import read_link

MAX_FRAME = 4 * 1024
"""Bytes; a hello has twenty. The browser would let up to 64 MiB through."""


def serve_browser(home: Home, source: BinaryIO, sink: BinaryIO) -> int:
    """Answer frames until the browser closes the pipe. Returns the exit status: 0, or 1 after a broken frame."""
    keys = Keys(home)
    while True:
        header = source.read(4)
        if not header:
            return 0
        length = struct.unpack("=I", header)[0] if len(header) == 4 else 0
        if not 0 < length <= MAX_FRAME:
            # What follows cannot be told from the next frame any more, so this is the end of the talk.
            _write(sink, _refusal("bad-frame", "The frame's length is not acceptable."))
            return 1
        body = source.read(length)
        if len(body) < length:
            _write(sink, _refusal("bad-frame", "The frame is shorter than it says."))
            return 1
        _write(sink, _answer(body, home, keys))


def _answer(body: bytes, home: Home, keys: Keys) -> dict[str, Any]:
    try:
        message = json.loads(body)
    except (ValueError, RecursionError):
        return _refusal("bad-message", "The message is not JSON.")
    if message != {"kind": "hello"}:
        return _refusal("bad-message", "Only hello is answered here.")
    link = read_link(home.link_file)
    if link is None:
        return _refusal("agent-away", "Second Look is not running.")
    try:
        return {"port": link.port, "token": link.token(keys.derive), "version": link.version}
    except SecondLookError as error:
        return _refusal(error.code, error.sentence)


def _refusal(code: str, sentence: str) -> dict[str, Any]:
    return {"error": code, "detail": sentence}


def _write(sink: BinaryIO, answer: dict[str, Any]) -> None:
    body = json.dumps(answer).encode("utf-8")
    sink.write(struct.pack("=I", len(body)) + body)
    sink.flush()


def run(home: Home) -> int:
    """The host on this process's own pipes; anything printed by accident goes to stderr."""
    source, sink = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr
    try:
        return serve_browser(home, source, sink)
    except (BrokenPipeError, ConnectionError):
        return 0
