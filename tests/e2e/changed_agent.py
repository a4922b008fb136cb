"""A program with the agent's own port and token that proves itself and then answers as it is told: late, with errors, with rubbish.

No mock of ours stands in for the agent where it is right: this one plays an agent that is broken or of another version.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self

from agent_link import PairedAgent
from e2e.agent_process import AgentProcess
from secondlook.api.proof import prove
from secondlook.config import Home
from secondlook.keys import Keys, NoVaultError
from secondlook.link import Link, read_link, remove_link, write_link

Answer = tuple[int, bytes]


def _no_vault() -> Any:
    raise NoVaultError


class ChangedAgent:
    """Takes the place of the agent of a home; use as a context manager, after the agent has stopped."""

    def __init__(self, home: Home, *, answer: Callable[[str], Answer]) -> None:
        """Read the link while the agent still runs; `answer` gives status and body for a path other than the proof's."""
        link = read_link(home.link_file)
        assert link is not None, "no agent is running there"
        self.link: Link = link
        self._home = home
        self.token = link.token(Keys(home, _no_vault).derive)
        self.asked: list[str] = []
        self._answer = answer

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        here = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                here.asked.append(self.path)
                if self.path == "/v1/proof":
                    status, said = (
                        200,
                        prove(here.link, here.token, json.loads(body)["nonce"]).model_dump_json().encode(),
                    )
                else:
                    status, said = here._answer(self.path)
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

            do_GET = do_POST  # noqa: N815 - the standard library's names

            def log_message(self, *_: object) -> None:
                pass

        return Handler

    def __enter__(self) -> Self:
        ThreadingHTTPServer.allow_reuse_address = True
        self._server = ThreadingHTTPServer(("127.0.0.1", self.link.port), self._handler())
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        write_link(self._home.link_file, replace(self.link, pid=os.getpid()))  # the extension may ask where it is anew
        return self

    def __exit__(self, *_: object) -> None:
        remove_link(self._home.link_file, replace(self.link, pid=os.getpid()))
        self._server.shutdown()
        self._server.server_close()


def held_in_its_start(agent: AgentProcess, draft: str) -> ChangedAgent:
    """The agent's own answers, told as it tells them while the name model loads; a real start is over too soon to look at."""
    link = PairedAgent(agent.home)
    status = json.loads(link.ask("GET", "/v1/health")[1])
    status |= {"protection": "starting", "checked": status["checked"] | {"names": "loading"}}
    decision = link.check(draft)
    decision["checked"]["names"] = "loading"
    told = {"/v1/health": status, "/v1/checks": decision}
    return ChangedAgent(Home(agent.home), answer=lambda path: (200, json.dumps(told.get(path, {})).encode()))


def later(seconds: float, answer: Answer) -> Callable[[str], Answer]:
    """An answer that comes after the extension's deadline."""

    def wait(_path: str) -> Answer:
        threading.Event().wait(seconds)
        return answer

    return wait
