"""Time and queue budgets: how many checks run and wait at once, and how long the person is made to wait.

Checks run on their own few threads, so that a slow one cannot hold up health or proof. Called by the routes.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as LateError
from typing import Any, TypeVar

from secondlook.config import CHECK_SECONDS, QUEUE, WORKERS
from secondlook.errors import SecondLookError

_T = TypeVar("_T")


class BusyError(SecondLookError):
    """A check took longer than its budget. The extension shows "no answer", which is never taken for clean."""

    code, status = "busy", 503


class QueueFullError(SecondLookError):
    """Too many checks wait already."""

    code, status = "queue-full", 429


class Budget:
    """Runs work within the budgets.

    Args:
        workers: checks that run at once.
        queue: checks that may wait for a worker.
        seconds: how long one may take, the waiting included.

    """

    def __init__(self, workers: int = WORKERS, queue: int = QUEUE, seconds: float = CHECK_SECONDS) -> None:
        self._room = threading.BoundedSemaphore(workers + queue)
        self._pool = ThreadPoolExecutor(workers, thread_name_prefix="check")
        self._seconds = seconds

    def run(self, work: Callable[[], _T]) -> _T:
        """Do the work on a worker and wait for it.

        Raises:
            QueueFullError: no room left.
            BusyError: it took too long; what has begun runs on and its answer is dropped.
            Exception: whatever the work raised.

        """
        if not self._room.acquire(blocking=False):
            raise QueueFullError("Too many checks at once.")
        future = self._pool.submit(work)
        future.add_done_callback(self._leave)
        try:
            return future.result(timeout=self._seconds)
        except LateError:
            # Python 3.11 makes this the built-in TimeoutError, which the work itself may also raise.
            if future.done() and not future.cancelled():
                return future.result()
            future.cancel()
            raise BusyError(f"The check took longer than {self._seconds:g} seconds.") from None

    def close(self) -> None:
        """Take no more work; what runs is not waited for."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _leave(self, _: Future[Any]) -> None:
        self._room.release()
