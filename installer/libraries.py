"""What every package does with Python libraries: install them by hash, keep them between builds, leave out what is not run.

Called by `linux/libraries.py`, `windows/libraries.py` and `own_agent.py`; knows no platform. Nothing is resolved here.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Collection
from pathlib import Path

_TESTS = {"tests", "test"}
SOURCES = frozenset({".pyx", ".pxd", ".cpp", ".c", ".h", ".pyi", ".f", ".f90", ".pth"})
"""Endings of what only a compiler or an editor reads, and of what would run at each start."""
_OF_THE_BUILDER = ("RECORD", "direct_url.json", "REQUESTED", "uv_cache.json")
"""Files of a `dist-info` that hold for the folder or machine they were installed in."""


def kept(build: Path, recipe: bytes, make: Callable[[Path], None]) -> Path:
    """A folder of libraries; made when there is none yet for this recipe.

    Args:
        build: where such folders are kept, the newest alone.
        recipe: the lock, and whatever else decides what comes out; this module is a part of it by itself.
        make: fills a folder that is not there yet.

    """
    digest = hashlib.sha256(recipe + Path(__file__).read_bytes()).hexdigest()[:16]
    made = build / f"libraries-{digest}"
    if not made.exists():
        for old in build.glob("libraries-*"):
            shutil.rmtree(old)
        fresh = build / "libraries-in-the-making"
        shutil.rmtree(fresh, ignore_errors=True)
        make(fresh)
        fresh.rename(made)
    return made


def install(target: Path, *what: str) -> None:
    """Install with uv into a folder, without looking for dependencies and without what names this machine."""
    uv = Path(sys.executable).with_name("uv")
    # Copies: uv's own way is a hard link into its cache, and what is stripped below would be stripped in every environment.
    words = [str(uv), "--quiet", "pip", "install", "--no-deps", "--link-mode", "copy", "--target", str(target)]
    subprocess.run([*words, *what], check=True)
    shutil.rmtree(target / "bin", ignore_errors=True)  # scripts that name this machine's Python
    for name in _OF_THE_BUILDER:
        for path in target.glob(f"*.dist-info/{name}"):
            path.unlink()


def trim(folder: Path, endings: Collection[str] = SOURCES) -> None:
    """Take out tests, and files with these endings."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and path.name in _TESTS:
            shutil.rmtree(path)
        elif path.suffix in endings:
            path.unlink()
