"""Waiting for a condition with a deadline. The only loops that ask again and again; nothing here waits for time alone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from playwright.sync_api import Page

T = TypeVar("T")
PATIENCE = 30.0
"""Seconds: the deadline of whatever is awaited on a page. A quiet machine needs a fraction of one; a busy one is no fault of the code."""
PATIENCE_MS = PATIENCE * 1000


def wait_for(page: Page, ask: Callable[[], T], what: str, seconds: float = PATIENCE) -> T:
    """Ask until the answer is truthy and return it.

    Args:
        page: the page whose events go on arriving meanwhile.
        ask: looked at again and again.
        what: the end of the sentence "never saw ..." when the deadline passes.
        seconds: the deadline.

    Raises:
        AssertionError: the deadline passed.

    """
    deadline = time.monotonic() + seconds
    while True:
        answer = ask()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"never saw {what} in {seconds:.0f} s")
        page.wait_for_timeout(20)


def until(ask: Callable[[], T], what: str, seconds: float = 20.0) -> T:
    """As `wait_for`, where there is no page: programs and files.

    Args:
        ask: looked at again and again.
        what: the end of the sentence "never saw ..." when the deadline passes.
        seconds: the deadline.

    Raises:
        AssertionError: the deadline passed.

    """
    deadline = time.monotonic() + seconds
    while not (answer := ask()):
        assert time.monotonic() < deadline, f"never saw {what} in {seconds:.0f} s"
        time.sleep(0.05)
    return answer
