"""Who may see the home page: single-use codes, the tokens they are swapped for, and where the page's requests come from.

A code is minted for whoever holds the home's own key, lives a minute, and works once; when it comes a second time, the
token it gave is taken back, since one of the two was not the person. All of it lies in memory and ends with the agent.
Called by the guard (`check_home_origin`, `home_opens`) and by the sign-in routes. Knows no Flask.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

from secondlook.errors import RefusedError

HomeAccess = Literal["home_page", "home_code", "home_sign_in", "home"]
HOME_ROUTES: dict[tuple[str, str], HomeAccess] = {
    ("GET", "/home"): "home_page",
    ("POST", "/home/codes"): "home_code",
    ("POST", "/home/sessions"): "home_sign_in",
    ("GET", "/home/status"): "home",
    ("POST", "/home/pause"): "home",
    ("POST", "/home/checks"): "home",
    ("GET", "/home/exceptions"): "home",
    ("POST", "/home/exceptions"): "home",
    ("DELETE", "/home/exceptions"): "home",
    ("GET", "/home/consents"): "home",
    ("POST", "/home/consents"): "home",
    ("DELETE", "/home/consents"): "home",
    ("GET", "/home/accounts"): "home",
    ("POST", "/home/accounts"): "home",
    ("DELETE", "/home/accounts"): "home",
    ("POST", "/home/coach"): "home",
    ("GET", "/home/hours"): "home",
    ("POST", "/home/hours"): "home",
    ("POST", "/home/today"): "home",
    ("GET", "/home/kept"): "home",
    ("DELETE", "/home/kept"): "home",
    ("GET", "/home/policy"): "home",
    ("GET", "/home/orientation"): "home",
    ("POST", "/home/orientation"): "home",
}
"""Every route of the home page and what opens it; part of the guard's own list."""

CODE_SECONDS = 60.0
IDLE_SECONDS = 2 * 60 * 60.0
"""A tab that has asked nothing for two hours is signed out."""
_MOST = 20
_REMEMBERED_SECONDS = 600.0
"""How long an old code is known as old, so that the page can say why it no longer opens."""


@dataclass
class _Code:
    """A minted code: when, and the digest of the token it gave, once it has."""

    minted: float
    gave: bytes | None = None
    used: bool = False


@dataclass
class HomeDoor:
    """The door of the home page. Codes and tokens are held as digests, so finding one tells nothing by its time.

    Attributes:
        key: what the person's own programs mint codes with (`Link.home_key`); by default one that nobody knows.

    """

    key: str = field(default_factory=lambda: secrets.token_hex(32), repr=False)
    clock: Callable[[], float] = time.monotonic
    _codes: OrderedDict[bytes, _Code] = field(default_factory=OrderedDict, repr=False)
    _tokens: OrderedDict[bytes, float] = field(default_factory=OrderedDict, repr=False)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def mint(self) -> str:
        """A fresh code, good once within `CODE_SECONDS`."""
        code, now = secrets.token_urlsafe(32), self.clock()
        with self._lock:
            self._codes[_digest(code)] = _Code(now)
            while len(self._codes) > _MOST or now - next(iter(self._codes.values())).minted > _REMEMBERED_SECONDS:
                self._codes.popitem(last=False)
        return code

    def redeem(self, code: str) -> str:
        """Swap a code for a token.

        Raises:
            RefusedError: 401; `used-code`, `expired-code` or `bad-code`.

        """
        with self._lock:
            held = self._codes.get(_digest(code))
            if held is None:
                raise RefusedError("This link is not known here.", code="bad-code", status=401)
            if held.used:
                self._tokens.pop(held.gave or b"", None)
                raise RefusedError(
                    "This link has been used before; both uses are closed.", code="used-code", status=401
                )
            if self.clock() - held.minted > CODE_SECONDS:
                raise RefusedError("This link is more than a minute old.", code="expired-code", status=401)
            token = secrets.token_urlsafe(32)
            held.used, held.gave = True, _digest(token)
            self._tokens[held.gave] = self.clock()
            while len(self._tokens) > _MOST:
                self._tokens.popitem(last=False)
        return token

    def knows(self, token: str) -> bool:
        """Whether a token is signed in; asking keeps it so."""
        digest, now = _digest(token), self.clock()
        with self._lock:
            last = self._tokens.get(digest)
            if last is None:
                return False
            if now - last > IDLE_SECONDS:
                del self._tokens[digest]
                return False
            self._tokens[digest] = now
            self._tokens.move_to_end(digest)
        return True


def check_home_origin(environ: dict[str, Any], access: HomeAccess) -> None:
    """Let only the page itself, in its own origin, and for minting only a program that is no browser.

    Raises:
        RefusedError: 403.

    """
    origin, site = environ.get("HTTP_ORIGIN"), environ.get("HTTP_SEC_FETCH_SITE")
    own = f"http://{environ['HTTP_HOST'].lower()}"
    reads = environ["REQUEST_METHOD"] == "GET"
    if access == "home_code":
        sound = origin is None and site is None
    elif access == "home_page":
        sound = origin in (None, own)
    else:
        # A browser leaves the Origin out of a page's own GET; what it says in Sec-Fetch-Site no page can change.
        sound = origin == own or (origin is None and reads)
        sound = sound and site in (None, "same-origin")
    if not sound:
        raise RefusedError("This belongs to the home page alone.", code="bad-origin", status=403)


def home_opens(access: HomeAccess, bearer: str, door: HomeDoor) -> bool:
    """Whether what a request carries as `Authorization: Bearer` opens such a route. Neither opens the other's."""
    if access == "home_code":
        return hmac.compare_digest(bearer.encode("utf-8", "replace"), door.key.encode("utf-8"))
    return access != "home" or door.knows(bearer)


def _digest(secret: str) -> bytes:
    return hashlib.sha256(secret.encode("utf-8", "replace")).digest()
