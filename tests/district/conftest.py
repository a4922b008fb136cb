"""Fixtures of the district folder's tests."""

from __future__ import annotations

from pathlib import Path

import pytest

from district.delivery import Delivery


@pytest.fixture
def delivery(tmp_path: Path) -> Delivery:
    """An empty desk, an empty laptop."""
    return Delivery(tmp_path)
