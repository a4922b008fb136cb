"""The guard: one function that every request passes before any route, default closed. Nobody may route around it.

It is WSGI middleware around the whole application, so unknown paths, OPTIONS and error paths pass it too. The order is
cheap before dear, and what a web page cannot forge (Host, Origin, Sec-Fetch-Site) before what it may try. What each
check answers: Host and target stop DNS rebinding; Sec-Fetch-Site and Origin stop other pages and extensions; method,
content type and the custom header stop form posts; the token stops other programs; the size stops floods.
"""

from __future__ import annotations

import hmac
import re
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from secondlook.api.home.door import HOME_ROUTES, HomeAccess, HomeDoor, check_home_origin, home_opens
from secondlook.api.problems import refusal
from secondlook.config import EXTENSION, MAX_BODY
from secondlook.errors import RefusedError, SecondLookError

Access = Literal["health", "proof", "paired", "page", "practice"] | HomeAccess
Environ = dict[str, Any]
StartResponse = Callable[..., Any]
Wsgi = Callable[[Environ, StartResponse], Iterable[bytes]]

ROUTES: dict[tuple[str, str], Access] = {
    ("GET", "/v1/health"): "health",
    ("POST", "/v1/proof"): "proof",
    ("POST", "/v1/checks"): "paired",
    ("GET", "/v1/sites"): "paired",
    ("GET", "/v1/exceptions"): "paired",
    ("POST", "/v1/exceptions"): "paired",
    ("DELETE", "/v1/exceptions"): "paired",
    ("GET", "/v1/consents"): "paired",
    ("POST", "/v1/consents"): "paired",
    ("DELETE", "/v1/consents"): "paired",
    ("POST", "/v1/today"): "paired",
    ("POST", "/v1/for-school"): "paired",
    ("GET", "/v1/status"): "paired",
    ("POST", "/v1/pause"): "paired",
    ("GET", "/practice"): "page",
    ("POST", "/practice/checks"): "practice",
    **HOME_ROUTES,
}
"""Every route and what opens it. A path that is not here is treated as `paired`: closed to whoever lacks the token."""
PRACTICE_FILES = re.compile(r"/practice/[a-z][a-z0-9-]{0,40}\.(js|css|svg)", re.ASCII)
HOME_FILES = re.compile(r"/home/[a-z][a-z0-9-]{0,40}\.(js|css|svg|json)", re.ASCII)

_HOME: frozenset[HomeAccess] = frozenset(HOME_ROUTES.values())
_TARGET = re.compile(r"/[A-Za-z0-9/._-]*(\?[A-Za-z0-9=&_-]*)?", re.ASCII)
_FIREFOX_ORIGIN = re.compile(r"moz-extension://[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_HEADERS = [
    ("Cache-Control", "no-store"),
    ("Vary", "Origin"),
    ("X-Content-Type-Options", "nosniff"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "same-origin"),
]


class Tokens:
    """The per-page tokens that the practice page was given; the newest hundred, in memory only."""

    def __init__(self) -> None:
        self._held: OrderedDict[str, None] = OrderedDict()
        self._lock = threading.Lock()

    def add(self, token: str) -> None:
        """Let a fresh page in."""
        with self._lock:
            self._held[token] = None
            while len(self._held) > 100:
                self._held.popitem(last=False)

    def __contains__(self, token: str) -> bool:
        with self._lock:
            return any([_same(token, held) for held in self._held])  # noqa: C419  a list, so that all are compared


class Guesses:
    """Counts wrong tokens; too many in a minute and further wrong ones are put off. The right token always passes."""

    def __init__(self, limit: int = 30, seconds: float = 60.0) -> None:
        self._limit, self._seconds = limit, seconds
        self._count, self._since = 0, 0.0
        self._lock = threading.Lock()

    def too_many(self) -> bool:
        """Count one more wrong token, and tell whether that is too many."""
        with self._lock:
            now = time.monotonic()
            if now - self._since > self._seconds:
                self._count, self._since = 0, now
            self._count += 1
            return self._count > self._limit


@dataclass(frozen=True)
class Door:
    """What the guard compares with.

    Attributes:
        port: the port we listen on.
        token: the session token that native messaging delivers.
        chromium_id: the only Chromium extension let in.
        home: the home page's own door; its tokens and the extension's never open each other's routes.

    """

    port: int
    token: str = field(repr=False)
    chromium_id: str = EXTENSION["chromium_id"]
    pages: Tokens = field(default_factory=Tokens, repr=False)
    home: HomeDoor = field(default_factory=HomeDoor, repr=False)
    guesses: Guesses = field(default_factory=Guesses, repr=False)


def guarded(application: Wsgi, door: Door) -> Wsgi:
    """The application behind its guard. No CORS header ever leaves, whatever a route says."""

    def guard(environ: Environ, start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Any:
            ours = {name.lower() for name, _ in _HEADERS}
            kept = [
                (name, value)
                for name, value in headers
                if name.lower() not in ours and not name.lower().startswith("access-control-")
            ]
            return start_response(status, kept + _HEADERS, exc_info)

        try:
            admit(environ, door)
        except SecondLookError as error:
            answer = refusal(error)
            start(answer.status_line, answer.headers)
            return [answer.body]
        return application(environ, start)

    return guard


def admit(environ: Environ, door: Door) -> None:
    """Let a request pass, or say which check it failed.

    Raises:
        RefusedError: with a stable code and a status; the sentence repeats nothing of the request.

    """
    _check_host(environ, door)
    _check_target(environ)
    _check_framing(environ)
    if environ.get("HTTP_SEC_FETCH_SITE", "").lower() == "cross-site":
        raise RefusedError("A request from another site is refused.", code="cross-site", status=403)
    method = environ["REQUEST_METHOD"]
    changes = method in ("POST", "DELETE")
    access = _access(method, environ["PATH_INFO"])
    _check_origin(environ, door, access)
    _check_method(method, environ["PATH_INFO"])
    if changes:
        _check_content(environ, access)
    _check_token(environ, door, access)
    if changes:
        _check_size(environ)


def has_token(environ: Environ, door: Door) -> bool:
    """Whether the request carries the session token; compared in constant time."""
    given = _bearer(environ)
    return given is not None and _same(given, door.token)


def _bearer(environ: Environ) -> str | None:
    scheme, _, given = environ.get("HTTP_AUTHORIZATION", "").partition(" ")
    return given if scheme == "Bearer" else None


def _same(given: str, expected: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), expected.encode("utf-8"))


def _check_host(environ: Environ, door: Door) -> None:
    # Two Host lines arrive joined by a comma and so fail; an empty or absent one fails too.
    if environ.get("HTTP_HOST", "").lower() not in (f"127.0.0.1:{door.port}", f"localhost:{door.port}"):
        raise RefusedError("Refused.", code="refused", status=403)


def _check_target(environ: Environ) -> None:
    target = environ.get("REQUEST_URI", "")
    path = target.partition("?")[0]
    if not _TARGET.fullmatch(target) or "//" in path or ".." in path:
        raise RefusedError("Refused.", code="refused", status=400)


def _check_framing(environ: Environ) -> None:
    if "HTTP_TRANSFER_ENCODING" in environ:  # HTTP/1.1 ones are refused by the server's parser already
        raise RefusedError("Transfer-Encoding is not taken.", code="bad-framing", status=400)
    if "HTTP_UPGRADE" in environ:
        raise RefusedError("Upgrades are not taken.", code="bad-framing", status=400)
    if "HTTP_CONTENT_ENCODING" in environ:
        raise RefusedError("Compressed bodies are not taken.", code="bad-content-encoding", status=415)


def _access(method: str, path: str) -> Access:
    if method == "GET" and PRACTICE_FILES.fullmatch(path):
        return "page"
    if method == "GET" and HOME_FILES.fullmatch(path):
        return "home_page"
    return ROUTES.get((method, path), "paired")


def _check_origin(environ: Environ, door: Door, access: Access) -> None:
    origin = environ.get("HTTP_ORIGIN")
    if access in _HOME:
        check_home_origin(environ, access)
    elif access in ("page", "practice"):
        own = f"http://{environ['HTTP_HOST'].lower()}"
        if origin != own and (access == "practice" or origin is not None):
            raise RefusedError("This belongs to the practice page alone.", code="bad-origin", status=403)
    elif origin is not None:
        if origin != f"chrome-extension://{door.chromium_id}" and not _FIREFOX_ORIGIN.fullmatch(origin):
            raise RefusedError("This origin is not our extension's.", code="bad-origin", status=403)
    elif access != "health" and not has_token(environ, door):
        # A missing Origin is never a way round: it takes the token, on the proof route too.
        _refuse_token(door)


def _check_method(method: str, path: str) -> None:
    if method == "OPTIONS":
        raise RefusedError("Preflights are not answered.", code="no-preflight", status=403)
    known = {verb for verb, route in ROUTES if route == path} or {"GET", "POST"}
    if method not in known:
        raise RefusedError("This method is not used here.", code="bad-method", status=405)


def _check_content(environ: Environ, access: Access) -> None:
    if environ.get("CONTENT_TYPE", "") != "application/json":
        raise RefusedError("The content type should be application/json.", code="bad-content-type", status=415)
    if access != "practice" and environ.get("HTTP_X_SECOND_LOOK") != "1":
        raise RefusedError("The header X-Second-Look: 1 is missing.", code="missing-header", status=403)


def _check_token(environ: Environ, door: Door, access: Access) -> None:
    if access == "practice":
        if environ.get("HTTP_X_SECOND_LOOK_PRACTICE", "") not in door.pages:
            raise RefusedError("Load the practice page again.", code="bad-token", status=401)
    elif (access == "paired" and not has_token(environ, door)) or (
        access in _HOME and not home_opens(access, _bearer(environ) or "", door.home)
    ):
        _refuse_token(door)


def _refuse_token(door: Door) -> None:
    if door.guesses.too_many():
        raise RefusedError("Too many wrong tokens.", code="too-many-guesses", status=429)
    raise RefusedError("The token is missing or wrong.", code="bad-token", status=401)


def _check_size(environ: Environ) -> None:
    length = environ.get("CONTENT_LENGTH", "")
    if not re.fullmatch(r"[0-9]{1,9}", length, re.ASCII):
        raise RefusedError("The length of the body is missing.", code="no-length", status=411)
    if int(length) > MAX_BODY:
        raise RefusedError(f"The body is larger than {MAX_BODY // 1024} KB.", code="too-large", status=413)
