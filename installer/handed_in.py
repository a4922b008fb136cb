"""What a person hands to a build, looked at before anything is made. Called by the builders; each has more to ask of its own."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable
from pathlib import Path

_NUMBERS = re.compile(r"\d{1,5}(\.\d{1,5}){1,3}")
"""What Chromium takes as an extension's version; Debian and macOS take the same."""


class RefusedError(Exception):
    """Something handed in, or on this machine, cannot be used; the sentence says why and what to do."""


def check_version(version: str) -> None:
    """Refuse what is no version.

    Raises:
        RefusedError: it is none.

    """
    if not _NUMBERS.fullmatch(version):
        raise RefusedError(f"{version} is no version: two to four numbers with dots, such as 1.4.0.")


def check_file(path: Path | None) -> None:
    """Refuse a file that is not there; None was not handed in.

    Raises:
        RefusedError: it is not there.

    """
    if path and not path.is_file():
        raise RefusedError(f"There is no file {path}.")


def check_tools(names: Iterable[str], remedy: str) -> None:
    """Refuse to begin without the programs that a build needs.

    Raises:
        RefusedError: with those that are missing, and the remedy.

    """
    if missing := [tool for tool in names if not shutil.which(tool)]:
        raise RefusedError(f"{', '.join(missing)} missing. On Debian: {remedy}")


def check_out(folder: Path, mark: str) -> None:
    """Refuse to replace a folder that holds something else than what an earlier build has written.

    Args:
        folder: that is to be written anew.
        mark: a file that every build lays there.

    Raises:
        RefusedError: it does.

    """
    if folder.exists() and not (folder / mark).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        raise RefusedError(f"{folder} holds something else than an earlier build; name a folder of its own.")
