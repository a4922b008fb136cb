"""A real local apt repository and a root of its own to install into: real apt-get, real dpkg, nothing of this machine touched."""

from __future__ import annotations

import hashlib
import os
import subprocess
from pathlib import Path

from secondlook.district.build import Built
from secondlook.district.deb_package import PACKAGE, deb_name, pack_deb

_CONFIGURATION = """\
Dir "{apt}"; Dir::State "{apt}/state"; Dir::State::status "{root}/var/lib/dpkg/status"; Dir::Cache "{apt}/cache";
Dir::Etc::SourceList "{apt}/sources.list"; Dir::Etc::SourceParts "/nonexistent"; Dir::Etc::Parts "/nonexistent";
Dir::Log "{apt}/log"; Dir::Bin::dpkg "/usr/bin/dpkg"; APT::Sandbox::User "root"; Debug::NoLocking "1";
DPkg::Options {{ "--root={root}"; "--force-not-root"; "--force-bad-path"; "--log=/dev/null"; }};
"""


class AptRepository:
    """A folder that apt reads, and a root that it installs into.

    Args:
        folder: a temporary one.

    """

    def __init__(self, folder: Path) -> None:
        self.root, self._apt, self._packages = folder / "root", folder / "apt", folder / "repository"
        for path in ("var/lib/dpkg/info", "var/lib/dpkg/updates"):
            (self.root / path).mkdir(parents=True)
        (self.root / "var/lib/dpkg/status").touch()
        for name in ("state/lists/partial", "cache/archives/partial", "log"):
            (self._apt / name).mkdir(parents=True)
        self._packages.mkdir()
        (self._apt / "sources.list").write_text(f"deb [trusted=yes] file:{self._packages} ./\n", encoding="utf-8")
        self._configuration = self._apt / "apt.conf"
        self._configuration.write_text(_CONFIGURATION.format(apt=self._apt, root=self.root), encoding="utf-8")

    @property
    def place(self) -> Path:
        """Where the package puts the district folder."""
        return self.root / "var/lib/second-look/district"

    def publish(self, built: Built) -> None:
        """Pack a folder and put it into the repository, beside the older ones."""
        package = pack_deb(built.folder, built.manifest, "District IT <it@example.org>")
        path = self._packages / deb_name(built.manifest)
        path.write_bytes(package)
        control = subprocess.run(["dpkg-deb", "-f", path], capture_output=True, check=True, text=True).stdout.rstrip()
        entry = f"{control}\nFilename: ./{path.name}\nSize: {len(package)}\nSHA256: {hashlib.sha256(package).hexdigest()}\n\n"
        with (self._packages / "Packages").open("a", encoding="utf-8") as index:
            index.write(entry)

    def upgrade(self) -> str:
        """What a laptop does every night: update, and install the newest version. Returns that version."""
        self._get("update")
        self._get("install", PACKAGE)
        shown = ["dpkg-query", f"--admindir={self.root}/var/lib/dpkg", "-W", "-f", "${Version}", PACKAGE]
        return subprocess.run(shown, capture_output=True, check=True, text=True).stdout

    def purge(self) -> None:
        """Take the package away."""
        self._get("purge", PACKAGE)

    def _get(self, *words: str) -> None:
        done = subprocess.run(
            ["apt-get", "-q", "-y", *words], capture_output=True, text=True, check=False, timeout=120,
            env=os.environ | {"APT_CONFIG": str(self._configuration), "DEBIAN_FRONTEND": "noninteractive"},
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
