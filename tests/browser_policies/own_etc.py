"""A browser that sees an /etc of its own, so that machine-wide policies can be laid down without touching this machine.

The child gets a mount namespace in which a copy of /etc, with the policies in it, lies over the real one. Used by test_obeyed.py.
"""

from __future__ import annotations

import shlex
import shutil
import subprocess
from pathlib import Path

MISSING = "a private mount namespace cannot be had: run as root, or let users make namespaces (kernel.unprivileged_userns_clone=1)"


def copy_etc(folder: Path) -> Path:
    """A copy of what of /etc can be read, ready to be changed."""
    shutil.copytree("/etc", folder, symlinks=True, ignore_dangling_symlinks=True, ignore=_unreadable)
    return folder


def browser_with(etc: Path, program: str, launcher: Path) -> Path:
    """Write a launcher that starts the program with this /etc, and return it.

    Raises:
        AssertionError: the system does not let us.

    """
    namespace = next((words for words in (["unshare", "-m"], ["unshare", "-Urm"]) if _works(words)), None)
    assert namespace, MISSING
    inner = f'mount --bind {shlex.quote(str(etc))} /etc && exec {program} "$@"'
    launcher.write_text(f'#!/bin/sh\nexec {shlex.join([*namespace, "sh", "-c", inner, program])} "$@"\n')
    launcher.chmod(0o755)
    return launcher


def _works(words: list[str]) -> bool:
    trial = [*words, "mount", "--bind", "/tmp", "/mnt"]  # noqa: S108  mounted in the trial's own namespace only
    return subprocess.run(trial, capture_output=True, check=False).returncode == 0


def _unreadable(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if not _readable(Path(folder, name))}


def _readable(path: Path) -> bool:
    try:
        if path.is_symlink():
            return True
        if path.is_dir():
            next(path.iterdir(), None)
            return True
        return path.is_file() and path.open("rb").close() is None
    except OSError:
        return False
