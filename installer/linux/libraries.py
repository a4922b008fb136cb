"""The libraries of the Debian package: what the lock names, by hash, made smaller and compiled. Kept between builds.

Called by `build.py`. Nothing is resolved here, and nothing of it is done again at installation.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer.identity import ROOT

INSTALLED = "/usr/lib/second-look/lib"
LOCK = ROOT / "requirements" / "agent.lock"
PYTHON = f"{sys.version_info.major}.{sys.version_info.minor}"
"""Wheels with compiled parts belong to one minor version, so the package is for the Python that builds it."""

_SOURCES = {".pyx", ".pxd", ".cpp", ".c", ".h", ".pyi", ".f", ".f90"}
_TESTS = {"tests", "test"}
_STRIPPED = ("spacy", "blis", "thinc", "srsly", "preshed", "cymem", "murmurhash")
"""Their wheels carry debug symbols, 120 MB. Others are left as they came: stripping breaks numpy's bundled libraries."""


def libraries(build: Path) -> Path:
    """The folder of libraries for this lock and Python; made when it is not there yet."""
    recipe = LOCK.read_bytes() + Path(__file__).read_bytes() + PYTHON.encode()
    made = build / f"libraries-{hashlib.sha256(recipe).hexdigest()[:16]}"
    if not made.exists():
        for old in build.glob("libraries-*"):
            shutil.rmtree(old)
        fresh = build / "libraries-in-the-making"
        shutil.rmtree(fresh, ignore_errors=True)
        install(fresh, "--require-hashes", "--only-binary", ":all:", "-r", str(LOCK))
        _trim(fresh)
        _strip(fresh)
        compile_all(fresh)
        fresh.rename(made)
    return made


def install(target: Path, *what: str) -> None:
    """Install with uv into a folder, without looking for dependencies."""
    uv = Path(sys.executable).with_name("uv")
    words = [str(uv), "--quiet", "pip", "install", "--no-deps", "--no-build-isolation"]
    # Copies: uv's own way is a hard link into its cache, and what is stripped below would be stripped in every environment.
    words += ["--link-mode", "copy"]
    subprocess.run([*words, "--python", sys.executable, "--target", str(target), *what], check=True)
    shutil.rmtree(target / "bin", ignore_errors=True)  # scripts that name this machine's Python
    for name in (
        "RECORD",
        "direct_url.json",
        "REQUESTED",
        "uv_cache.json",
    ):  # what holds for this folder or machine alone
        for path in target.glob(f"*.dist-info/{name}"):
            path.unlink()


def compile_all(folder: Path) -> None:
    """Compile every module, so that installing is only unpacking. The result names the installed place and no date."""
    subprocess.run(
        [sys.executable, "-m", "compileall", "-q", "-j", str(os.cpu_count() or 1), "--invalidation-mode", "unchecked-hash",
         "-s", str(folder), "-p", INSTALLED, str(folder)],
        check=True,
    )  # fmt: skip


def _trim(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and path.name in _TESTS:
            shutil.rmtree(path)
        elif path.suffix in _SOURCES or path.suffix == ".pth":
            path.unlink()


def _strip(folder: Path) -> None:
    modules = [path for name in _STRIPPED for path in (folder / name).rglob("*.so")]
    if not modules:
        raise FileNotFoundError("no compiled modules in the libraries: is the lock complete?")
    subprocess.run(["strip", "--strip-debug", *map(str, modules)], check=True)
