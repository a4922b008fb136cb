"""The key file: where the master key lies on a Linux machine that has no keyring.

One line of hex in a file that only its owner can read. A file that others may read, that belongs to someone else or that
is a link is refused, never mended in silence. Called by `keys.py`; the district's key file is read here too, which a
group of staff may read.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from pathlib import Path

from secondlook.errors import KeyUnavailableError

KEY_BYTES = 32


def read_key_file(path: Path, owners: frozenset[int] | None = None, closed: int = 0o077) -> bytes:
    """The 32 bytes in the key file.

    Args:
        path: where it lies.
        owners: whose it may be, by user id; None = our own alone.
        closed: the mode bits that must not be set.

    Raises:
        KeyUnavailableError: the file is a link, not ours, open to others, or does not hold a key.
        FileNotFoundError: there is no file.

    """
    if sys.platform == "win32":
        raise KeyUnavailableError("On Windows a key lies in the Credential Manager, never in a file.")
    try:
        # O_NONBLOCK, so that a named pipe put in its place cannot hang the start.
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except FileNotFoundError:
        raise
    except OSError as error:
        raise KeyUnavailableError(f"The key file {path} cannot be opened, or it is a link.") from error
    with os.fdopen(handle, "rb") as stream:
        state = os.fstat(stream.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise KeyUnavailableError(f"The key file {path} is not a plain file.")
        if state.st_uid not in (owners or (os.getuid(),)):
            raise KeyUnavailableError(f"The key file {path} belongs to another user; it is not used.")
        if state.st_mode & closed:
            right = f"{0o666 & ~closed:o}"
            raise KeyUnavailableError(f"Others may read the key file {path}. Close it with: chmod {right} {path}")
        line = stream.read(200)
    key = parse_key(line)
    if key is None:
        raise KeyUnavailableError(f"The key file {path} is damaged. {_NEXT_STEP}")
    return key


def parse_key(line: bytes) -> bytes | None:
    """The key that a line of hex spells, or None when it spells none."""
    try:
        key = bytes.fromhex(line.decode("ascii").strip())
    except ValueError:
        return None
    return key if len(key) == KEY_BYTES else None


def make_key_file(path: Path, key: bytes | None = None) -> bytes:
    """Make a key file with mode 0600 and return its key; when another process was faster, return that one's key.

    Args:
        path: where; nothing lies there yet.
        key: what to write; None = a new key.

    Raises:
        KeyUnavailableError: the file cannot be written, or the one that appeared meanwhile is refused.

    """
    key = key or secrets.token_bytes(KEY_BYTES)
    fresh = path.with_name(f"{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as stream:
            stream.write(key.hex().encode("ascii") + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        # A hard link is made whole or not at all, and never over an existing file: the first process wins.
        os.link(fresh, path)
    except FileExistsError:
        return read_key_file(path)
    except OSError as error:
        raise KeyUnavailableError(f"The key file {path} cannot be written: {error.strerror}.") from error
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
    return key


_NEXT_STEP = "Delete it and import the roster again."
