"""What a recognizer says by itself: the engine of these tests has no judge, which would weigh it with the words around."""

from __future__ import annotations

import pytest

from secondlook.detection.engine import Engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    """The real engine with the shipped model and no judge, loaded once."""
    ready = Engine(judge=None)
    ready.load()
    assert ready.names_state == "ready"
    return ready
