"""The order in which workers get the tests speaks of folders and files that are there."""

from __future__ import annotations

import pytest

from repository.python_source import ROOT
from side_by_side import APART, FIRST, TOGETHER, piece


@pytest.mark.parametrize("beginning", sorted({*APART, *FIRST, *TOGETHER}))
def test_what_it_names_is_there(beginning: str) -> None:
    """A renamed folder would otherwise be scattered over the workers without a word."""
    assert list(ROOT.glob(f"{beginning}*"))


@pytest.mark.parametrize("folder", TOGETHER)
def test_a_story_is_a_folder(folder: str) -> None:
    """Else a neighbour whose name begins alike would be drawn into it."""
    assert (ROOT / folder).is_dir()
    assert folder.endswith("/")


def test_a_story_stays_together_and_waiting_is_shared() -> None:
    """All of a story on one worker, a file on one worker, tests that wait each on the next one that is free."""
    assert piece("tests/deploy/test_deployment.py::test_a") == piece("tests/deploy/test_other.py::test_b")
    assert piece("tests/e2e/test_card.py::test_a[x::y]") == piece("tests/e2e/test_card.py::test_b")
    assert piece("tests/tray/test_real_trays.py::test_a[1]") != piece("tests/tray/test_real_trays.py::test_a[2]")
