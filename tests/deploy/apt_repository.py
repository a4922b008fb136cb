"""A real apt repository on this machine, such as a district has: a folder with packages and their index, reached by file:.

Its entry in /etc/apt is there only while the context lasts, and apt looks at no other source meanwhile. Used by the
deployment test.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Self

from deploy.machine import Log

ENTRY = Path("/etc/apt/sources.list.d/second-look-test.list")
MISSING = "dpkg-scanpackages is missing. Install it with: apt-get install -y --no-install-recommends dpkg-dev"


class AptRepository:
    """The folder; use as a context manager."""

    def __init__(self, folder: Path, log: Log) -> None:
        assert shutil.which("dpkg-scanpackages"), MISSING
        self._folder, self._log = folder, log

    def publish(self, package: Path) -> None:
        """Add a package and write the index anew."""
        shutil.copy(package, self._folder)
        index = self._log.run("dpkg-scanpackages", "--multiversion", ".", cwd=self._folder)
        entries = "\n\n".join(part for part in index.split("\n\n") if part.startswith("Package:"))
        (self._folder / "Packages").write_text(f"{entries}\n", encoding="utf-8")

    def install(self, package: str) -> None:
        """What a laptop does each night: look for news, and take the newest."""
        self._apt("update")
        self._apt("install", "--yes", package)

    def _apt(self, *words: str) -> None:
        ours_alone = (
            "-o",
            f"Dir::Etc::SourceList={ENTRY}",
            "-o",
            "Dir::Etc::SourceParts=-",
            "-o",
            "APT::Get::List-Cleanup=0",
        )
        self._log.run("apt-get", "--quiet", "--quiet", *ours_alone, *words)

    def __enter__(self) -> Self:
        self._folder.mkdir()
        ENTRY.write_text(f"deb [trusted=yes] file:{self._folder} ./\n", encoding="utf-8")
        return self

    def __exit__(self, *_: object) -> None:
        ENTRY.unlink()
        for left in Path("/var/lib/apt/lists").glob(f"*{self._folder.name}*"):
            if left.is_file():
                left.unlink()
