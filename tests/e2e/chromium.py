"""Debian's Chromium with the built extension, driven by Playwright.

Builds what it needs first; never downloads a browser.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from e2e.agent_process import ROOT
from side_by_side import built_once

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import BrowserContext, Playwright

CHROMIUM = Path("/usr/bin/chromium")
INSTALL = "apt-get install -y --no-install-recommends chromium fonts-dejavu-core"
EXTENSION_ID: str = json.loads((ROOT / "agent/secondlook/extension.json").read_text(encoding="utf-8"))["chromium_id"]
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--ignore-certificate-errors", "--mute-audio",
)  # fmt: skip


def build(script: str, *options: str) -> None:
    """Run one of the esbuild scripts (a quarter of a second, so there is no question of a stale bundle); once for all workers."""
    path = ROOT / script

    def run() -> None:
        words = ["node", str(path), *options]
        done = subprocess.run(words, cwd=path.parent, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"node {script} failed:\n{done.stderr[-3000:]}"

    built_once((script, *options), run)


def copy_extension(to: Path) -> Path:
    """Build the extension and copy it, so that a later build does not change a running browser."""
    build("extension/build.mjs")
    return Path(shutil.copytree(ROOT / "build" / "extension" / "chromium", to))


@contextmanager
def launch(
    playwright: Playwright, profile: Path, rules: str, *, extension: Path | None = None, language: str = "en-US"
) -> Iterator[BrowserContext]:
    """A headless Chromium on a profile folder of its own.

    Args:
        playwright: the started driver.
        profile: the profile folder; the native-messaging manifest lies in it.
        rules: --host-resolver-rules.
        extension: the unpacked extension, or None for a plain browser.
        language: the browser's own language, which picks the extension's.

    """
    assert CHROMIUM.exists(), f"Chromium is missing. Install it with: {INSTALL}"
    loaded = [f"--disable-extensions-except={extension}", f"--load-extension={extension}"] if extension else []
    context = playwright.chromium.launch_persistent_context(
        str(profile),
        executable_path=str(CHROMIUM),
        headless=True,
        chromium_sandbox=False,
        ignore_https_errors=True,
        viewport={"width": 1000, "height": 800},
        args=[*FLAGS, *loaded, f"--host-resolver-rules={rules}", f"--lang={language}"],
        env={**os.environ, "LANGUAGE": language.replace("-", "_")},
    )
    try:
        yield context
    finally:
        context.close()
