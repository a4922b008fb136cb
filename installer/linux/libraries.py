"""The libraries of the Debian package: what the lock names, by hash, made smaller and compiled. Kept between builds.

Called by `build.py`. Nothing is resolved here, and nothing of it is done again at installation.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from installer.identity import ROOT
from installer.libraries import install, kept, trim

INSTALLED = "/usr/lib/second-look/lib"
LOCK = ROOT / "requirements" / "agent.lock"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
"""Wheels with compiled parts belong to one minor version, so the package is for the Python that builds it."""

_STRIPPED = ("spacy", "blis", "thinc", "srsly", "preshed", "cymem", "murmurhash")
"""Their wheels carry debug symbols, 120 MB. Others are left as they came: stripping breaks numpy's bundled libraries."""


def libraries(build: Path) -> Path:
    """The folder of libraries for this lock and Python; made when it is not there yet."""
    return kept(build, LOCK.read_bytes() + Path(__file__).read_bytes() + PYTHON.encode(), _make)


def _make(folder: Path) -> None:
    python = ["--no-build-isolation", "--python", sys.executable]
    install(folder, *python, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))
    trim(folder)
    _strip(folder)
    compile_all(folder)


def compile_all(folder: Path) -> None:
    """Compile every module, so that installing is only unpacking. The result names the installed place and no date."""
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", "-j", str(os.cpu_count() or 1), "--invalidation-mode", "unchecked-hash",
         "-s", str(folder), "-p", INSTALLED, str(folder)],
        check=True,
    )  # fmt: skip


def _strip(folder: Path) -> None:
    modules = [path for name in _STRIPPED for path in (folder / name).rglob("*.so")]
    if not modules:
        raise FileNotFoundError("no compiled modules in the libraries: is the lock complete?")
    subprocess.run(["strip", "--strip-debug", *map(str, modules)], check=True)
