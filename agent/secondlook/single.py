"""One agent per home: a lock on a file that the system itself lets go when the program ends, however it ends."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import IO

from secondlook.errors import HomeUnavailableError, SecondLookError


class AlreadyRunningError(SecondLookError):
    """Another agent serves this home."""

    code, exit_code = "already-running", 4


def lock_home(path: Path) -> IO[bytes]:
    """Take the lock; keep the file open as long as the agent runs.

    Raises:
        AlreadyRunningError: another process holds it.
        HomeUnavailableError: the folder cannot be written.

    """
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(path / "agent.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise HomeUnavailableError(f"{path} cannot be written: {error.strerror}.") from error
    stream = os.fdopen(handle, "r+b")
    try:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415  exists on Windows only

            msvcrt.locking(stream.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl  # noqa: PLC0415  exists on POSIX only

            fcntl.flock(stream.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        stream.close()
        raise AlreadyRunningError(
            f"Second Look is already running for {path}. How it stands: secondlook doctor"
        ) from error
    return stream
