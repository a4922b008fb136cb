"""Whether every DLL that the package's modules import will be found on a plain Windows: shipped beside them, or Windows' own.

Windows looks in the module's own folder, in python.exe's folder and in System32; wheels add their `NAME.libs`. Read with
objdump, so it runs on Linux. Called by `build.py`; a build with a gap is refused.
"""

from __future__ import annotations

import fnmatch
import re
import subprocess
from pathlib import Path

_MODULES = {".pyd", ".dll", ".exe"}
WINDOWS = (
    "kernel32.dll", "kernelbase.dll", "ntdll.dll", "user32.dll", "gdi32.dll", "advapi32.dll", "ole32.dll", "oleaut32.dll",
    "shell32.dll", "shlwapi.dll", "ws2_32.dll", "crypt32.dll", "bcrypt.dll", "bcryptprimitives.dll", "version.dll",
    "psapi.dll", "iphlpapi.dll", "secur32.dll", "rpcrt4.dll", "userenv.dll", "winmm.dll", "msvcrt.dll", "ucrtbase.dll",
    "dbghelp.dll", "dxgi.dll", "d3d11.dll", "d3dcompiler_47.dll", "comdlg32.dll", "comctl32.dll", "imm32.dll", "setupapi.dll",
    "propsys.dll", "pathcch.dll", "api-ms-win-*.dll",
)  # fmt: skip
"""What every Windows 10 and 11 has in System32; `api-ms-win-*` are names that the loader maps to these."""


def missing(package: Path, python: Path, carried: set[str]) -> list[str]:
    """One line for each module that would fail to load, with what it lacks.

    Args:
        package: the folder with all files of the package.
        python: the folder of python.exe in it.
        carried: names of DLLs that lie beside python.exe in the end, though they may not be there yet.

    """
    files = sorted(path for path in package.rglob("*") if path.suffix.lower() in _MODULES)
    by_folder: dict[Path, set[str]] = {}
    for path in files:
        by_folder.setdefault(path.parent, set()).add(path.name.lower())
    everywhere = {name.lower() for name in carried} | by_folder.get(python, set())
    for folder, names in by_folder.items():
        if folder.suffix == ".libs":
            everywhere |= names
    gaps = []
    for path, imports in _imports(files).items():
        lacks = imports - everywhere - by_folder[path.parent]
        lacks = {name for name in lacks if not any(fnmatch.fnmatch(name, known) for known in WINDOWS)}
        gaps += [f"{path.relative_to(package)} needs {name}" for name in sorted(lacks)]
    return gaps


def _imports(files: list[Path]) -> dict[Path, set[str]]:
    """What each file imports, lower case. One call for all, because each start of objdump costs more than its reading."""
    found: dict[Path, set[str]] = {path: set() for path in files}
    if not files:
        return found
    said = subprocess.run(["objdump", "-p", *map(str, files)], check=True, capture_output=True).stdout
    current: set[str] = set()
    for line in said.decode("utf-8", "replace").splitlines():
        if header := re.match(r"(.+):\s+file format ", line):
            current = found[Path(header[1])]
        elif name := re.match(r"\s*DLL Name: (\S+)", line):
            current.add(name[1].lower())
    return found
