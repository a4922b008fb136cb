"""Debian's Chromium as a staff member starts it: nothing loaded by hand, so that only the machine's policies bring the extension.

Used by the deployment test.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import BrowserContext, Page, Playwright, Worker

from deploy.staff_member import StaffMember
from e2e.chromium import CHROMIUM, INSTALL

KEPT_OUT = ("--disable-extensions", "--disable-background-networking")
"""Playwright's own flags that would keep a forced extension out."""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-component-update",
    "--disable-sync",
    "--mute-audio",
)


@contextmanager
def launch(
    playwright: Playwright, staff: StaffMember, folder: Path, rules: str
) -> Iterator[tuple[BrowserContext, str]]:
    """A headless Chromium of this person, and the id of the extension that the machine's policies force.

    Args:
        playwright: the started driver.
        staff: whose account it runs in.
        folder: the profile lies in it, and stays for the next launch.
        rules: --host-resolver-rules.

    """
    assert CHROMIUM.exists(), f"Chromium is missing. Install it with: {INSTALL}"
    profile = folder / "chromium"
    profile.mkdir(exist_ok=True)
    policy = json.loads(Path("/etc/chromium/policies/managed/second-look.json").read_text(encoding="utf-8"))
    identity = policy["ExtensionInstallForcelist"][0].partition(";")[0]
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=str(staff.browser(CHROMIUM, folder / "chromium.sh", profile)),
        headless=True,
        chromium_sandbox=False,
        ignore_https_errors=True,
        ignore_default_args=list(KEPT_OUT),
        viewport={"width": 1000, "height": 800},
        args=[*FLAGS, "--ignore-certificate-errors", f"--host-resolver-rules={rules}", "--lang=en-US"],
    )
    try:
        yield context, identity
    finally:
        context.close()


def workers(context: BrowserContext, identity: str) -> list[Worker]:
    """The running workers of the extension."""
    return [worker for worker in context.service_workers if identity in worker.url]


def options_page(context: BrowserContext, identity: str) -> Page:
    """The extension's own page with its settings, in a new tab."""
    page = context.new_page()
    page.goto(f"chrome-extension://{identity}/options.html")
    return page


def look_for_updates(context: BrowserContext) -> None:
    """What the browser does by itself every few hours: the button on chrome://extensions. Returns before it is done."""
    page = context.new_page()
    page.goto("chrome://extensions")
    # Not awaited: it ends only when every update address has answered, and the district's other extension has none.
    page.evaluate("() => void chrome.developerPrivate.autoUpdate()")


def versions_there(folder: Path, identity: str) -> set[str]:
    """The versions of the extension in the profile. Asked of the disk: a page of the extension's own dies when it changes."""
    place = folder / "chromium" / "Default" / "Extensions" / identity
    return {version.name.partition("_")[0] for version in place.iterdir()} if place.is_dir() else set()
