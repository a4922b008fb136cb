"""From roster exports to what a check uses: reads, indexes, keeps and loads the rosters of one home.

Between the files and `people`; knows when a roster is too old to use. Called by `app.py`, `check` and `roster import`.
No readable name leaves memory: what is written is the keyed index.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from secondlook.checker import RosterState
from secondlook.config import Home, shipped
from secondlook.detection.names import NO_NAMES, NameBook
from secondlook.detection.settings import DetectionSettings
from secondlook.errors import BadRosterError, KeyUnavailableError
from secondlook.keys import Keys
from secondlook.people.index_file import load_index, save_index
from secondlook.people.namebook import RosterNames
from secondlook.people.person import RosterPerson, RosterReport
from secondlook.people.roster import RosterIndex, build_index
from secondlook.people.roster_files import read_roster, select
from secondlook.store import school_year_end

Exceptions = Callable[[str], bool]


@dataclass(frozen=True)
class Rosters:
    """Both rosters as a check uses them.

    Attributes:
        state: of the student roster; `stale` = past its end date and not used any more.
        problem: one sentence when a roster that is there cannot be used, else None.
        students, staff: how many people, for doctor; 0 when there is none.
        ends: last day of the student roster.

    """

    names: NameBook = NO_NAMES
    state: RosterState = "missing"
    settings: DetectionSettings = field(default_factory=DetectionSettings)
    problem: str | None = None
    students: int = 0
    staff: int = 0
    ends: date | None = None


def nobody_excepted(_: str) -> bool:
    """The exceptions of somebody who has said nothing yet."""
    return False


def rosters_of_home(home: Home, keys: Keys, exceptions: Exceptions, today: date) -> Rosters:
    """What lies in the home; a roster that is broken or too old is left out, and `problem` or `state` says so."""
    problem = None
    found: list[RosterIndex | None] = []
    for path in (home.roster_file, home.staff_file):
        index = None
        if path.is_file():
            try:
                index = load_index(path, keys.derive("roster"))
            except (BadRosterError, KeyUnavailableError, OSError) as error:
                problem = getattr(error, "sentence", f"{path.name} cannot be read.")
        found.append(index)
    students, staff = found
    stale = students is not None and students.ends is not None and students.ends < today
    joined = _join(None if stale else students, staff, exceptions)
    state: RosterState = "stale" if stale else "fresh" if students else "missing"
    return Rosters(
        joined.names,
        state,
        joined.settings,
        problem,
        joined.students,
        joined.staff,
        students.ends if students else None,
    )


def rosters_of_files(students: Path | None, staff: Path | None) -> Rosters:
    """Rosters straight from exports, indexed in memory under a key that nobody keeps.

    Raises:
        BadRosterError: a file cannot be used at all.

    """
    key = secrets.token_bytes(32)
    pupils = read_roster(students).people if students else []
    adults = select(read_roster(staff).people, "staff") if staff else [one for one in pupils if one.role == "staff"]
    return _join(
        build_index(select(pupils, "student"), key) if students else None,
        build_index(adults, key) if adults else None,
        nobody_excepted,
    )


def invented_rosters() -> tuple[Rosters, list[str]]:
    """The invented roster that ships, and a few of its names to try.

    Raises:
        BadRosterError: it is not there or broken.

    """
    folder = shipped("practice_roster")
    made = rosters_of_files(folder / "users.csv", folder / "staff.csv")
    pupils = select(read_roster(folder / "users.csv").people, "student")
    tries = [f"{one.given} {one.family}" for one in pupils[:6]]
    return Rosters(made.names, "invented", made.settings, None, made.students, made.staff), tries


def import_files(
    files: Iterable[Path], home: Home, keys: Keys, kind: Literal["student", "staff"]
) -> list[RosterReport]:
    """Read exports and put the keyed indexes of their people in the home, whole or not at all.

    Args:
        files: exports that `read_roster` knows.
        home: where the indexes go.
        keys: of that home.
        kind: what people of a file that does not speak of roles are.

    Raises:
        BadRosterError: a file cannot be used, or there is nobody in any of them. Nothing is replaced then.
        KeyUnavailableError: the key cannot be had.

    """
    reports = [read_roster(path) for path in files]
    people = [person for report in reports for person in report.people]
    groups = {role: _of(people, role, kind) for role in ("student", "staff")}
    if not any(groups.values()):
        raise BadRosterError("There is no student and no employee in these files, so nothing was changed.")
    ends = max((report.ends for report in reports if report.ends), default=school_year_end(date.today()))  # noqa: DTZ011  a school day, local
    key = keys.derive("roster")
    home.path.mkdir(mode=0o700, parents=True, exist_ok=True)
    for role, path in (("student", home.roster_file), ("staff", home.staff_file)):
        if groups[role]:
            save_index(build_index(groups[role], key, ends=ends), path, key)
    return reports


def _of(people: list[RosterPerson], role: str, kind: str) -> list[RosterPerson]:
    return [person for person in people if person.role == role or (person.role == "unstated" and kind == role)]


def _join(students: RosterIndex | None, staff: RosterIndex | None, exceptions: Exceptions) -> Rosters:
    return Rosters(
        names=RosterNames(students, staff, exceptions),
        state="fresh" if students else "missing",
        settings=DetectionSettings(
            district_domains=frozenset(staff.email_domains if staff else ()),
            student_domains=frozenset(students.email_domains if students else ()),
        ),
        students=students.people if students else 0,
        staff=staff.people if staff else 0,
        ends=students.ends if students else None,
    )
