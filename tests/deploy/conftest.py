"""What the deployment test begins with: two built packages, this machine without one of them, a staff member.

It installs in a view of the machine that nobody else sees (`own_machine.py`), so it wants root, and whatever happens, nothing
of it is left in the end. A machine that has Second Look already is refused, as that would be in the view as well.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from deploy.apt_repository import AptRepository
from deploy.district_desk import DistrictDesk
from deploy.machine import Log, files
from deploy.own_machine import own_machine
from deploy.staff_member import StaffMember
from e2e.agent_process import ROOT
from secondlook import __version__

PACKAGE, DISTRICT = "second-look", "second-look-district"
NEXT_VERSION = f"{__version__}.1"
OTHERS = Path("/etc/firefox/policies/policies.json")
DISTRICT_POLICIES = Path("/etc/chromium/policies/managed/district.json")
OTHERS_POLICY = '{\n  "policies": {\n    "DisableProfileImport": true\n  }\n}\n'
TOOLS = {
    "dpkg-deb": "dpkg",
    "strip": "binutils",
    "/usr/bin/python3": "python3",
    "setpriv": "util-linux",
    "useradd": "passwd",
    "openssl": "openssl",
}
BROKEN = pytest.StashKey[str]()
NOT_ROOT = "The deployment test installs a package, so it wants root: sudo .venv/bin/python -m pytest tests/deploy"


@dataclass
class Deployment:
    """The machine and the person, for all steps of the story."""

    log: Log
    first: Path
    second: Path
    folder: Path
    before: set[str] = field(default_factory=set)
    staff: StaffMember | None = None
    desk: DistrictDesk | None = None


@pytest.fixture(scope="module")
def folder():
    """A folder that the person's browsers can go through; pytest closes its own to all others."""
    with tempfile.TemporaryDirectory(prefix="second-look-deploy-") as made:
        Path(made).chmod(0o755)
        yield Path(made)


@pytest.fixture(scope="module")
def machine():
    """The machine that the test may install on."""
    assert os.geteuid() == 0, NOT_ROOT
    with own_machine():
        yield


@pytest.fixture(scope="module")
def deployment(folder, machine):  # noqa: ARG001 - all of it happens there
    """A machine that is ready for the package."""
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    assert not missing, f"Missing. Install with: apt-get install -y {' '.join(missing)}"
    known = subprocess.run(["dpkg-query", "-W", PACKAGE, DISTRICT], capture_output=True, check=False, text=True).stdout
    assert not known, (
        f"Second Look is installed on this machine; take it off first: apt-get purge --yes {PACKAGE} {DISTRICT}"
    )
    log = Log()
    key = folder / "key.pem"
    log.run("openssl", "genrsa", "-out", str(key), "2048")
    first, second = (build(log, key, version) for version in (__version__, NEXT_VERSION))
    story = Deployment(log, first, second, folder)
    story.staff = StaffMember(log)
    story.desk = DistrictDesk(folder / "desk", AptRepository(folder / "apt", log), log)
    OTHERS.parent.mkdir(parents=True, exist_ok=True)
    assert not OTHERS.exists(), f"{OTHERS} is in use on this machine, and the test wants one of its own; move it away"
    OTHERS.write_text(OTHERS_POLICY, encoding="utf-8")
    story.before = files()
    yield story
    story.staff.leave()


def build(log: Log, key: Path, version: str) -> Path:
    """`make deb` as for a release, with a key made for this test; returns the package."""
    said = log.run("make", "--no-print-directory", "-C", str(ROOT), "deb", f"KEY={key}", f"VERSION={version}")
    line = next(line for line in said.splitlines() if ".deb: " in line)
    package = Path(line.partition(":")[0])
    return package.rename(key.parent / package.name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):  # noqa: ARG001  pytest names the arguments
    """Remember the step at which the story broke: what follows would only be confused by it."""
    report = yield
    if report.failed:
        item.session.stash.setdefault(BROKEN, item.name)
    return report


@pytest.fixture(autouse=True)
def going_on(request):
    """Each step stands on the one before."""
    broken = request.session.stash.get(BROKEN, None)
    assert broken is None, f"the story broke off at {broken}"


@pytest.fixture
def log(deployment):
    """The log of all that is done."""
    return deployment.log


@pytest.fixture
def staff(deployment):
    """The staff member."""
    return deployment.staff


@pytest.fixture
def desk(deployment):
    """The administrator's desk."""
    return deployment.desk
