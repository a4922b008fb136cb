"""Builds the browser extension for a package: with the identity and version of that package, apart from the checkout's own build.

Called by the builders of the packages. The place where the package lays the update manifest is written into the extension:
policies say where a browser finds it first, but for the next version it asks the extension's own manifest (seen with
Chromium 156; without it a forced extension stays as it was).
"""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from installer.identity import ROOT, Identity
from secondlook.browser_policies.wanted import Platform, shipped_url


def build_extension(identity: Identity, version: str, work: Path, platform: Platform) -> Path:
    """Build below `work` for a platform; returns the folder with `chromium` and `firefox`. The practice page lies in `practice` beside it."""
    own, out = work / "extension.json", work / "browser"
    own.write_text(json.dumps(identity.facts), encoding="utf-8")
    words = ["node", "build.mjs", "--identity", str(own), "--version", version, "--out", str(out)]
    words += ["--update-url", shipped_url("chromium", platform)]
    subprocess.run(words, cwd=ROOT / "extension", check=True, stdout=subprocess.DEVNULL)
    return out / "extension"
