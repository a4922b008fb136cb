#!/usr/bin/python3 -I
"""Adds our entry to Firefox's one policies.json, and takes exactly it away again; other people's entries stay as they are.

Where there is no file, ours is linked. A file that belongs to another package, is a link, or is not JSON is left alone,
and what to add is said. Called by the package's scripts, as root.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

PLACE = Path("/etc/firefox/policies/policies.json")
OURS = Path("/usr/share/second-look/policies/firefox.json")
SETTINGS = "ExtensionSettings"


def add(place=PLACE, ours=OURS):
    """Put our entry in place; returns a sentence when somebody else has to act, else ""."""
    if is_our_link(place, ours):
        return ""
    if not os.path.lexists(place):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.symlink_to(ours)
        return ""
    policies = theirs(place)
    if policies is None:
        return f"{place} is somebody else's and is left as it is. Firefox needs what {ours} says: please add it there."
    extensions = policies.setdefault("policies", {}).setdefault(SETTINGS, {})
    for name, entry in our_entries(ours).items():
        extensions.setdefault(name, entry)
    write(place, policies)
    return ""


def remove(place=PLACE, ours=OURS):
    """Take our entry away; an entry under our name that is not ours stays."""
    if is_our_link(place, ours):
        place.unlink()
        for folder in (place.parent, place.parent.parent):
            try:
                folder.rmdir()
            except OSError:
                break
        return ""
    policies = theirs(place) if os.path.lexists(place) else None
    if policies is None:
        return ""
    extensions = policies.get("policies", {}).get(SETTINGS, {})
    known = our_entries(ours)
    kept = {name: entry for name, entry in extensions.items() if known.get(name) != entry}
    if kept != extensions:
        policies["policies"][SETTINGS] = kept
        if not kept:
            del policies["policies"][SETTINGS]
        write(place, policies)
    return ""


def theirs(place):
    """The policies in a file that we may add to, or None."""
    if place.is_symlink() or not place.is_file() or owned_by_package(place):
        return None
    try:
        policies = json.loads(place.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    inner = policies.get("policies", {}) if isinstance(policies, dict) else None
    sound = isinstance(inner, dict) and isinstance(inner.get(SETTINGS, {}), dict)
    return policies if sound else None


def owned_by_package(place):
    """Whether dpkg knows the file as some package's."""
    return subprocess.run(["dpkg-query", "-S", str(place)], capture_output=True, check=False).returncode == 0


def is_our_link(place, ours):
    """Whether the place is a link of ours."""
    return place.is_symlink() and os.readlink(place) == str(ours)


def our_entries(ours):
    """Our entries, by add-on."""
    return json.loads(ours.read_text(encoding="utf-8"))["policies"][SETTINGS]


def write(place, policies):
    """Replace the file whole, with its owner and mode."""
    state = place.stat()
    handle, fresh = tempfile.mkstemp(dir=place.parent, prefix=".policies-")
    with os.fdopen(handle, "w", encoding="utf-8") as stream:
        json.dump(policies, stream, indent=2, ensure_ascii=False)
        stream.write("\n")
        os.fchmod(stream.fileno(), state.st_mode & 0o7777)
        os.fchown(stream.fileno(), state.st_uid, state.st_gid)
        stream.flush()
        os.fsync(stream.fileno())
    os.replace(fresh, place)


if __name__ == "__main__":
    work = {"add": add, "remove": remove}.get("".join(sys.argv[1:]))
    if work is None:
        sys.exit("usage: firefox_policies.py add|remove")
    if sentence := work():
        sys.stderr.write(f"second-look: {sentence}\n")
