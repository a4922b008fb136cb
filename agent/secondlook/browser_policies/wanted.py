"""What is wanted of a browser, before it takes the shape of a file. The one place that knows ids and where things lie.

Ids and the host's name come from `extension.json`, which a release build writes anew. Pure; called by `documents.py`.
Places: Chrome's, Edge's and Mozilla's administrator pages; Debian's Chromium and Firefox ESR were seen to read theirs.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, get_args

from secondlook.browser_policies.managed_settings import Value
from secondlook.config import EXTENSION
from secondlook.install_host import Browser

Platform = Literal["linux", "windows", "macos"]
PLATFORMS: tuple[Platform, ...] = get_args(Platform)

BROWSER_NAMES: dict[Browser, str] = {
    "chromium": "Chromium",
    "chrome": "Google Chrome",
    "edge": "Microsoft Edge",
    "firefox": "Mozilla Firefox",
}

_EXTENSION_FOLDER: dict[Platform, str] = {
    "linux": "file:///usr/share/second-look/extension",
    "windows": "file:///C:/Program%20Files/Second%20Look/extension",
    "macos": "file:///Library/Application%20Support/SecondLook/extension",
}
"""Where our packages lay the packed extension, so that its installation needs no network."""

UPDATE_MANIFEST = "update.xml"
XPI = "second-look.xpi"


@dataclass(frozen=True)
class Wanted:
    """One browser on one platform.

    Attributes:
        extension_url: Chromium's kin: the update manifest. Firefox: the add-on itself. http, https or file.
        settings: checked values for the extension's managed storage.
        unsigned: Firefox ESR takes add-ons without Mozilla's signature. Lowers a guard for every add-on.

    """

    browser: Browser
    platform: Platform
    extension_url: str
    settings: dict[str, Value] = field(default_factory=dict)
    unsigned: bool = False
    host: str = EXTENSION["native_host"]

    @property
    def extension_id(self) -> str:
        """The id by which this browser knows the extension."""
        return EXTENSION["firefox_id" if self.browser == "firefox" else "chromium_id"]

    @property
    def forcelist_entry(self) -> str:
        """As `ExtensionInstallForcelist` takes it."""
        return f"{self.extension_id};{self.extension_url}"

    @property
    def browser_name(self) -> str:
        """As people know it."""
        return BROWSER_NAMES[self.browser]


def shipped_url(browser: Browser, platform: Platform) -> str:
    """Where the extension of our own package lies on that platform."""
    return f"{_EXTENSION_FOLDER[platform]}/{XPI if browser == 'firefox' else UPDATE_MANIFEST}"
