"""Waitress on 127.0.0.1, made stricter: exclusive bind, no chunked bodies, a deadline for slow senders, errors as problems.

Waitress listens on every address unless told otherwise; here the socket is made by us and bound to loopback alone.
Called by `app.py`.
"""

from __future__ import annotations

import contextlib
import socket
import sys
import threading
import time
from dataclasses import dataclass
from typing import Any

from waitress.channel import HTTPChannel
from waitress.parser import HTTPRequestParser, ParsingError
from waitress.server import TcpWSGIServer
from waitress.task import ErrorTask

from secondlook.api.guard import Wsgi
from secondlook.api.problems import refusal
from secondlook.config import HOST, MAX_BODY, PORTS, QUEUE, WORKERS
from secondlook.errors import PortTakenError, RefusedError

REQUEST_SECONDS = 10.0
"""From the first byte of a request to its last; a slower sender is cut off."""
MAX_HEADERS = 8 * 1024


class _Parser(HTTPRequestParser):
    """Refuses what the guard could no longer see, because waitress takes it out of the headers."""

    def parse_header(self, header_plus: bytes) -> None:
        lines = header_plus.lower().split(b"\r\n")
        if any(line.startswith(b"transfer-encoding") for line in lines):
            raise ParsingError("transfer coding")  # waitress wants a word; _ErrorTask does not show it
        super().parse_header(header_plus)


class _ErrorTask(ErrorTask):
    """Waitress quotes the offending line in its errors; ours say what kind of thing was wrong and no more."""

    def execute(self) -> None:
        code = int(self.request.error.code)
        sentences = {413: f"The body is larger than {MAX_BODY // 1024} KB.", 431: "The headers are too large."}
        words = {413: "too-large", 431: "headers-too-large"}
        error = RefusedError(
            sentences.get(code, "The request is not sound HTTP."), code=words.get(code, "bad-request"), status=code
        )
        answer = refusal(error)
        self.status = answer.status_line
        self.response_headers.extend([*answer.headers, ("Cache-Control", "no-store")])
        self.set_close_on_finish()
        self.content_length = len(answer.body)
        self.write(answer.body)


class _Channel(HTTPChannel):
    """A connection whose request must be complete within REQUEST_SECONDS."""

    parser_class = _Parser
    error_task_class = _ErrorTask
    begun: float | None = None

    def received(self, data: bytes) -> bool:
        if self.request is None:
            self.begun = time.monotonic()
        taken: bool = super().received(data)
        if self.request is None:
            self.begun = None
        return taken

    @property
    def late(self) -> bool:
        """Whether its request has been coming in for too long."""
        return self.begun is not None and time.monotonic() - self.begun > REQUEST_SECONDS


class _Server(TcpWSGIServer):
    """Waitress with our channel, on a socket that we bound."""

    channel_class = _Channel

    def set_reuse_addr(self) -> None:
        """Leave the socket as we made it: on Windows reuse would let another program bind the same port."""

    def maintenance(self, now: float) -> None:
        super().maintenance(now)
        for channel in self.active_channels.values():
            if channel.late:
                channel.will_close = True


def bind(ports: tuple[int, ...] = PORTS) -> socket.socket:
    """A socket bound, alone, to the first free port of the list on 127.0.0.1. Port 0 takes any free one.

    Raises:
        PortTakenError: none is free.

    """
    for port in ports:
        listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        if sys.platform == "win32":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            # On POSIX this only lets a port in TIME_WAIT be taken again; a listening one stays refused.
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
            listener.listen(128)
        except OSError:
            listener.close()
            continue
        return listener
    taken = f"Port {ports[0]} is" if len(ports) == 1 else f"Ports {ports[0]} to {ports[-1]} are"
    raise PortTakenError(f"{taken} taken on this computer. Stop the other program, or choose one with --port.")


@dataclass
class RunningServer:
    """A server on its own thread.

    Attributes:
        port: where it listens.

    """

    port: int
    _server: Any
    _thread: threading.Thread
    _ended: threading.Event

    @property
    def alive(self) -> bool:
        """Whether it still serves."""
        return self._thread.is_alive()

    def stop(self) -> None:
        """Close the port and every connection; checks that run are not waited for longer than two seconds."""
        self._ended.set()
        with contextlib.suppress(OSError):  # the loop may have seen `ended` by itself and closed its trigger
            self._server.pull_trigger()
        self._thread.join(timeout=5)


def serve(application: Wsgi, listener: socket.socket) -> RunningServer:
    """Serve a guarded application on a bound socket, on a thread of its own."""
    server = _Server(
        application,
        _sock=listener,
        bind_socket=False,
        # More threads than checks may run or wait, so that health and refusals are answered at once.
        threads=WORKERS + QUEUE + 4,
        max_request_body_size=MAX_BODY + 1,  # waitress refuses from this size on
        max_request_header_size=MAX_HEADERS,
        channel_timeout=60,
        cleanup_interval=2,
        connection_limit=200,
        ident=None,
        asyncore_use_poll=sys.platform != "win32",
    )
    ended = threading.Event()
    thread = threading.Thread(target=_loop, args=(server, ended), name="server", daemon=True)
    thread.start()
    return RunningServer(listener.getsockname()[1], server, thread, ended)


def _loop(server: Any, ended: threading.Event) -> None:
    """Waitress's own loop, one turn at a time, so that it can be ended from outside and closes on its own thread."""
    poll = sys.platform != "win32"
    while not ended.is_set():
        server.asyncore.loop(timeout=1, use_poll=poll, map=server._map, count=1)  # noqa: SLF001  no public way
    server.accepting = False
    server.task_dispatcher.shutdown(timeout=2)
    server.asyncore.close_all(server._map, ignore_all=True)  # noqa: SLF001  no public way
