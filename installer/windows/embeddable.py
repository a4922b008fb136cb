"""Python for Windows: the "embeddable" zip from python.org, handed in by whoever builds, taken only by its SHA-256.

Nothing is fetched. The hashes that are accepted stand in `python-embed.sha256`, or one is given with the build. Called by
`build.py` and `layout.py`.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path

PYTHON = "3.13"
"""The minor version that `requirements/windows.lock` is resolved for; compiled modules fit no other."""
TAG = "python" + PYTHON.replace(".", "")
PINS = Path(__file__).with_name("python-embed.sha256")
CARRIED = {"python3.dll", f"{TAG}.dll", "vcruntime140.dll", "vcruntime140_1.dll"}
"""DLLs that extension modules import and that python.org's zip carries; `check` insists on them."""
_NEEDED = {"python.exe", f"{TAG}.zip", *CARRIED}


class EmbeddableError(Exception):
    """The zip cannot be used; the sentence says why and what to do."""


def pinned() -> set[str]:
    """The accepted hashes, lower case."""
    return set(re.findall(r"^[0-9a-f]{64}", PINS.read_text(encoding="utf-8").lower(), re.MULTILINE))


def digest_of(path: Path) -> str:
    """The file's SHA-256."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def check(path: Path, given: str | None) -> None:
    """Make sure that this is the file that was meant, and that it fits the lock.

    Args:
        path: the zip.
        given: a SHA-256 given with the build, or None.

    Raises:
        EmbeddableError: it is not.

    """
    try:
        digest = digest_of(path)
        with zipfile.ZipFile(path) as archive:
            names = {name.lower() for name in archive.namelist()}
    except (OSError, zipfile.BadZipFile) as error:
        raise EmbeddableError(f"{path} cannot be read as a zip.") from error
    accepted = {given.lower()} if given else pinned()
    if digest not in accepted:
        raise EmbeddableError(
            f"{path.name} has the SHA-256 {digest}, which is not pinned. If python.org's release page says the same, add the"
            f" line to {PINS.relative_to(PINS.parents[2])}."
        )
    if missing := sorted(_NEEDED - names):
        raise EmbeddableError(
            f"{path.name} lacks {', '.join(missing)}: is it the 64-bit embeddable zip of Python {PYTHON}?"
        )


def unpack(path: Path, folder: Path) -> None:
    """Unpack a checked zip, and tell this Python where our libraries are."""
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
    (folder / f"{TAG}._pth").write_text(f"{TAG}.zip\r\n.\r\n..\\lib\r\n", encoding="ascii", newline="")
