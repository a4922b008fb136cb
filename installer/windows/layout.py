"""Where each file of the Windows package lies below `Second Look` in Program Files. Called by `build.py`.

The agent that is put in here is the build's own: ids and version are written into it, and manifests and policies are asked of
it, so that nothing can name another key than the one that signed the extension.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

from installer.crx import packed_crx, update_manifest, zipped
from installer.identity import ROOT, Identity
from installer.windows.embeddable import unpack
from installer.windows.launchers import NATIVE_HOST, compile_launchers
from installer.windows.libraries import RUNTIME_FOLDER, runtime
from secondlook.browser_policies.registry import RegistryKey
from secondlook.browser_policies.wanted import shipped_url
from secondlook.install_host import BROWSERS, Browser

LIB, PYTHON, EXTENSION, MANIFESTS = "lib", "python", "extension", "native-messaging"

_ASKS = """
import dataclasses, json, sys
sys.path.insert(0, sys.argv[1])
from secondlook.browser_policies.registry import registry_keys
from secondlook.browser_policies.wanted import Wanted, shipped_url
from secondlook.install_host import BROWSERS, Browser, host_manifest
keys = [key for name in BROWSERS for key in registry_keys(Wanted(name, "windows", shipped_url(name, "windows")))]
print(json.dumps({
    "manifests": {name: host_manifest(name, sys.argv[2]) for name in ("chromium", "firefox")},
    "policies": [dataclasses.asdict(key) for key in keys if key.values],
}))"""


def lay_out(payload: Path, identity: Identity, browser: Path, version: str, signed_xpi: Path | None) -> None:
    """Write all but the libraries and Python.

    Args:
        payload: the folder that becomes `Second Look`; our agent is in its `lib` already.
        identity: whose ids and signature.
        browser: the built extension's folders.
        version: of the extension.
        signed_xpi: the add-on as Mozilla has signed it, or None for the one just built.

    """
    compile_launchers(payload, version, browser / "chromium" / "icons", browser.parent)
    place = payload / EXTENSION
    place.mkdir()
    (place / "second-look.crx").write_bytes(packed_crx(browser / "chromium", identity.key))
    (place / "second-look.xpi").write_bytes(signed_xpi.read_bytes() if signed_xpi else zipped(browser / "firefox"))
    address = urljoin(shipped_url("chrome", "windows"), "second-look.crx")
    (place / "update.xml").write_text(update_manifest(identity.chromium_id, version, address), encoding="utf-8")
    manifests = payload / MANIFESTS
    manifests.mkdir()
    for name, manifest in ask(payload)["manifests"].items():
        (manifests / f"{name}.json").write_text(json.dumps(manifest, indent=2) + "\n", encoding="utf-8")
    shutil.copyfile(ROOT / "LICENSE", payload / "LICENSE.txt")


def lay_python(payload: Path, embed: Path | None) -> None:
    """Make Python's folder: what was handed in, and Microsoft's C++ run-time library, which moves here from the libraries."""
    folder = payload / PYTHON
    folder.mkdir()
    if embed:
        unpack(embed, folder)
    for path in runtime(payload / LIB):
        path.replace(folder / path.name)  # over the zip's own, so that all parts are of one version
    (payload / LIB / RUNTIME_FOLDER).rmdir()


def manifest_paths() -> dict[Browser, str]:
    """Browser → the manifest's path below the payload."""
    return {browser: rf"{MANIFESTS}\{_family(browser)}.json" for browser in BROWSERS}


def policy_keys(payload: Path) -> list[RegistryKey]:
    """What the optional feature writes, for all browsers, with the ids of this build."""
    return [RegistryKey(**key) for key in ask(payload)["policies"]]


def ask(payload: Path) -> dict[str, Any]:
    """Manifests and policies, from the agent in the payload. A manifest names its host relative to itself."""
    words = [sys.executable, "-I", "-c", _ASKS, str(payload / LIB), f"..\\{NATIVE_HOST}"]
    answer: dict[str, Any] = json.loads(subprocess.run(words, check=True, capture_output=True).stdout)
    return answer


def _family(browser: str) -> str:
    return "firefox" if browser == "firefox" else "chromium"
