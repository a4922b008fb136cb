"""Builds the browser extension for a package: with the identity and version of that package, apart from the checkout's own build.

Called by the builders of the Windows and the macOS package.
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from installer.identity import ROOT, Identity


def build_extension(identity: Identity, version: str, work: Path) -> Path:
    """Build below `work`; returns the folder with `chromium` and `firefox`. The practice page lies in `practice` beside it."""
    own, out = work / "extension.json", work / "browser"
    own.write_text(json.dumps(identity.facts), encoding="utf-8")
    words = ["node", "build.mjs", "--identity", str(own), "--version", version, "--out", str(out)]
    subprocess.run(words, cwd=ROOT / "extension", check=True, stdout=subprocess.DEVNULL)
    return out / "extension"
