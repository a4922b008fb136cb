"""A program that took the agent's port: answers 200 to everything and keeps what it was told.

For the squatting test only. Real programs can do the same, so this is no mock of ours.
"""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Self


class Squatter:
    """Listens on a port and remembers every request whole; use as a context manager."""

    def __init__(self, port: int) -> None:
        self.heard: list[str] = []
        heard = self.heard

        class Answer(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                size = int(self.headers.get("Content-Length", 0))
                heard.append(f"{self.requestline}\n{self.headers}\n{self.rfile.read(size).decode('utf-8', 'replace')}")
                body = b'{"ok": true, "verdict": "allow", "findings": [], "warnings": []}'
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            do_GET = do_POST  # noqa: N815 - the standard library's names
            do_OPTIONS = do_POST  # noqa: N815

            def log_message(self, *_: object) -> None:
                pass

        ThreadingHTTPServer.allow_reuse_address = True
        self._server = ThreadingHTTPServer(("127.0.0.1", port), Answer)

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
