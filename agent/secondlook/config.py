"""Where things live and how much is too much. Reads the environment, opens nothing, decides nothing.

Everything the agent writes lies under one home folder (`--home`, else `SECONDLOOK_HOME`, else the platform's per-user
data folder), so that a person can look at it and delete it.
"""

from __future__ import annotations

import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path

HOST = "127.0.0.1"
PORTS = tuple(range(47615, 47625))
"""Tried in this order when no port is asked for; the extension learns the choice by native messaging, never by scanning."""

MAX_BODY = 64 * 1024
"""Bytes of a request body; a longer one is answered 413."""
CHECK_SECONDS = 1.5
"""Wall-clock budget of one check."""
WORKERS = 4
QUEUE = 8
"""Requests waiting for a worker; one more is answered 429."""

_PACKAGE = Path(__file__).resolve().parent

EXTENSION: dict[str, str] = json.loads((_PACKAGE / "extension.json").read_text(encoding="utf-8"))
"""The extension this agent serves: ids, public key and native-messaging name. The extension's build reads the same file."""

PACKAGED_HOST = _PACKAGE.parent.parent / "native-host"
"""The native-messaging host of an installed package, which knows where the package's libraries are; elsewhere not there."""


@dataclass(frozen=True)
class Home:
    """The one folder that holds everything of ours for one person.

    Attributes:
        path: the folder; made with mode 0700 on first use by whoever writes.

    """

    path: Path

    @property
    def key_file(self) -> Path:
        """The 0600 key file, used on Linux without a keyring (design section 8)."""
        return self.path / "key"

    @property
    def handed_file(self) -> Path:
        """The district's key, 0600, on Linux without a keyring."""
        return self.path / "district.key"

    @property
    def district_folder(self) -> Path:
        """Our own copy of the district folder that is in use; the last good one."""
        return self.path / "district"

    @property
    def link_file(self) -> Path:
        """Port, start time and salt of the running agent; no secret (the token is derived with the key)."""
        return self.path / "link.json"

    @property
    def roster_file(self) -> Path:
        """The keyed index of student names."""
        return self.path / "students.index"

    @property
    def staff_file(self) -> Path:
        """The keyed index of employee names."""
        return self.path / "staff.index"

    @property
    def store_file(self) -> Path:
        """SQLite: exceptions, consents, settings."""
        return self.path / "secondlook.sqlite"

    @property
    def overlay_folder(self) -> Path:
        """Levels, rules and terms laid over the policy, when it is there."""
        return self.path / "overlay"

    @property
    def settings_file(self) -> Path:
        """What the person sets for themselves: staff group, coach or not, professional accounts."""
        return self.path / "settings.json"

    @property
    def log_file(self) -> Path:
        """The agent's log: codes, kinds and counts."""
        return self.path / "agent.log"


def find_home(given: str | os.PathLike[str] | None = None) -> Home:
    """The home folder asked for, or the platform's own.

    Args:
        given: `--home`, or None.

    """
    if given:
        return Home(Path(given).expanduser().absolute())
    if named := os.environ.get("SECONDLOOK_HOME"):
        return Home(Path(named).expanduser().absolute())
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local")
        return Home(base / "SecondLook")
    if sys.platform == "darwin":
        return Home(Path.home() / "Library" / "Application Support" / "SecondLook")
    base = Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
    return Home(base / "second-look")


def district_settings() -> Path:
    """The settings file that IT writes, in a place where only an administrator can (`SECONDLOOK_DISTRICT_SETTINGS` = elsewhere)."""
    return named_settings() or _administrators_place() / "settings.json"


def named_settings() -> Path | None:
    """The settings file named by `SECONDLOOK_DISTRICT_SETTINGS`, which comes before all others."""
    named = os.environ.get("SECONDLOOK_DISTRICT_SETTINGS")
    return Path(named).expanduser().absolute() if named else None


@dataclass(frozen=True)
class DistrictPlace:
    """Where the district folder is delivered, and whose it has to be.

    Attributes:
        folder: need not be there.
        key: the key file of its roster; need not be there.
        owner: a user id that may own both, besides root; for tests and trials.

    """

    folder: Path
    key: Path
    owner: int | None = None


def district_place() -> DistrictPlace:
    """The platform's own place, or what `SECONDLOOK_DISTRICT`, `SECONDLOOK_DISTRICT_KEY` and `SECONDLOOK_DISTRICT_OWNER` say."""
    etc = _administrators_place()
    on_linux = sys.platform not in ("win32", "darwin")
    folder = os.environ.get("SECONDLOOK_DISTRICT") or (LINUX_DISTRICT if on_linux else etc / "district")
    key = os.environ.get("SECONDLOOK_DISTRICT_KEY") or etc / "district.key"
    owner = os.environ.get("SECONDLOOK_DISTRICT_OWNER", "")
    return DistrictPlace(Path(folder).absolute(), Path(key).absolute(), int(owner) if owner.isdecimal() else None)


LINUX_DISTRICT = "/var/lib/second-look/district"
"""Under /var/lib, because packages replace it whole and nobody edits it there (FHS 3.0, 5.8); /etc is for what is edited."""


def _administrators_place() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA") or r"C:\ProgramData") / "SecondLook"
    if sys.platform == "darwin":
        return Path("/Library/Application Support/SecondLook")
    return Path("/etc/second-look")


def chosen_model(given: str | None = None) -> str | None:
    """The spaCy pipeline asked for by `--model` or, for IT, by `SECONDLOOK_MODEL`: a folder or an installed package's name.

    None means the one that ships.
    """
    return given or os.environ.get("SECONDLOOK_MODEL") or None


def shipped(name: str) -> Path:
    """A folder that ships with the product, such as `shared_rules` or `practice`.

    A wheel or package carries it inside `secondlook/`; a checkout keeps it at the root, or under `build/` when it is built.
    """
    root = _PACKAGE.parent.parent
    candidates = (_PACKAGE / name, root / name, root / "build" / name)
    return next((path for path in candidates if path.is_dir()), candidates[0])
