"""From roster exports to what a check uses: reads, indexes, keeps and loads the rosters of one home.

Between the files and `people`; knows when a roster is too old to use. Called by `app.py`, `check` and `roster import`.
No readable name leaves memory: what is written is the keyed index.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
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
from secondlook.people.roster_files import read_rosters, select
from secondlook.store import school_year_end

Exceptions = Callable[[str], bool]
RosterKind = Literal["student", "staff"]


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


@dataclass(frozen=True)
class SealedRosters:
    """Rosters of the district: what it has comes in place of what lies in the home.

    Attributes:
        students, staff: index files, or None where the district has none.
        key: what they were sealed with; None = it has not been delivered, and `problem` says so.

    """

    students: Path | None = None
    staff: Path | None = None
    key: bytes | None = field(default=None, repr=False)
    problem: str | None = None


NOT_SEALED = SealedRosters()


def nobody_excepted(_: str) -> bool:
    """The exceptions of somebody who has said nothing yet."""
    return False


def rosters_of_home(
    home: Home, keys: Keys, exceptions: Exceptions, today: date, sealed: SealedRosters = NOT_SEALED
) -> Rosters:
    """What the district has sealed or, where it has nothing, what lies in the home.

    A roster that is broken or too old is left out, and `problem` or `state` says so.
    """
    problem = None
    found: list[RosterIndex | None] = []
    for ours, theirs in ((home.roster_file, sealed.students), (home.staff_file, sealed.staff)):
        index = None
        try:
            if theirs is not None:
                index = _unseal(theirs, sealed)
            elif ours.is_file():
                index = load_index(ours, keys.derive("roster"))
        except (BadRosterError, KeyUnavailableError, OSError) as error:
            problem = getattr(error, "sentence", f"{(theirs or ours).name} cannot be read.")
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


def _unseal(path: Path, sealed: SealedRosters) -> RosterIndex:
    if sealed.key is None:
        raise KeyUnavailableError(sealed.problem or "The key of the district's roster has not been delivered.")
    return load_index(path, sealed.key)


def rosters_of_files(students: Path | None, staff: Path | None) -> Rosters:
    """Rosters straight from exports, indexed in memory under a key that nobody keeps.

    Raises:
        BadRosterError: a file cannot be used at all.

    """
    key = secrets.token_bytes(32)
    pupils = _people_of(students) if students else []
    adults = select(_people_of(staff), "staff") if staff else [one for one in pupils if one.role == "staff"]
    return _join(
        build_index(select(pupils, "student"), key) if students else None,
        build_index(adults, key) if adults else None,
        nobody_excepted,
    )


def _people_of(path: Path) -> list[RosterPerson]:
    return [person for report in read_rosters(path) for person in report.people]


def invented_rosters() -> tuple[Rosters, list[str]]:
    """The invented roster that ships, and a few of its names to try.

    Raises:
        BadRosterError: it is not there or broken.

    """
    folder = shipped("practice_roster")
    made = rosters_of_files(folder / "users.csv", folder / "staff.csv")
    pupils = select(_people_of(folder / "users.csv"), "student")
    tries = [f"{one.given} {one.family}" for one in pupils[:6]]
    return Rosters(made.names, "invented", made.settings, None, made.students, made.staff), tries


@dataclass(frozen=True)
class ImportOptions:
    """How exports are taken in.

    Attributes:
        kind: what people of a file that does not speak of roles are.
        mapping: column key -> field, for exports with headings of the district's own.
        ends: last day the rosters may be used; what the exports say, or the end of the school year, when None.
        progress: told how many of how many people are indexed.

    """

    kind: RosterKind = "student"
    mapping: Mapping[str, str] = field(default_factory=dict)
    ends: date | None = None
    progress: Callable[[int, int], None] | None = None


@dataclass(frozen=True)
class Imported:
    """What an import has done: the reports in order, and for each roster written its people before and after."""

    reports: tuple[RosterReport, ...]
    written: tuple[tuple[RosterKind, int, int], ...]
    ends: date


def import_files(files: Iterable[Path], home: Home, keys: Keys, options: ImportOptions | None = None) -> Imported:
    """Read exports of one or many schools and put the keyed indexes of their people in the home, whole or not at all.

    Raises:
        BadRosterError: a file cannot be used, or there is nobody in any of them. Nothing is replaced then.
        KeyUnavailableError: the key cannot be had.

    """
    options = options or ImportOptions()
    taken = read_exports([(path, options.kind) for path in files], options)
    key = keys.derive("roster")
    indexes = taken.indexes(key, options.progress)
    home.path.mkdir(mode=0o700, parents=True, exist_ok=True)
    written = []
    for role, index in indexes.items():
        path = home.roster_file if role == "student" else home.staff_file
        before = _people_in(path, key)
        save_index(index, path, key)
        written.append((role, before, index.people))
    return Imported(taken.reports, tuple(written), taken.ends)


@dataclass(frozen=True)
class Exports:
    """Exports that have been read and not yet indexed. Holds readable names for as long as that takes.

    Attributes:
        groups: the people by roster; neither empty list nor both missing.
        ends: last day the rosters may be used.

    """

    reports: tuple[RosterReport, ...]
    groups: Mapping[RosterKind, list[RosterPerson]] = field(repr=False)
    ends: date

    def indexes(self, key: bytes, progress: Callable[[int, int], None] | None = None) -> dict[RosterKind, RosterIndex]:
        """The keyed index of each roster."""
        total, done = sum(map(len, self.groups.values())), 0
        made: dict[RosterKind, RosterIndex] = {}
        for role, people in self.groups.items():
            told = partial(_tell, progress, done, total) if progress else None
            made[role] = build_index(people, key, ends=self.ends, progress=told)
            done += len(people)
        return made


def read_exports(files: Iterable[tuple[Path, RosterKind]], options: ImportOptions) -> Exports:
    """Read exports of one or many schools.

    Args:
        files: each with what its people are when it does not speak of roles.
        options: `mapping` and `ends` of it are used.

    Raises:
        BadRosterError: a file cannot be used, there is nobody in any of them, or they would never be used.

    """
    today = date.today()  # noqa: DTZ011  a school day, local
    reports: list[RosterReport] = []
    groups: dict[RosterKind, list[RosterPerson]] = {"student": [], "staff": []}
    for path, kind in files:
        for report in read_rosters(path, options.mapping, today):
            reports.append(report)
            for role in groups:
                groups[role] += _of(report.people, role, kind)
    if not any(groups.values()):
        raise BadRosterError("There is no student and no employee in these files, so nothing was changed.")
    for report in reports:
        if report.ends and report.ends < today:
            report.note(0, "", f"its last school year ended on {report.ends}, so that date is not used")
    said = [report.ends for report in reports if report.ends and report.ends >= today]
    ends = options.ends or max(said, default=school_year_end(today))
    if ends < today:
        raise BadRosterError("The end date has passed, so the roster would never be used; nothing was changed.")
    return Exports(tuple(reports), {role: people for role, people in groups.items() if people}, ends)


def _tell(progress: Callable[[int, int], None], done: int, total: int, count: int) -> None:
    progress(done + count, total)


def _people_in(path: Path, key: bytes) -> int:
    """How many people the roster that is being replaced has; 0 when there is none, or none that can be read."""
    try:
        return load_index(path, key).people
    except BadRosterError:
        return 0


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
