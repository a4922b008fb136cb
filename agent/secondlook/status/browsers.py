"""Which browser has last asked, and when: in memory only, gone when the agent ends. No page, no action, no count.

Noted for requests that carry the session token, which the extension alone is given; the browser's own headers say which
one it is. Doctor has the token as well, but sends no such header. Called by `app.py`.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from secondlook.install_host import Browser

Wsgi = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class BrowsersSeen:
    """The last time of each browser."""

    def __init__(self) -> None:
        self._last: dict[Browser, datetime] = {}
        self._lock = threading.Lock()

    def note(self, headers: Mapping[str, Any]) -> None:
        """Keep that a browser asks now; `headers` as in a WSGI environment."""
        browser = browser_of(headers)
        if browser:
            with self._lock:
                self._last[browser] = datetime.now(UTC)

    def last(self) -> dict[Browser, datetime]:
        """When each has last asked, UTC."""
        with self._lock:
            return dict(self._last)

    def noting(self, application: Wsgi, proven: Callable[[dict[str, Any]], bool]) -> Wsgi:
        """The application, with each proven request noted before it is answered."""

        def noted(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            if proven(environ):
                self.note(environ)
            return application(environ, start_response)

        return noted


def browser_of(headers: Mapping[str, Any]) -> Browser | None:
    """The browser whose extension asks, or None when it is no browser. A GET of an extension carries no Origin."""
    origin, agent = str(headers.get("HTTP_ORIGIN", "")), str(headers.get("HTTP_USER_AGENT", ""))
    if origin.startswith("moz-extension://") or "Firefox/" in agent:
        return "firefox"
    if not (origin.startswith("chrome-extension://") or "Chrome/" in agent):
        return None
    brands = str(headers.get("HTTP_SEC_CH_UA", ""))
    if "Microsoft Edge" in brands or " Edg/" in agent:
        return "edge"
    return "chrome" if "Google Chrome" in brands else "chromium"
