"""Makes the stand-in for python.org's embeddable zip: the right names, a stub that is no Python. Used by the wine tests alone."""

from __future__ import annotations

import hashlib
import subprocess
import zipfile
from pathlib import Path

from installer.windows.embeddable import CARRIED, TAG
from installer.windows.launchers import COMPILER

HERE = Path(__file__).resolve().parent


def stub_embeddable(folder: Path) -> tuple[Path, str]:
    """The zip and its SHA-256."""
    program, library, empty = folder / "python.exe", folder / "empty.dll", folder / "empty.c"
    empty.write_text("int nothing;\n", encoding="ascii")
    compile_ = [COMPILER, "-Os", "-s", "-static"]
    subprocess.run([*compile_, "-municode", str(HERE / "stub_python.c"), "-o", str(program)], check=True)
    subprocess.run([*compile_, "-shared", str(empty), "-o", str(library)], check=True)
    archive = folder / "STUB-python-embed-amd64.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.write(program, "python.exe")
        for name in sorted(CARRIED):
            made.write(library, name)
        for name in (f"{TAG}.zip", f"{TAG}._pth", "LICENSE.txt"):
            made.writestr(name, f"stub of {name}\n")
    return archive, hashlib.sha256(archive.read_bytes()).hexdigest()
