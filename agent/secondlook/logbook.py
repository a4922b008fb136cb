"""The agent's one log: codes, kinds and counts in `<home>/agent.log`; never a text, a name, or an exception's message.

An exception's message and a traceback's last line may quote what was typed, so neither is written: the kind of the
exception and the place in our own code are. The same goes for what Python prints when a thread or the program dies.
"""

from __future__ import annotations

import contextlib
import logging
import logging.handlers
import os
import sys
import threading
import traceback
from io import TextIOWrapper
from types import TracebackType

from secondlook.config import Home

MAX_BYTES = 256 * 1024


class _OwnFile(logging.handlers.RotatingFileHandler):
    """A log file that only its owner may read, also after it was begun anew; marked as ours for `open_log`."""

    def _open(self) -> TextIOWrapper:
        def private(path: str, flags: int) -> int:
            return os.open(path, flags, 0o600)

        return open(self.baseFilename, self.mode, encoding="utf-8", opener=private)  # type: ignore[return-value]


class _Codes(logging.Formatter):
    """Time, level, logger; the message of our own loggers alone, of others the place; exceptions by kind and place."""

    def format(self, record: logging.LogRecord) -> str:
        ours = record.name.startswith("secondlook")
        words = record.getMessage() if ours else f"{record.module}:{record.lineno}"
        line = f"{self.formatTime(record)} {record.levelname} {record.name} {words}"
        if record.exc_info and record.exc_info[0] is not None:
            line += f" [{record.exc_info[0].__name__} {place_of(record.exc_info[2])}]"
        return line


def place_of(trace: TracebackType | None) -> str:
    """The innermost line of our own code in a traceback, as `module.py:12`; no source text."""
    frames = [frame for frame in traceback.extract_tb(trace) if "secondlook" in frame.filename]
    return f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "outside"  # noqa: PTH119


def open_log(home: Home) -> None:
    """Send our log, and what libraries warn of, to the home's file. A home that cannot be written goes without."""
    root = logging.getLogger()
    for old in [handler for handler in root.handlers if isinstance(handler, _OwnFile)]:
        root.removeHandler(old)
        old.close()
    with contextlib.suppress(OSError):
        home.path.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = _OwnFile(home.log_file, maxBytes=MAX_BYTES, backupCount=1, encoding="utf-8")
        handler.setFormatter(_Codes())
        root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("secondlook").setLevel(logging.INFO)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # it warns at each request of a burst
    logging.raiseExceptions = False  # a failing handler would print the record, arguments included


def quiet_hooks() -> None:
    """Make a dying program or thread say its kind of error, never the message, and log the same."""
    log = logging.getLogger("secondlook.died")

    def tell(kind: type[BaseException], trace: TracebackType | None) -> None:
        words = f"{kind.__name__} at {place_of(trace)}"
        log.critical("%s", words)
        sys.stderr.write(f"Second Look stopped on an error of its own ({words}).\n")

    def thread_hook(caught: threading.ExceptHookArgs) -> None:
        if not issubclass(caught.exc_type, SystemExit):
            tell(caught.exc_type, caught.exc_traceback)

    def unraisable_hook(caught: sys.UnraisableHookArgs) -> None:
        log.error("unraisable %s at %s", caught.exc_type.__name__, place_of(caught.exc_traceback))

    sys.excepthook = lambda kind, _value, trace: tell(kind, trace)
    threading.excepthook = thread_hook
    sys.unraisablehook = unraisable_hook
