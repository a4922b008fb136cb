"""What all tests share: made-up cases are never judged by the clock, since a busy machine is not a fault of the code; workers share out the tests."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, settings

import side_by_side

settings.register_profile("no stopwatch", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("no stopwatch")


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> side_by_side.Pieces:
    """Who shares out the tests among the workers."""
    return side_by_side.Pieces(config, log)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """On a worker the tests stand in the order in which they are handed out."""
    if hasattr(config, "workerinput"):
        side_by_side.arrange(items)
