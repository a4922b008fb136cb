"""Gives back to the system what loading took and nothing needs any more; some megabytes of the agent's size.

glibc keeps freed memory for itself until it is told (malloc_trim(3), GNU extension). Other systems have no such call and
lose nothing. Called by `app.py` once all is loaded.
"""

from __future__ import annotations

import ctypes
import gc
import sys


def give_back() -> None:
    """Collects garbage, then has the C library trim its heap, where it can."""
    gc.collect()
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if sys.platform == "linux" else None
    if trim is not None:
        trim(0)
