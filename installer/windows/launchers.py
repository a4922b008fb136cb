"""Compiles the three small programs of the Windows package from `launcher.c`, with Debian's cross compiler. Called by `layout.py`."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

COMPILER = "x86_64-w64-mingw32-gcc"
AGENT, COMMAND, NATIVE_HOST = "Second Look.exe", "secondlook.exe", "native-host.exe"
_SOURCE = Path(__file__).with_name("launcher.c")
# Static: mingw's own run-time library is not on Windows. No timestamp, so that the same source gives the same bytes.
_FLAGS = ("-Os", "-s", "-static", "-municode", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp")


@dataclass(frozen=True)
class _Launcher:
    name: str
    module: str
    flags: tuple[str, ...]


_LAUNCHERS = (
    _Launcher(COMMAND, "secondlook", ("-DFORWARD",)),
    _Launcher(AGENT, "secondlook run", ("-DSILENT", "-mwindows")),
    _Launcher(NATIVE_HOST, "secondlook.native_host_main", ()),
)


def compile_launchers(folder: Path) -> None:
    """Write all three into `folder`."""
    for launcher in _LAUNCHERS:
        words = [COMPILER, *_FLAGS, *launcher.flags, f'-DMODULE=L"{launcher.module}"']
        subprocess.run([*words, str(_SOURCE), "-o", str(folder / launcher.name)], check=True)
