"""The extension's service worker, put to sleep through DevTools as Chromium itself does after half a minute."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import BrowserContext

from e2e.chromium import EXTENSION_ID
from e2e.waiting import wait_for


class Worker:
    """The extension's service worker, as DevTools tells of it."""

    def __init__(self, browser: BrowserContext) -> None:
        """Listen from one of the extension's own pages: a page of a site is told of its own site's workers alone."""
        self.page = browser.new_page()
        self.page.goto(f"chrome-extension://{EXTENSION_ID}/popup.html")
        self._cdp = browser.new_cdp_session(self.page)
        self.heard: list[str] = []
        self._cdp.on("ServiceWorker.workerVersionUpdated", self._hear)
        self._cdp.send("ServiceWorker.enable")

    def _hear(self, event: dict[str, Any]) -> None:
        self.heard += [version["runningStatus"] for version in event["versions"]]

    def stop(self) -> None:
        """Put it to sleep and wait until it has been; a question may wake it at once."""
        self.heard.clear()
        self._cdp.send("ServiceWorker.stopAllWorkers")
        wait_for(self.page, lambda: "stopped" in self.heard, "the worker asleep")

    @property
    def woke_up(self) -> bool:
        """Whether it has come back since."""
        return self.heard[-1] == "running"
