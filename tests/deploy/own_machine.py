"""A view of this machine in which the test may install: what is written where programs live goes to memory, and is gone afterwards.

The calling thread, and what it starts from then on, see an overlay over those folders in a mount namespace of their own.
dpkg, apt, accounts and browsers' policies are the real ones; other programs see nothing of it, and a run that is stopped
half-way leaves no package, account or policy behind. Used by the deployment test, as root.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

OVERLAID = ("/etc", "/usr", "/opt", "/srv", "/var", "/home")
WRITTEN = Path("/mnt")
"""Where the memory is mounted that takes what is written; its own content is not needed."""
CLONE_NEWNS = 0x20000
MISSING = (
    "the deployment test needs overlays in a mount namespace of its own: run it as root, on a kernel with overlayfs,"
    " and in a container only with: docker run --privileged"
)


@contextmanager
def own_machine() -> Iterator[None]:
    """Enter the view, and leave it.

    Raises:
        AssertionError: the system does not let us.

    """
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.unshare(CLONE_NEWNS) == 0, f"{MISSING} ({os.strerror(ctypes.get_errno())})"
    at = Path.cwd()
    _mount("--make-rprivate", "/")
    with ExitStack() as mounted:
        # The way back by setns() is closed to a process with threads; without the overlays the view is the machine itself.
        mounted.callback(os.chdir, at)
        _lay_over(mounted)
        os.chdir(at)
        yield


def _lay_over(mounted: ExitStack) -> None:
    _mount("-t", "tmpfs", "-o", "mode=0755", "second-look", str(WRITTEN))
    mounted.callback(_unmount, WRITTEN)
    for folder in map(Path, OVERLAID):
        new, work = (WRITTEN / folder.relative_to("/") / part for part in ("new", "work"))
        for made in (new, work):
            made.mkdir(parents=True)
        new.chmod(folder.stat().st_mode)
        _mount("-t", "overlay", "-o", f"lowerdir={folder},upperdir={new},workdir={work}", "overlay", str(folder))
        mounted.callback(_unmount, folder)


def _mount(*words: str) -> None:
    done = subprocess.run(["mount", *words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{MISSING} ({done.stderr.strip()})"


def _unmount(folder: Path) -> None:
    subprocess.run(["umount", "--lazy", str(folder)], check=True)
