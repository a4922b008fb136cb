"""The packages and the Windows of these tests. Packages are built once, with a stand-in for Python and few libraries.

The whole tree of libraries would take half a minute to install and another to remove in wine; what differs with it, the DLLs,
is checked on the whole tree in test_libraries.py.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest

from installer.identity import test_identity as made_identity
from installer.windows.build import BUILD, TOOLS, make_package, make_payload, read_arguments
from installer.windows.libraries import RUNTIME_FOLDER, libraries
from windows_package.stub_python import stub_embeddable
from windows_package.wine import Wine

INSTALL = "Install what builds and tries the Windows package with: tools/setup.sh windows"
MEMORY, ROOM = Path("/dev/shm"), 2_000_000_000  # noqa: S108  a folder of our own is made in it, readable by us alone
FEW = ("click", "itsdangerous", RUNTIME_FOLDER)


@pytest.fixture(scope="session")
def whole_libraries():
    """Every library of the lock, as a release has them."""
    assert all(shutil.which(tool) for tool in TOOLS), INSTALL
    BUILD.mkdir(parents=True, exist_ok=True)
    return libraries(BUILD)


@pytest.fixture(scope="session")
def packages(whole_libraries, tmp_path_factory):
    """Three packages by name, each with one file that no other has."""
    work = tmp_path_factory.mktemp("windows")
    embed, digest = stub_embeddable(work)
    for name in FEW:
        shutil.copytree(whole_libraries / name, work / "few" / name)
    given = ["--python-embed", str(embed), "--python-embed-sha256", digest, "--work", str(work / "work")]
    payload = make_payload(made_identity(), read_arguments(given), work / "few")
    made = {}
    for name in ("1.0.0", "1.1.0", "1.1.0 again"):
        only = payload / f"only in {name}.txt"
        only.write_text(name, encoding="ascii")
        asked = read_arguments([*given, "--version", name.split()[0], "--out", str(work / name)])
        made[name] = make_package(payload, made_identity(), asked)
        only.unlink()
    return made


@pytest.fixture(scope="session")
def windows(tmp_path_factory):
    """A Windows, for all tests of this folder; in memory where there is enough of it, as wine waits for the disk most of the time."""
    assert shutil.which("wine"), INSTALL
    folder = tmp_path_factory.mktemp("wine")
    roomy = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > ROOM
    with tempfile.TemporaryDirectory(prefix="second-look-wine-", dir=MEMORY if roomy else folder) as place:
        wine = Wine(Path(place) / "prefix")
        wine.boot()
        yield wine
        wine.end()
        wine.settle()


@pytest.fixture(scope="session")
def fresh(windows):
    """What is there on a Windows that never saw us."""
    return windows.snapshot()


@pytest.fixture
def before(windows, fresh):
    """What was there before the test; when it is over, whatever it has installed is taken away again."""
    yield fresh
    windows.uninstall_all()
