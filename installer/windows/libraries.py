"""The Windows libraries: what `requirements/windows.lock` names, by hash, for 64-bit Windows, made smaller. Kept between builds.

uv resolves markers for the target and not for this machine, which pip does not. Called by `build.py`; runs nothing of it.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from installer.identity import ROOT
from installer.windows.embeddable import PYTHON

LOCK = ROOT / "requirements" / "windows.lock"
_NOT_RUN = {".pyx", ".pxd", ".cpp", ".c", ".h", ".pyi", ".lib", ".f", ".f90", ".exe"}
_TESTS = {"tests", "test"}
RUNTIME_FOLDER = "cpp-runtime"
_SCRIPTS = {"bin", "Scripts"}
RUNTIME = ("msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll")
"""What of Microsoft's C++ run-time library is needed, all of one version; `layout.py` lays it beside python.exe."""


def libraries(build: Path) -> Path:
    """The folder of libraries for this lock; made when it is not there yet."""
    recipe = LOCK.read_bytes() + Path(__file__).read_bytes() + PYTHON.encode()
    made = build / f"libraries-{hashlib.sha256(recipe).hexdigest()[:16]}"
    if not made.exists():
        for old in build.glob("libraries-*"):
            shutil.rmtree(old)
        fresh = build / "libraries-in-the-making"
        shutil.rmtree(fresh, ignore_errors=True)
        _install(fresh)
        _trim(fresh)
        fresh.rename(made)
    return made


def _install(target: Path) -> None:
    uv = str(Path(sys.executable).with_name("uv"))
    wanted = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON]
    safe = ["--only-binary", ":all:", "--no-deps", "--require-hashes"]
    subprocess.run(
        [uv, "--quiet", "pip", "install", *wanted, *safe, "--target", str(target), "-r", str(LOCK)], check=True
    )


def runtime(libraries_folder: Path) -> list[Path]:
    """The C++ run-time library."""
    return [libraries_folder / RUNTIME_FOLDER / name for name in RUNTIME]


def _trim(folder: Path) -> None:
    """Keep what runs. Of the C++ run-time library the wheel lays two half sets down; one whole set is made of them."""
    whole = folder / RUNTIME_FOLDER
    whole.mkdir()
    for name in RUNTIME:
        shutil.move(folder / "Scripts" / name, whole / name)
    for path in [*folder.glob("*.dll"), *folder.glob("msvc_runtime.*.pyd")]:
        path.unlink()
    for name in _SCRIPTS:
        shutil.rmtree(folder / name, ignore_errors=True)
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir() and path.name in _TESTS:
            shutil.rmtree(path)
        elif path.suffix in _NOT_RUN or path.suffix == ".pth":
            path.unlink()
    for name in ("RECORD", "direct_url.json", "REQUESTED", "INSTALLER", "uv_cache.json"):
        for path in folder.glob(f"*.dist-info/{name}"):
            path.unlink()
