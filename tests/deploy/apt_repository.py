"""A real apt repository on this machine, such as a district has: a folder with packages and their index, reached by file:.

apt is told of it for the one call; its own sources, lists and caches stay as they are. Used by the deployment test.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from deploy.machine import Log

MISSING = "dpkg-scanpackages is missing. Install it with: apt-get install -y --no-install-recommends dpkg-dev"


class AptRepository:
    """The folder with packages, and beside it what apt remembers of it."""

    def __init__(self, folder: Path, log: Log) -> None:
        assert shutil.which("dpkg-scanpackages"), MISSING
        self._packages, self._log = folder / "packages", log
        for made in (self._packages, folder / "lists" / "partial", folder / "cache" / "archives" / "partial"):
            made.mkdir(parents=True)
        source = folder / "sources.list"
        source.write_text(f"deb [trusted=yes] file:{self._packages} ./\n", encoding="utf-8")
        told = {
            "Dir::Etc::SourceList": source,
            "Dir::Etc::SourceParts": "-",
            "Dir::State::Lists": folder / "lists",
            "Dir::Cache": folder / "cache",
            "Dpkg::Use-Pty": "0",
            "APT::Sandbox::User": "root",  # the lists lie in a folder of root's
        }
        self._told = [word for name, value in told.items() for word in ("-o", f"{name}={value}")]

    def publish(self, package: Path) -> None:
        """Add a package and write the index anew."""
        shutil.copy(package, self._packages)
        said = self._log.run("dpkg-scanpackages", "--multiversion", ".", cwd=self._packages)
        entries = [entry for entry in said.split("\n\n") if entry.startswith("Package:")]
        (self._packages / "Packages").write_text("\n\n".join(entries) + "\n", encoding="utf-8")

    def install(self, package: str) -> None:
        """What a laptop does each night: look for news, and take the newest."""
        for words in (["update"], ["install", "--yes", package]):
            self._log.run("apt-get", "--quiet", "--quiet", *self._told, *words)
