"""Where each file of the macOS package lies, and the launch agent. Called by `build.py`; nothing of it was run on a Mac.

Python is python.org's, installed beside us by the MDM: it is signed and notarised, and updated apart from us. Sources of the
places: Apple's launchd.plist(5), Chrome's, Edge's and Mozilla's pages on native messaging (manifest paths are absolute here).
"""

from __future__ import annotations

import json
import plistlib
import shutil
from pathlib import Path
from urllib.parse import urljoin

from installer.crx import packed_crx, update_manifest, zipped
from installer.identity import ROOT, Identity
from secondlook.browser_policies.wanted import shipped_url
from secondlook.install_host import Browser

HERE = Path(__file__).resolve().parent
HOME = "/Library/Application Support/SecondLook"
LIB = f"{HOME}/lib"
LABEL = "org.secondlook.agent"
LAUNCH_AGENT = f"/Library/LaunchAgents/{LABEL}.plist"
MANIFEST_FOLDERS: dict[Browser, str] = {
    "chromium": "/Library/Application Support/Chromium/NativeMessagingHosts",
    "chrome": "/Library/Google/Chrome/NativeMessagingHosts",
    "edge": "/Library/Microsoft/Edge/NativeMessagingHosts",
    "firefox": "/Library/Application Support/Mozilla/NativeMessagingHosts",
}
_PROGRAMS = ("secondlook", "native-host")


def launch_agent() -> bytes:
    """The agent at log-in, in the person's own session; started again after a crash, not after the person has quit it."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": [f"{HOME}/secondlook", "run"],
            "RunAtLoad": True,
            "KeepAlive": {"SuccessfulExit": False},
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
            "Umask": 0o077,
        }
    )


def lay_out(root: Path, identity: Identity, browser: Path, version: str, signed_xpi: Path | None) -> None:
    """Write all but the libraries below `root`, which stands for `/`.

    Args:
        root: our agent is in its library folder already.
        identity: whose ids and signature.
        browser: the built extension's folders.
        version: of the extension.
        signed_xpi: the add-on as Mozilla has signed it, or None for the one just built.

    """
    place = root / HOME.lstrip("/") / "extension"
    place.mkdir()
    (place / "second-look.crx").write_bytes(packed_crx(browser / "chromium", identity.key))
    (place / "second-look.xpi").write_bytes(signed_xpi.read_bytes() if signed_xpi else zipped(browser / "firefox"))
    address = urljoin(shipped_url("chrome", "macos"), "second-look.crx")
    (place / "update.xml").write_text(update_manifest(identity.chromium_id, version, address), encoding="utf-8")
    for name in _PROGRAMS:
        _write(root, f"{HOME}/{name}", (HERE / "payload" / name).read_bytes(), 0o755)
    _write(root, f"{HOME}/uninstall", _uninstall(identity.facts["native_host"]), 0o755)
    _write(root, LAUNCH_AGENT, launch_agent())
    shutil.copyfile(ROOT / "LICENSE", root / HOME.lstrip("/") / "LICENSE.txt")


def _manifest_places(host: str) -> dict[Browser, str]:
    return {browser: f"{folder}/{host}.json" for browser, folder in MANIFEST_FOLDERS.items()}


def _uninstall(host: str) -> bytes:
    """The script that takes away whatever `lay_manifests` has laid outside our own folder."""
    script = (HERE / "payload" / "uninstall").read_text(encoding="utf-8")
    lines = [f'rm -f "{place}"' for place in _manifest_places(host).values()]
    return script.replace("@MANIFESTS@", "\n".join(lines)).encode()


def lay_manifests(root: Path, manifests: dict[Browser, dict[str, object]], host: str) -> None:
    """Write the native-messaging manifest of each browser."""
    for browser, place in _manifest_places(host).items():
        _write(root, place, (json.dumps(manifests[browser], indent=2) + "\n").encode())


def _write(root: Path, path: str, content: bytes, mode: int = 0o644) -> None:
    place = root / path.lstrip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    place.chmod(mode)
