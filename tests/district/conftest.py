"""Fixtures of the district folder's tests."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from district.delivery import Delivery
from secondlook.config import shipped
from secondlook.policy import check_folder, load


@pytest.fixture(autouse=True, scope="session")
def _shipped_policy_is_read_once() -> Iterator[None]:
    """What lies under every overlay here is the shipped policy, which no test of this folder changes; reading it takes long."""
    read = load.try_folder
    once = cache(lambda: read(shipped("shared_rules")))
    with pytest.MonkeyPatch.context() as patch:
        for module in (load, check_folder):
            patch.setattr(
                module,
                "try_folder",
                lambda path, **how: once() if path == shipped("shared_rules") else read(path, **how),
            )
        yield


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    """An empty desk, an empty laptop."""
    return Delivery(tmp_path)
