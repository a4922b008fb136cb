"""Ends every agent that a test of this folder has started."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from trouble.running import Running


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Callable[..., Running]]:
    """Starts agents of the test's folder."""
    made: list[Running] = []

    def begin(*more: str, **named: Any) -> Running:
        made.append(Running(tmp_path, *more, **named))
        return made[-1]

    yield begin
    for one in made:
        one.child.kill()
        one.child.wait()
