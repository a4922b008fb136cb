"""Answers checks, proofs and health without Flask: loading it would be a third of the start, and a first check must not wait.

Sits behind the guard, in front of the routes. Only a request in perfect order is answered here, as the routes would answer
it; whatever is odd about one is left to them, who word it. Flask is loaded with the first request that needs it (the
practice page, the person's own settings), and then answers everything. Called by `app.py`.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable
from importlib import import_module
from io import BytesIO
from typing import Any

from pydantic import BaseModel, ValidationError

from secondlook.api.budget import Budget
from secondlook.api.guard import Door, Environ, StartResponse, Wsgi, has_token
from secondlook.api.languages import preferred
from secondlook.api.problems import refusal, unforeseen
from secondlook.api.service import Service
from secondlook.api.strict_json import parse_object
from secondlook.config import MAX_BODY
from secondlook.contract import Attempt, Health, Language, ProofRequest
from secondlook.errors import SecondLookError

Answer = Callable[[], BaseModel]
_log = logging.getLogger("secondlook.api")


class FirstAnswers:
    """The application, whole or not yet."""

    def __init__(self, service: Service, door: Door, budget: Budget) -> None:
        self._service, self._door, self._budget = service, door, budget
        self._whole: Wsgi | None = None
        self._building = threading.Lock()
        self.answered = threading.Event()
        """Set by the first answered check."""

    def __call__(self, environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        """Answer one request (WSGI)."""
        if self._whole is None:
            answer = self._answer_to(environ)
            if answer is not None:
                return _send(answer, start_response)
        return self.complete()(environ, start_response)

    def complete(self) -> Wsgi:
        """The routes with all there is, Flask loaded if it was not yet."""
        with self._building:
            if self._whole is None:
                routes: Any = import_module("secondlook.api.routes")
                self._whole = routes.make_application(self._service, self._door, self._budget).wsgi_app
        return self._whole

    def _answer_to(self, environ: Environ) -> Answer | None:
        """How to answer a request that is in perfect order, else None."""
        method, path = str(environ["REQUEST_METHOD"]), str(environ["PATH_INFO"])
        if (method, path) == ("GET", "/v1/health"):
            return self._service.status if has_token(environ, self._door) else lambda: Health(ok=True)
        if method != "POST" or path not in ("/v1/checks", "/v1/proof"):
            return None
        length = str(environ.get("CONTENT_LENGTH", ""))
        if not length.isascii() or not length.isdigit() or int(length) > MAX_BODY:
            return None
        body = environ["wsgi.input"].read(int(length))
        environ["wsgi.input"] = BytesIO(body)  # for the routes, should they have to read it again
        try:
            row = parse_object(body)
            if path == "/v1/proof":
                nonce = ProofRequest.model_validate(row).nonce
                return lambda: self._service.prove(nonce)
            attempt, chosen = Attempt.model_validate(row), preferred(environ.get("HTTP_ACCEPT_LANGUAGE", ""))
        except (ValidationError, SecondLookError):
            return None
        return lambda: self._check(attempt, chosen)

    def _check(self, attempt: Attempt, chosen: Language) -> BaseModel:
        try:
            return self._budget.run(lambda: self._service.check(attempt, chosen))
        finally:
            self.answered.set()


def _send(answer: Answer, start_response: StartResponse) -> list[bytes]:
    try:
        body = answer().model_dump_json(exclude_none=True).encode("utf-8")
    except Exception as error:  # noqa: BLE001 - as the routes: our errors as problems, all others without a word
        if not isinstance(error, SecondLookError):
            _log.error("internal %s", type(error).__name__)
        refused = refusal(error if isinstance(error, SecondLookError) else unforeseen())
        start_response(refused.status_line, refused.headers)
        return [refused.body]
    start_response("200 OK", [("Content-Type", "application/json"), ("Content-Length", str(len(body)))])
    return [body]
