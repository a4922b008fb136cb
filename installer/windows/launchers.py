"""Compiles the three small programs of the Windows package from `launcher.c`, with Debian's cross compiler. Called by `layout.py`."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

COMPILER, RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
AGENT, COMMAND, NATIVE_HOST = "Second Look.exe", "secondlook.exe", "native-host.exe"
_HERE = Path(__file__).resolve().parent
# Static: mingw's own run-time library is not on Windows. No timestamp, so that the same source gives the same bytes.
_FLAGS = ("-Os", "-s", "-static", "-municode", "-Wall", "-Wextra", "-Werror", "-Wl,--no-insert-timestamp")


@dataclass(frozen=True)
class _Launcher:
    """One program: its file, the words after `python -m`, what Windows shows, and flags of its own."""

    name: str
    module: str
    shown: str
    flags: tuple[str, ...]


_LAUNCHERS = (
    _Launcher(COMMAND, "secondlook", "Second Look command line", ("-DFORWARD",)),
    _Launcher(AGENT, "secondlook run", "Second Look", ("-DSILENT", "-mwindows")),
    _Launcher(NATIVE_HOST, "secondlook.native_host_main", "Second Look for browsers", ()),
)


def compile_launchers(folder: Path, version: str, icons: Path, work: Path) -> None:
    """Write all three into `folder`.

    Args:
        folder: where the programs go.
        version: three numbers.
        icons: the extension's folder of icons, named for their size.
        work: where what lies between may be written.

    """
    icon = work / "second-look.ico"
    pictures = [Image.open(icons / f"{size}.png") for size in (16, 32, 48, 128)]
    pictures[-1].save(icon, format="ICO", append_images=pictures[:-1], sizes=[picture.size for picture in pictures])
    for launcher in _LAUNCHERS:
        resources = work / f"{launcher.name}.res.o"
        facts = {
            "VERSION": f'"{version}"',
            "NUMBERS": f"{version.replace('.', ',')},0",
            "SHOWN": f'"{launcher.shown}"',
            "ICON_FILE": f'"{icon}"',
        }
        text = "".join(f"#define {name} {value}\n" for name, value in facts.items())
        (work / "launcher.rc").write_text(text + (_HERE / "launcher.rc").read_text(encoding="utf-8"), encoding="utf-8")
        subprocess.run([RESOURCES, str(work / "launcher.rc"), "-o", str(resources)], check=True)
        words = [COMPILER, *_FLAGS, *launcher.flags, f'-DMODULE=L"{launcher.module}"']
        subprocess.run(
            [*words, str(_HERE / "launcher.c"), str(resources), "-o", str(folder / launcher.name)], check=True
        )
