"""The whole tree of Windows libraries: that the lock is for Windows, and that each DLL which it needs is there."""

from __future__ import annotations

import os
import re
import shutil

from installer.identity import ROOT
from installer.windows.dll_closure import missing
from installer.windows.embeddable import CARRIED, PYTHON
from installer.windows.libraries import RUNTIME_FOLDER


def laid_out(libraries, folder, names):
    """Some libraries and Python's folder, as the package has them."""
    for name in names:
        shutil.copytree(libraries / name, folder / "lib" / name, copy_function=os.link)
    shutil.copytree(libraries / RUNTIME_FOLDER, folder / "python", copy_function=os.link)
    return folder


def test_every_module_finds_its_dlls(whole_libraries, tmp_path):
    """Nothing of the whole tree is missing, with Microsoft's C++ run-time library beside python.exe."""
    names = [path.name for path in whole_libraries.iterdir() if path.is_dir() and path.name != RUNTIME_FOLDER]
    package = laid_out(whole_libraries, tmp_path / "package", names)
    assert missing(package, package / "python", CARRIED) == []


def test_a_missing_dll_is_told(whole_libraries, tmp_path):
    """Without the C++ run-time library spaCy would not load, and the check names each module and what it lacks."""
    package = laid_out(whole_libraries, tmp_path / "package", ["preshed"])
    (package / "python" / "msvcp140.dll").unlink()
    assert missing(package, package / "python", CARRIED) == ["lib/preshed/bloom.cp313-win_amd64.pyd needs msvcp140.dll"]


def test_the_tree_is_for_windows(whole_libraries):
    """Compiled for Windows and for the Python that is handed in; what only Windows needs is there, what only Linux needs is not."""
    tag = f"cp{PYTHON.replace('.', '')}-win_amd64.pyd"
    modules = [path.name for path in whole_libraries.rglob("*.pyd")]
    assert len(modules) > 50
    assert all(name.endswith(tag) or ".abi3." in name or name.count(".") == 1 for name in modules)
    assert not list(whole_libraries.rglob("*.so"))
    assert (whole_libraries / "win32ctypes").is_dir()
    assert not (whole_libraries / "secretstorage").exists()
    assert (whole_libraries / RUNTIME_FOLDER).is_dir()


def test_the_lock_pins_everything_by_hash():
    """Each package of the Windows lock has a version and a hash, and the agent's own requirements are all in it."""
    lock = (ROOT / "requirements" / "windows.lock").read_text(encoding="utf-8")
    entries = re.findall(
        r"^([a-z0-9.-]+)==(\S+) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", lock, re.MULTILINE
    )
    assert len(entries) == len(re.findall(r"==", lock))
    wanted = (ROOT / "requirements" / "agent.in").read_text(encoding="utf-8")
    named = {line.strip() for line in wanted.splitlines() if line.strip() and not line.startswith("#")}
    assert named <= {name for name, _, _ in entries}
