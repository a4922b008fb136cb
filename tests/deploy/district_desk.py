"""An administrator's desk: seals a roster, builds the district folder with the installed product, delivers it by apt.

Used by the deployment test. All people are invented.
"""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

from deploy.apt_repository import AptRepository
from deploy.machine import Log
from e2e.agent_process import ROSTER

PACKAGE = "second-look-district"
KEY = Path("/etc/second-look/district.key")


class DistrictDesk:
    """Builds in a folder of its own and publishes to the repository."""

    def __init__(self, folder: Path, repository: AptRepository, log: Log) -> None:
        folder.mkdir()
        self._folder, self._repository, self._log = folder, repository, log

    def deliver(self, version: str, *, without: str = "", labels: dict[str, object] | None = None) -> None:
        """Seal, build, publish and install.

        Args:
            version: of the folder.
            without: full name of a student who has been withdrawn.
            labels: changed labels of Facebook, or None.

        """
        export = self._folder / "users.csv"
        with (ROSTER / "users.csv").open(encoding="utf-8", newline="") as stream:
            rows = list(csv.DictReader(stream))
        kept = [row for row in rows if f"{row['givenName']} {row['familyName']}" != without]
        with export.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, rows[0])
            writer.writeheader()
            writer.writerows(kept)
        parts = []
        if labels:
            sites = self._folder / "facebook.json"
            sites.write_text(json.dumps({"site": "facebook", "labels": labels}), encoding="utf-8")
            parts = ["--sites", str(sites)]
        sealed, out = self._folder / "sealed", self._folder / "district"
        home = ["--home", str(self._folder / "home")]
        self._log.run("secondlook", "roster", "seal", str(export), "--out", str(sealed), *home)
        given = ["--roster", str(sealed), *parts, "--version", version, "--out", str(out), "--deb", *home]
        self._log.run("secondlook", "district", "build", *given)
        self._repository.publish(self._folder / f"{PACKAGE}_{version}_all.deb")
        self._repository.install(PACKAGE)

    def deliver_key(self, group: int) -> None:
        """Lay the key where agents take it from, readable by a group of staff."""
        self._log.say(f"$ install --mode 0640 sealed.key {KEY}")
        KEY.write_bytes((self._folder / "sealed.key").read_bytes())
        os.chown(KEY, 0, group)
        KEY.chmod(0o640)
