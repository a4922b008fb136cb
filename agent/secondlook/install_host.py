"""Writes the native-messaging manifest, by which a browser learns how to start our host, and the launcher it names.

The manifest must name one executable file by absolute path and cannot carry arguments, so a small launcher script with
the home in it lies beside the manifest. Called by the command line.
Source of the folders: Chrome's and MDN's pages on native messaging; Chromium's were confirmed with Chromium 156.
"""

from __future__ import annotations

import json
import os
import shlex
import sys
from pathlib import Path
from typing import Any, Literal, get_args

from secondlook.config import EXTENSION, PACKAGED_HOST, Home
from secondlook.errors import UsageError

Browser = Literal["chromium", "chrome", "edge", "firefox"]
BROWSERS: tuple[Browser, ...] = get_args(Browser)

_LINUX = {
    "chromium": ".config/chromium/NativeMessagingHosts",
    "chrome": ".config/google-chrome/NativeMessagingHosts",
    "edge": ".config/microsoft-edge/NativeMessagingHosts",
    "firefox": ".mozilla/native-messaging-hosts",
}
_MACOS = {
    "chromium": "Library/Application Support/Chromium/NativeMessagingHosts",
    "chrome": "Library/Application Support/Google/Chrome/NativeMessagingHosts",
    "edge": "Library/Application Support/Microsoft Edge/NativeMessagingHosts",
    "firefox": "Library/Application Support/Mozilla/NativeMessagingHosts",
}
REGISTRY_KEYS: dict[Browser, str] = {
    "chromium": r"Software\Chromium\NativeMessagingHosts",
    "chrome": r"Software\Google\Chrome\NativeMessagingHosts",
    "edge": r"Software\Microsoft\Edge\NativeMessagingHosts",
    "firefox": r"Software\Mozilla\NativeMessagingHosts",
}
"""Below HKEY_CURRENT_USER, and for everybody below HKEY_LOCAL_MACHINE; the value of KEY\\<host> is the manifest's path."""


def manifest_folder(browser: Browser, platform: str = sys.platform) -> Path | None:
    """The per-user folder where a browser looks, or None on Windows, which keeps manifests in the registry."""
    if platform == "win32":
        return None
    return Path.home() / (_MACOS if platform == "darwin" else _LINUX)[browser]


def manifest_path(browser: Browser, folder: Path | None = None) -> Path | None:
    """Where the manifest of a browser lies, or would lie."""
    place = folder or manifest_folder(browser)
    return place / f"{EXTENSION['native_host']}.json" if place else None


def install_host(browser: Browser, home: Home, folder: Path | None = None) -> list[str]:
    """Write manifest and launcher.

    Returns:
        Sentences on what was done and, on Windows, the one command that is left to do.

    Raises:
        UsageError: the folder cannot be written.

    """
    place = (folder or manifest_folder(browser) or home.path / "native-messaging").absolute()
    launcher = place / (
        f"{EXTENSION['native_host']}.bat" if sys.platform == "win32" else f"{EXTENSION['native_host']}.sh"
    )
    manifest = place / f"{EXTENSION['native_host']}.json"
    try:
        place.mkdir(parents=True, exist_ok=True)
        _replace(launcher, _launcher_text(home), 0o755)
        _replace(manifest, json.dumps(host_manifest(browser, launcher), indent=2) + "\n", 0o644)
    except OSError as error:
        raise UsageError(f"{place} cannot be written: {error.strerror}.") from error
    done = [f"{browser} can now reach the agent of {home.path}: {manifest}"]
    if sys.platform == "win32":
        key = rf"HKCU\{REGISTRY_KEYS[browser]}\{EXTENSION['native_host']}"
        done.append(f'Tell the browser with: reg add "{key}" /ve /d "{manifest}" /f')
    return done


def host_manifest(browser: Browser, launcher: Path) -> dict[str, Any]:
    """The manifest's content; packages lay it down for everybody on the machine."""
    allowed = (
        {"allowed_extensions": [EXTENSION["firefox_id"]]}
        if browser == "firefox"
        else {"allowed_origins": [f"chrome-extension://{EXTENSION['chromium_id']}/"]}
    )
    return {
        "name": EXTENSION["native_host"],
        "description": "Tells the Second Look extension where its agent is",
        "path": str(launcher),
        "type": "stdio",
        **allowed,
    }


def _launcher_text(home: Home) -> str:
    # -I keeps the folder that the browser happens to start us in, and PYTHON* variables, out of the import path.
    python = [sys.executable, "-I", "-m", "secondlook.native_host_main"]
    words = [*([str(PACKAGED_HOST)] if PACKAGED_HOST.is_file() else python), "--home", str(home.path)]
    if sys.platform == "win32":
        return "@echo off\r\n" + " ".join(f'"{word}"' for word in words) + "\r\n"
    return "#!/bin/sh\nexec " + " ".join(shlex.quote(word) for word in words) + "\n"


def _replace(path: Path, text: str, mode: int) -> None:
    fresh = path.with_name(f"{path.name}.{os.getpid()}")
    fresh.write_text(text, encoding="utf-8")
    fresh.chmod(mode)
    fresh.replace(path)
