"""An administrator's desk and a laptop's place of delivery, both in a temporary folder, for the tests of the district folder."""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NoReturn

from secondlook.config import DistrictPlace, Home
from secondlook.district.build import Built, Sources, build_in, keep
from secondlook.district.in_use import DistrictInUse
from secondlook.district.sealing import Sealed, seal_rosters
from secondlook.keys import Keys, NoVaultError
from secondlook.rosters import ImportOptions

TODAY = date.today()  # noqa: DTZ011 - a school day, local
SNOW = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:No School\r\nDTSTART;VALUE=DATE:20261201\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
NEW_POST_BUTTON = {
    "site": "facebook",
    "labels": {"post_submit": {"en": ["Share now"], "es": ["Compartir ya"], "pt": ["Enviar já"]}},
}
HEADER = "givenName,familyName,role,identifier,email\n"
EVERYBODY = ("Emma,Rodrigues,student,314159,", "Liam,Malley,student,271828,", "Dana,Whitfield,teacher,,dw@d.invalid")


def no_vault() -> NoReturn:
    raise NoVaultError


class Delivery:
    """Seals, builds and delivers; `place` is where the laptop looks, `home` the person's.

    Args:
        folder: a temporary one.

    """

    def __init__(self, folder: Path) -> None:
        self.desk, self.home = folder / "desk", Home(folder / "home")
        self.desk.mkdir()
        etc = folder / "etc"
        etc.mkdir(mode=0o755)
        self.place = DistrictPlace(etc / "district", etc / "district.key", os.getuid())
        self.keys = Keys(self.home, no_vault, "linux")
        self.environment = {
            "SECONDLOOK_DISTRICT": str(self.place.folder),
            "SECONDLOOK_DISTRICT_KEY": str(self.place.key),
            "SECONDLOOK_DISTRICT_OWNER": str(os.getuid()),
        }

    @property
    def key_file(self) -> Path:
        """The key as it lies on the desk."""
        return self.desk / "sealed.key"

    def seal(self, *rows: str, until: date | None = None) -> Sealed:
        """Seal a roster of these rows."""
        export = self.desk / "users.csv"
        export.write_text(HEADER + "".join(f"{row}\n" for row in rows or EVERYBODY), encoding="utf-8")
        options = ImportOptions(ends=until or TODAY + timedelta(days=100))
        return seal_rosters([(export, "student")], self.desk / "sealed", options)

    def write(self, name: str, content: Any) -> Path:
        """Write a file on the desk."""
        path = self.desk / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
        return path

    def everything(self, **changed: Any) -> Sources:
        """Sources with every part."""
        self.write("overlay/levels.json", {"rules": {"student-id": "block"}})
        parts: dict[str, Any] = {
            "rules": self.desk / "overlay",
            "sites": (self.write("labels/facebook.json", NEW_POST_BUTTON),),
            "roster": self.desk / "sealed",
            "calendar": self.write("school.ics", SNOW),
            "settings": self.write("settings.json", {"school_names": ["Kane School"]}),
        }
        return Sources(**parts | changed)

    def build(self, sources: Sources) -> Built:
        """Build into a folder of its own on the desk."""
        return build_in(Path(tempfile.mkdtemp(dir=self.desk)), sources, TODAY, lambda _step: None)

    def deliver(self, sources: Sources) -> Built:
        """Build, and put the folder in the laptop's place."""
        built = self.build(sources)
        keep(built, self.place.folder)
        return built

    def deliver_key(self, mode: int = 0o640) -> None:
        """Put the key in the laptop's place."""
        shutil.copyfile(self.key_file, self.place.key)
        self.place.key.chmod(mode)

    def laptop(self, *, keep_copy: bool = True, gone_seconds: float = 0.0) -> DistrictInUse:
        """What the agent of the home sees."""
        return DistrictInUse(self.home, self.keys, self.place, keep=keep_copy, gone_seconds=gone_seconds)
