"""Opens a district folder as it was delivered: who may write it, its manifest, and every file against its hash.

Reads, decides nothing about what the files say (`content.py` does), writes only into a folder it is handed. Called by
`in_use.py`, and for the folder just built by `build.py`.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from secondlook.district.manifest import (
    LARGEST_MANIFEST,
    MANIFEST,
    BadDistrictError,
    FileEntry,
    Manifest,
    read_manifest,
)
from secondlook.district.ownership import check_ownership, everything_in

Stamp = tuple[object, ...]
_CHUNK = 1 << 20
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)


@dataclass(frozen=True)
class Delivered:
    """A folder whose files are all there and as its manifest says.

    Attributes:
        root: the folder.
        digest: 16 hex digits over the manifest, and with it over everything.

    """

    root: Path
    manifest: Manifest
    digest: str

    @property
    def content(self) -> Path:
        """Where its files lie."""
        return self.root / self.manifest.content


def stamp_of(folder: Path) -> Stamp:
    """Changes whenever something in the folder does, or its rights or those above it; cheap enough for every two seconds."""
    found: list[object] = []
    with contextlib.suppress(OSError, BadDistrictError):  # what goes while we look is seen at the next look
        for above in folder.parents:
            state = above.lstat()
            found.append((state.st_mode, state.st_uid))
        for path in everything_in(folder):
            state = path.lstat()
            found.append((str(path), state.st_mtime_ns, state.st_size, state.st_ino, state.st_mode, state.st_uid))
    return tuple(found)


def open_delivered(folder: Path, extra_owner: int | None = None) -> Delivered:
    """Open the folder in an administrator's place.

    Raises:
        BadDistrictError: somebody else could have changed it, or it is not whole.

    """
    try:
        check_ownership(folder, extra_owner)
    except OSError as error:
        raise BadDistrictError(f"{folder}: cannot be looked at: {error.strerror}.") from error
    return open_whole(folder)


def open_whole(folder: Path, copy: Path | None = None) -> Delivered:
    """Open a folder whose owner is known, and check that it is whole.

    Args:
        folder: with a manifest in it.
        copy: an empty folder that gets a copy, of the very bytes that were checked; None = none.

    Raises:
        BadDistrictError: a file is missing, cut short or altered.

    """
    with _opened(folder / MANIFEST) as file:
        written = b"".join(_pieces(file, folder / MANIFEST, LARGEST_MANIFEST))
    if len(written) > LARGEST_MANIFEST:
        raise BadDistrictError(f"{MANIFEST}: larger than {LARGEST_MANIFEST // 1_000_000} MB.")
    manifest = read_manifest(written)
    for path, entry in sorted(manifest.files.items()):
        target = copy / manifest.content / path if copy else None
        if target:
            target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _check_file(folder / manifest.content / path, entry, target)
    if copy:
        _write(copy / MANIFEST, written)
    return Delivered(copy or folder, manifest, hashlib.sha256(written).hexdigest()[:16])


def _check_file(path: Path, entry: FileEntry, target: Path | None) -> None:
    digest, size = hashlib.sha256(), 0
    with _opened(path) as file, _writing(target) as copy:
        for more in _pieces(file, path, entry.size):
            digest.update(more)
            size += len(more)
            if copy is not None:
                _write_all(copy, more)
    if size != entry.size or digest.hexdigest() != entry.sha256:
        raise BadDistrictError(
            f"{path.name}: not as the manifest says; the folder may have arrived in part, or was altered."
        )


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[int]:
    try:
        handle = os.open(path, os.O_RDONLY | _NO_LINK)
    except OSError as error:
        raise BadDistrictError(f"{path}: cannot be opened: {error.strerror}.") from error
    try:
        yield handle
    finally:
        os.close(handle)


def _pieces(file: int, path: Path, most: int) -> Iterator[bytes]:
    """What an open file holds, piece by piece, until there is more than `most`."""
    size = 0
    while size <= most:
        try:
            more = os.read(file, _CHUNK)
        except OSError as error:
            raise BadDistrictError(f"{path}: cannot be read: {error.strerror}.") from error
        if not more:
            return
        size += len(more)
        yield more


def _write_all(file: int, content: bytes) -> None:
    """A disk that is nearly full takes a part and says so by its length alone."""
    left = memoryview(content)
    while left:
        left = left[os.write(file, left) :]


@contextlib.contextmanager
def _writing(path: Path | None) -> Iterator[int | None]:
    if path is None:
        yield None
        return
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    try:
        yield handle
    finally:
        os.close(handle)


def _write(path: Path, content: bytes) -> None:
    with _writing(path) as handle:
        if handle is not None:
            _write_all(handle, content)
