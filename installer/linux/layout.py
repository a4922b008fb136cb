"""Where each file of the Debian package lies, beside the libraries.

What a browser or a desktop reads in /etc is a link into /usr/share, for dpkg leaves configuration files when a package is
removed, and takes links away. Browser policies are laid beside those of others at installation (`payload/browsers`). Called by
`build.py`.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from installer.crx import packed_crx, update_manifest, zipped
from installer.identity import Identity
from installer.linux.libraries import INSTALLED

SHARE = "/usr/share/second-look"
EXTENSION = f"{SHARE}/extension"
HERE = Path(__file__).resolve().parent
_CHROMIUM_KIN = ("/etc/chromium", "/etc/opt/chrome", "/etc/opt/edge")
POLICY_FOLDERS = (*(f"{folder}/policies/managed" for folder in _CHROMIUM_KIN), "/etc/firefox/policies")
NATIVE_HOST = "/usr/lib/second-look/native-host"
FIREFOX_HOSTS = "/usr/lib/mozilla/native-messaging-hosts"


def links(host: str) -> dict[str, str]:
    """Link -> target, for everything of ours that others look for in /etc and /usr/bin.

    Args:
        host: the name of the native-messaging host.

    """
    found = {
        "/usr/bin/secondlook": "/usr/lib/second-look/secondlook",
        "/etc/xdg/autostart/second-look.desktop": f"{SHARE}/second-look.desktop",
    }
    for browser in _CHROMIUM_KIN:
        found[f"{browser}/native-messaging-hosts/{host}.json"] = f"{SHARE}/native-messaging/chromium.json"
    return found


def lay_out(root: Path, identity: Identity, extension: Path, version: str, signed_xpi: Path | None) -> None:
    """Write everything but the libraries below `root`.

    Args:
        root: stands for `/`.
        identity: whose ids and signature.
        extension: the folder with `chromium` and `firefox`, built with that identity.
        version: of the extension.
        signed_xpi: the add-on as Mozilla has signed it, or None for the one just built.

    """
    facts = identity.facts
    firefox = signed_xpi.read_bytes() if signed_xpi else zipped(extension / "firefox")
    _write(root, f"{EXTENSION}/second-look.crx", packed_crx(extension / "chromium", identity.key))
    _write(root, f"{EXTENSION}/second-look.xpi", firefox)
    address = f"file://{EXTENSION}/second-look.crx"
    _write(root, f"{EXTENSION}/update.xml", update_manifest(identity.chromium_id, version, address).encode())
    _write(root, f"{SHARE}/native-messaging/chromium.json", _host_manifest(root, "chromium"))
    _write(root, f"{FIREFOX_HOSTS}/{facts['native_host']}.json", _host_manifest(root, "firefox"))
    for folder in POLICY_FOLDERS:
        (root / folder.lstrip("/")).mkdir(parents=True)
    for name in ("secondlook", "native-host", "running_agents.py", "browsers"):
        _write(root, f"/usr/lib/second-look/{name}", (HERE / "payload" / name).read_bytes(), 0o755)
    _write(root, f"{SHARE}/second-look.desktop", (HERE / "debian" / "second-look.desktop").read_bytes())
    _write(root, "/usr/share/doc/second-look/copyright", (HERE / "debian" / "copyright").read_bytes())
    for size in (16, 32, 48, 128):
        icon = extension / "chromium" / "icons" / f"{size}.png"
        _write(root, f"/usr/share/icons/hicolor/{size}x{size}/apps/second-look.png", icon.read_bytes())
    for link, target in links(facts["native_host"]).items():
        place = root / link.lstrip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(target)


def _host_manifest(root: Path, browser: str) -> bytes:
    """As the agent in the package writes it, which knows the ids of this build."""
    asks = (
        "import json, sys; from pathlib import Path; sys.path.insert(0, sys.argv[1]);"
        "from secondlook.install_host import host_manifest;"
        "print(json.dumps(host_manifest(sys.argv[2], Path(sys.argv[3])), indent=2))"
    )
    words = [sys.executable, "-I", "-c", asks, str(root / INSTALLED.lstrip("/")), browser, NATIVE_HOST]
    return subprocess.run(words, check=True, capture_output=True).stdout


def _write(root: Path, path: str, content: bytes, mode: int = 0o644) -> None:
    place = root / path.lstrip("/")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    place.chmod(mode)
