"""Lays our policies beside those that somebody else has set, and takes them away again. Nothing of theirs is lost.

Firefox has one file for everybody: our entries are added to it. Chromium has a folder: our file says that lists add up, and
carries on what others' files say about that. A file that cannot be read is never replaced. Called by `secondlook policies`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from secondlook.browser_policies import chromium_json, firefox_json
from secondlook.browser_policies.chromium_json import MERGED_LISTS
from secondlook.browser_policies.documents import as_json
from secondlook.browser_policies.wanted import Wanted
from secondlook.errors import UsageError

Policy = dict[str, Any]


def merged(wanted: Wanted, folder: Path) -> tuple[str, bytes]:
    """Name and content of the file for this folder, together with what stands there already.

    Raises:
        UsageError: a file of somebody else's cannot be read, or forbids the extension.

    """
    if wanted.browser != "firefox":
        ours = chromium_json.chromium_policy(wanted)
        for theirs in _neighbours(folder):
            ours[MERGED_LISTS] = sorted({*ours[MERGED_LISTS], *theirs.get(MERGED_LISTS, [])})
        return chromium_json.NAME, as_json(ours)
    place = folder / firefox_json.NAME
    whole = _read(place) if place.exists() else {}
    policies = _table(whole, "policies", place)
    _without_ours(policies, wanted, place)
    for name, entries in firefox_json.firefox_policy(wanted).items():
        _add(_table(policies, name, place), entries)
    return firefox_json.NAME, as_json(whole)


def kept_settings(wanted: Wanted, folder: Path) -> dict[str, object]:
    """The managed settings that our entries in this folder carry already; empty where there are none.

    Raises:
        UsageError: the file cannot be read.

    """
    firefox = wanted.browser == "firefox"
    place = folder / (firefox_json.NAME if firefox else chromium_json.NAME)
    held: Any = _read(place) if place.exists() else {}
    road = ("policies", "3rdparty", "Extensions") if firefox else ("3rdparty", "extensions")
    for name in (*road, wanted.extension_id):
        held = held.get(name) if isinstance(held, dict) else None
    return held if isinstance(held, dict) else {}


def without(wanted: Wanted, folder: Path) -> tuple[str, bytes | None]:
    """Name of the file, and what is left of it when our entries go; None = nothing, so the file may go.

    Raises:
        UsageError: the file cannot be read.

    """
    if wanted.browser != "firefox":
        return chromium_json.NAME, None
    place = folder / firefox_json.NAME
    if not place.exists():
        return firefox_json.NAME, None
    whole = _read(place)
    policies = _table(whole, "policies", place)
    _without_ours(policies, wanted, place, forbidden_too=True)
    if not policies:
        del whole["policies"]
    return firefox_json.NAME, as_json(whole) if whole else None


def settled_by_another(wanted: Wanted, folder: Path) -> str | None:
    """The name of a file that sorts after ours and has the last word on which lists add up without naming ours."""
    for path in sorted(folder.glob("*.json")):
        if path.name > chromium_json.NAME:
            lists = _read(path).get(MERGED_LISTS)
            if lists is not None and not {"*", *lists} >= set(chromium_json.chromium_policy(wanted)[MERGED_LISTS]):
                return path.name
    return None


def _neighbours(folder: Path) -> list[Policy]:
    return [_read(path) for path in sorted(folder.glob("*.json")) if path.name != chromium_json.NAME]


def _without_ours(policies: Policy, wanted: Wanted, place: Path, *, forbidden_too: bool = False) -> None:
    """Take our entries out, and the tables that are empty then."""
    entries = _table(policies, "ExtensionSettings", place)
    held = entries.get(wanted.extension_id)
    if isinstance(held, dict) and held.get("installation_mode") == "blocked" and not forbidden_too:
        raise UsageError(f"{place} forbids Second Look. Take that away first; nothing was changed.")
    entries.pop(wanted.extension_id, None)
    outside = _table(policies, "3rdparty", place)
    extensions = _table(outside, "Extensions", place)
    extensions.pop(wanted.extension_id, None)
    if not extensions:
        del outside["Extensions"]
    preferences = _table(policies, "Preferences", place)
    if wanted.unsigned:
        preferences.pop(firefox_json.UNSIGNED, None)
    for name in ("ExtensionSettings", "3rdparty", "Preferences"):
        if not policies[name]:
            del policies[name]


def _add(theirs: Policy, ours: Policy) -> None:
    for name, value in ours.items():
        if isinstance(value, dict) and isinstance(theirs.get(name), dict):
            _add(theirs[name], value)
        else:
            theirs[name] = value


def _table(holder: Policy, name: str, place: Path) -> Policy:
    """The table of that name, made when there is none; Firefox takes some of them as JSON in a text as well."""
    held = holder.setdefault(name, {})
    if isinstance(held, str):
        try:
            held = holder[name] = json.loads(held)
        except ValueError:
            held = None
    if not isinstance(held, dict):
        raise UsageError(f"{place}: {name} is not a table. Mend it first; nothing was changed.")
    return held


def _read(path: Path) -> Policy:
    try:
        held = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise UsageError(f"{path} cannot be read as JSON. Mend it first; nothing was changed.") from error
    if not isinstance(held, dict):
        raise UsageError(f"{path} holds no policies. Mend it first; nothing was changed.")
    return held
