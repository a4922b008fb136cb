"""The Windows libraries: what `requirements/windows.lock` names, by hash, for 64-bit Windows, made smaller. Kept between builds.

uv resolves markers for the target and not for this machine, which pip does not. Called by `build.py`; runs nothing of it.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from installer.identity import ROOT
from installer.libraries import SOURCES, install, kept, trim
from installer.windows.embeddable import PYTHON

LOCK = ROOT / "requirements" / "windows.lock"
_NOT_RUN = SOURCES | {".lib", ".exe"}
RUNTIME_FOLDER = "cpp-runtime"
RUNTIME = ("msvcp140.dll", "vcruntime140.dll", "vcruntime140_1.dll")
"""What of Microsoft's C++ run-time library is needed, all of one version; `layout.py` lays it beside python.exe."""


def libraries(build: Path) -> Path:
    """The folder of libraries for this lock; made when it is not there yet."""
    return kept(build, LOCK.read_bytes() + Path(__file__).read_bytes() + PYTHON.encode(), _make)


def _make(folder: Path) -> None:
    wanted = ["--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON]
    install(folder, *wanted, "--only-binary", ":all:", "--require-hashes", "-r", str(LOCK))
    _set_runtime_apart(folder)
    trim(folder, _NOT_RUN)


def runtime(libraries_folder: Path) -> list[Path]:
    """The C++ run-time library."""
    return [libraries_folder / RUNTIME_FOLDER / name for name in RUNTIME]


def _set_runtime_apart(folder: Path) -> None:
    """Of the C++ run-time library the wheel lays two half sets down; one whole set is made of them."""
    whole = folder / RUNTIME_FOLDER
    whole.mkdir()
    for name in RUNTIME:
        shutil.move(folder / "Scripts" / name, whole / name)
    for path in [*folder.glob("*.dll"), *folder.glob("msvc_runtime.*.pyd")]:
        path.unlink()
    shutil.rmtree(folder / "Scripts")
