"""What is known of each link at one moment. Data only; filled by `app.py` and `doctor.py`, put into words by `report.py`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Literal

from secondlook.config import Home
from secondlook.configured import Set
from secondlook.contract import PauseLength, SaidToday
from secondlook.install_host import Browser
from secondlook.rosters import Rosters

AgentState = Literal["running", "away", "unproven", "unlinked", "homeless", "removed", "replaced"]
"""`unlinked`: its link file cannot be written; `homeless`: its folder was deleted; `removed`, `replaced`: its program was."""


@dataclass(frozen=True)
class RulesSeen:
    """The rules in use; `problem` says why newer ones, or an overlay, are left aside."""

    count: int = 0
    digest: str = ""
    problem: str | None = None


@dataclass(frozen=True)
class KeySeen:
    """Where the key lies; `later` = it is made at the first start."""

    place: Literal["keyring", "key_file", "later", "unavailable"] = "later"
    problem: str = ""


@dataclass(frozen=True)
class KeptSeen:
    """How much is kept, where a damaged file was put aside, and why nothing can be kept just now."""

    exceptions: int = 0
    consents: int = 0
    aside: Path | None = None
    problem: str = ""


@dataclass(frozen=True)
class Hosts:
    """Browsers whose native-messaging manifest leads to our host, and those whose manifest leads elsewhere."""

    ready: tuple[Browser, ...] = ()
    wrong: tuple[Browser, ...] = ()


@dataclass(frozen=True)
class DistrictSeen:
    """The district folder. `keyless`: in use but for its roster; `kept`: a broken one was delivered, the last good one goes on.

    Attributes:
        version: of the one in use.
        made: when it was built.
        problem: file, place and reason, when something is wrong.
        parts: what it decides.
        overlay, settings: where its own lie, or None.
        roster: whether it brings one.

    """

    state: Literal["none", "used", "keyless", "kept", "broken"] = "none"
    version: str = ""
    made: datetime | None = None
    problem: str = ""
    parts: str = ""
    overlay: Path | None = None
    settings: Path | None = None
    roster: bool = False


@dataclass(frozen=True)
class Seen:
    """One look at everything.

    Attributes:
        now: aware, in the person's own zone.
        problem: why it is away, when it has said so itself.
        started: when the agent began, or None.
        imported: when the student roster was written, or None.
        browsers: when each has last asked with the token, since the agent began.
        hosts: None where it cannot be told.

    """

    now: datetime
    home: Home
    agent: AgentState = "away"
    version: str = ""
    port: int = 0
    problem: str = ""
    started: datetime | None = None
    paused_until: datetime | None = None
    pauses: tuple[PauseLength, ...] = ()
    names: Literal["ready", "loading", "missing"] = "missing"
    names_problem: str = ""
    rosters: Rosters = field(default_factory=Rosters)
    imported: datetime | None = None
    rules: RulesSeen = field(default_factory=RulesSeen)
    settings: Set = field(default_factory=Set)
    district: DistrictSeen = field(default_factory=DistrictSeen)
    said: SaidToday = "normal"
    zone_doubtful: bool = False
    key: KeySeen = field(default_factory=KeySeen)
    kept: KeptSeen = field(default_factory=KeptSeen)
    browsers: Mapping[Browser, datetime] = field(default_factory=dict)
    hosts: Hosts | None = field(default_factory=Hosts)
    folder: Literal["ok", "new", "open", "unwritable", "full"] = "ok"
    practice: bool = True
