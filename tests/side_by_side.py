"""How the tests run side by side, when pytest is given several workers as `make test` does: which stay together, which begin first.

A file is one piece of work, so that what its fixtures have made serves all its tests. A folder in `TOGETHER` is one piece
as well: its tests share one Windows, are one story, or would start one Firefox beside the other. A file in `APART` is as many pieces as it has tests, each of which
mostly waits for a program of its own. The longest begin first, so that no worker is left with them in the end.
Called by `conftest.py`; a run without workers keeps its order. `built_once` is for what several workers would build at the same place.
The marks of `--dist loadgroup` would do, but xdist 3.8 loses them with pytest 9.2.
"""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from xdist.scheduler import LoadScopeScheduling

ROOT = Path(__file__).resolve().parents[1]
TOGETHER = ("tests/deploy/", "tests/windows_package/", "tests/e2e/firefox/")
APART = (
    "tests/windows_package/test_agent_on_windows.py",
    "tests/tray/test_real_trays.py",
    "tests/district/test_agent.py",
    "tests/trouble/",
    "tests/detection/test_person_reader.py",
)
FIRST = (
    "tests/windows_package/",
    "tests/deploy/",
    "tests/browser_policies/test_obeyed.py",
    "tests/e2e/firefox/",
    "tests/detection/test_person_reader.py",
    "tests/e2e/test_home_",
    "tests/e2e/test_popup",
    "tests/e2e/",
    "tests/district/test_agent.py",
    "tests/trouble/",
    "tests/tray/",
)
"""Beginnings of paths in the order in which they are handed out; everything else comes last, in many small pieces.

What starts a driver of its own for Chromium stands before `tests/e2e`, whose driver lives as long as the worker: there can be one at a time."""


class Pieces(LoadScopeScheduling):  # type: ignore[misc]
    """Hands out piece by piece, in the order of `arrange`; each worker takes the next one when it is nearly done."""

    def _split_scope(self, nodeid: str) -> str:
        return piece(nodeid)


def arrange(items: list[pytest.Item]) -> None:
    """Bring the longest to the front."""
    items.sort(key=lambda item: _rank(item.nodeid))


def piece(nodeid: str) -> str:
    """The piece of work that a test belongs to."""
    file = nodeid.partition("::")[0]
    if file.startswith(APART):
        return nodeid
    return next((folder for folder in TOGETHER if file.startswith(folder)), file)


def _rank(nodeid: str) -> int:
    return next((place for place, path in enumerate(FIRST) if nodeid.startswith(path)), len(FIRST))


def built_once(what: Sequence[str], build: Callable[[], None]) -> None:
    """Build at a place that all workers share: the first one does, the others wait for it and take what is there.

    Args:
        what: the words of the build; another one is built for itself.
        build: does it.

    """
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
    if run is None:
        build()
        return
    marks = ROOT / "build" / "side-by-side"
    marks.mkdir(parents=True, exist_ok=True)
    name = "-".join(word.replace("/", ".").strip("-") for word in what)
    with (marks / name).open("a+", encoding="ascii") as mark:
        fcntl.flock(mark, fcntl.LOCK_EX)
        mark.seek(0)
        if mark.read() != run:
            build()
            mark.truncate(0)
            mark.write(run)
