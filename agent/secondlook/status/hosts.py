"""Which browsers can find the agent: reads their native-messaging manifests, per person and per machine; changes nothing.

On Windows the registry says where they lie (`registered.py`). Called by `app.py` and `doctor.py`. Source of the machine-wide folders: Chrome's, Edge's and MDN's pages on native messaging.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from secondlook.config import EXTENSION, Home, find_home
from secondlook.install_host import BROWSERS, Browser, manifest_path
from secondlook.status.registered import registered_manifest
from secondlook.status.seen import Hosts

_LINUX: dict[Browser, str] = {
    "chromium": "/etc/chromium/native-messaging-hosts",
    "chrome": "/etc/opt/chrome/native-messaging-hosts",
    "edge": "/etc/opt/edge/native-messaging-hosts",
    "firefox": "/usr/lib/mozilla/native-messaging-hosts",
}
_MACOS: dict[Browser, str] = {
    "chromium": "/Library/Application Support/Chromium/NativeMessagingHosts",
    "chrome": "/Library/Google/Chrome/NativeMessagingHosts",
    "edge": "/Library/Microsoft/Edge/NativeMessagingHosts",
    "firefox": "/Library/Application Support/Mozilla/NativeMessagingHosts",
}


def look_at_hosts(home: Home) -> Hosts | None:
    """Which manifests lead to our host and this home; None where it cannot be told."""
    ready: list[Browser] = []
    wrong: list[Browser] = []
    for browser in BROWSERS:
        try:
            own, everybodys = _places(browser)
        except PermissionError:
            return None
        found = next((path for path in (own, everybodys) if path is not None and path.is_file()), None)
        if found is not None:
            (ready if _serves(found, home, found == own) else wrong).append(browser)
    return Hosts(tuple(ready), tuple(wrong))


def _places(browser: Browser) -> tuple[Path | None, Path | None]:
    """Where the person's own manifest and the machine's would lie; None = nowhere."""
    if sys.platform == "win32":
        return registered_manifest(browser, own=True), registered_manifest(browser, own=False)
    machine = _MACOS if sys.platform == "darwin" else _LINUX
    return manifest_path(browser), manifest_path(browser, Path(machine[browser]))


def _serves(manifest: Path, home: Home, own: bool) -> bool:
    """Whether the host that a manifest names can be started and serves this home; a machine-wide one serves the usual home."""
    try:
        content = json.loads(manifest.read_text(encoding="utf-8"))
        launcher = manifest.parent / content["path"]  # on Windows it may be relative to the manifest
        ours = content["name"] == EXTENSION["native_host"] and os.access(launcher, os.X_OK)
        if own:
            return ours and str(home.path) in launcher.read_text(encoding="utf-8")
        return ours and home == find_home()
    except (OSError, ValueError, KeyError, TypeError):
        return False
