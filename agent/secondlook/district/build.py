"""Builds a district folder from an administrator's files: everything is checked first, then written whole or not at all.

Writes only where it is told. Called by `secondlook district build`; the packages are `deb.py` and `zip.py`.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from pydantic import ValidationError

from secondlook.district.content import (
    CALENDAR,
    OVERLAY,
    SETTINGS,
    SITES,
    STAFF,
    STUDENTS,
    Content,
    check_content,
    check_rosters,
)
from secondlook.district.delivered import open_whole
from secondlook.district.manifest import MANIFEST, BadDistrictError, FileEntry, Manifest, RosterNote, content_name
from secondlook.district.replacing import replacing
from secondlook.district.sealing import key_file_of, read_note
from secondlook.key_file import parse_key
from secondlook.policy.folder import LEVELS
from secondlook.policy.strict_json import UnreadableError, read_json

Tell = Callable[[str], None]


@dataclass(frozen=True)
class Sources:
    """What a district folder is made from; None = it has no such part.

    Attributes:
        rules: an overlay.
        sites: site files, or folders of them.
        roster: a sealed folder; `key` opens it (None = the file beside it).
        version: of the folder; None = from `made`.
        made: the time that is written into it. The same sources at the same time are the same bytes.

    """

    rules: Path | None = None
    sites: tuple[Path, ...] = ()
    roster: Path | None = None
    key: Path | None = None
    calendar: Path | None = None
    settings: Path | None = None
    version: str | None = None
    made: datetime | None = None


@dataclass(frozen=True)
class Built:
    """A district folder that has been checked, in a temporary place until it is kept.

    Attributes:
        folder: where it lies now.
        told: what is in it, a sentence each.

    """

    folder: Path
    manifest: Manifest
    told: tuple[str, ...]


def time_of_build() -> datetime:
    """Now, or what SOURCE_DATE_EPOCH says (reproducible-builds.org), in UTC.

    Raises:
        BadDistrictError: it says a number that is no time.

    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    try:
        return datetime.fromtimestamp(int(epoch), UTC) if epoch.isdecimal() else datetime.now(UTC)
    except (ValueError, OverflowError, OSError):
        raise BadDistrictError("SOURCE_DATE_EPOCH names no time: seconds since 1970, such as 1795000000.") from None


def build_in(work: Path, sources: Sources, today: date, tell: Tell) -> Built:
    """Gather, check and hash everything in an empty folder.

    Args:
        work: empty; the caller removes it.
        sources: what goes in.
        today: a roster that has ended by then is refused.
        tell: told each step, in a few words.

    Raises:
        BadDistrictError: naming part, place and reason; nothing has been written elsewhere.

    """
    gathered = work / "content"
    gathered.mkdir()
    try:
        note = _gather(gathered, sources, today, tell)
    except OSError as error:
        raise BadDistrictError(f"{error.filename}: cannot be read: {error.strerror}.") from error
    content = Content(gathered)
    if not any(gathered.iterdir()):
        raise BadDistrictError("There is nothing to put in: name --rules, --sites, --roster, --calendar or --settings.")
    tell("checking rules, sites, settings and calendar")
    told = check_content(content, today)
    tell("opening the roster with its key")
    told += check_rosters(content, note, _key_of(sources) if note else None)
    tell("writing the manifest")
    manifest = _manifest_of(gathered, sources, note)
    folder = work / "district"
    folder.mkdir()
    gathered.rename(folder / manifest.content)
    (folder / MANIFEST).write_bytes(manifest.as_json())
    _open_to_readers(folder)
    open_whole(folder)
    return Built(folder, manifest, tuple(told))


def _manifest_of(gathered: Path, sources: Sources, note: RosterNote | None) -> Manifest:
    made = (sources.made or time_of_build()).astimezone(UTC)
    try:
        files = _entries(gathered)
        return Manifest(
            version=sources.version or f"{made:%Y.%m.%d.%H%M%S}",
            made=f"{made:%Y-%m-%dT%H:%M:%SZ}",
            content=content_name(files),
            files=files,
            roster=note,
        )
    except ValidationError:
        raise BadDistrictError(
            "A file has a name that not every system can carry: letters, digits, . _ and - only, at most four folders deep."
        ) from None


def keep(built: Built, out: Path) -> None:
    """Move what was built to where it belongs, in place of an older one.

    Raises:
        BadDistrictError: something else lies there, or it cannot be written.

    """
    check_out(out)
    with replacing(out.absolute(), 0o755) as fresh:
        shutil.copytree(built.folder, fresh, dirs_exist_ok=True)


def check_out(out: Path) -> None:
    """Refuse a folder that holds something else than an older district folder.

    Raises:
        BadDistrictError: it does.

    """
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not (out / MANIFEST).is_file())):
        raise BadDistrictError(f"{out} holds something else than a district folder; name a folder of its own.")


def _gather(gathered: Path, sources: Sources, today: date, tell: Tell) -> RosterNote | None:
    tell("reading the files")
    if sources.rules:
        _copy_overlay(sources.rules, gathered / OVERLAY)
    for named in sources.sites:
        for file in sorted(named.glob("*.json")) if named.is_dir() else [named]:
            _copy(file, gathered / SITES / file.name)
    if sources.sites and not (gathered / SITES).is_dir():
        raise BadDistrictError("--sites: there is no .json file in there.")
    _gather_settings(gathered, sources)
    if sources.roster is None:
        return None
    note = read_note(sources.roster, today)
    for name in (STUDENTS, STAFF):
        if (sources.roster / name).is_file():
            _copy(sources.roster / name, gathered / name)
    return note


def _gather_settings(gathered: Path, sources: Sources) -> None:
    """The settings, with the calendar beside them under its one name."""
    settings = {}
    if sources.settings:
        try:
            settings = read_json(sources.settings)
        except UnreadableError as error:
            raise BadDistrictError(f"{sources.settings}: {error}.") from None
    calendar = sources.calendar
    if isinstance(settings, dict) and calendar is None and isinstance(settings.get("calendar"), str):
        calendar = (sources.settings or gathered).parent / settings["calendar"]
    if calendar is not None:
        _copy(calendar, gathered / CALENDAR)
        if isinstance(settings, dict):
            settings["calendar"] = CALENDAR
    if sources.settings or calendar:
        text = json.dumps(settings, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (gathered / SETTINGS).write_text(text, encoding="utf-8", newline="\n")


def _copy_overlay(overlay: Path, target: Path) -> None:
    if not (overlay / LEVELS).is_file():
        raise BadDistrictError(
            f'--rules: {overlay} is no overlay; it needs {LEVELS}, and {{"rules": {{}}}} changes no level.'
        )
    for file in sorted(overlay.rglob("*")):
        inside = file.relative_to(overlay)
        if file.is_file() and not any(part.startswith(".") for part in inside.parts):
            _copy(file, target / inside)


def _copy(file: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if target.exists():
        raise BadDistrictError(f"{file.name} is named twice.")
    shutil.copyfile(file, target)


def _key_of(sources: Sources) -> bytes:
    path = sources.key or key_file_of(sources.roster or Path())
    try:
        key = parse_key(path.read_bytes()[:200])
    except OSError as error:
        raise BadDistrictError(
            f"The roster's key {path} cannot be read: {error.strerror}. Name it with --key; without it nobody could open the roster."
        ) from error
    if key is None:
        raise BadDistrictError(f"{path} holds no key.")
    return key


def _entries(folder: Path) -> dict[str, FileEntry]:
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            written = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            found[name] = FileEntry(sha256=hashlib.sha256(written).hexdigest(), size=len(written))
    return found


def _open_to_readers(folder: Path) -> None:
    """Everybody on a laptop may read it, since no name can be read in it; only its owner may write."""
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
