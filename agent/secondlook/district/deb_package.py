"""Packs a district folder as a Debian package: no scripts in it, nothing that runs, the same bytes from the same folder.

Made with Python's own tar and the 60 bytes of an `ar` header, so that it can be built on any administrator's computer and
does not change with the version of a packing tool; dpkg takes a data.tar that is not compressed (deb(5)), and a sealed
roster would not get smaller anyway. Called by `secondlook district build --deb`.
"""

from __future__ import annotations

import hashlib
import io
import tarfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from secondlook.config import LINUX_DISTRICT
from secondlook.district.manifest import MANIFEST, Manifest

PACKAGE = "second-look-district"
_CONTROL = """\
Package: {package}
Version: {version}
Architecture: all
Maintainer: {maintainer}
Installed-Size: {size}
Enhances: second-look
Section: admin
Priority: optional
Description: what the school district has set for Second Look
 Rules, site labels, calendar, settings and the sealed roster. No name can be
 read in it; the roster's key is delivered apart from this package.
"""


def deb_name(manifest: Manifest) -> str:
    """The package's file name."""
    return f"{PACKAGE}_{manifest.version}_all.deb"


def pack_deb(folder: Path, manifest: Manifest, maintainer: str) -> bytes:
    """The package as bytes.

    Args:
        folder: a district folder that was just built.
        manifest: its manifest; the times in the package are the one it was made at.
        maintainer: such as "District IT <it@example.org>".

    """
    made = int(datetime.fromisoformat(manifest.made).astimezone(UTC).timestamp())
    root = PurePosixPath(LINUX_DISTRICT).relative_to("/")
    files = {root / path.relative_to(folder).as_posix(): path.read_bytes() for path in _in_order(folder)}
    size = sum(-(-len(content) // 1024) for content in files.values())
    sums = "".join(f"{hashlib.md5(content).hexdigest()}  {path}\n" for path, content in files.items())  # noqa: S324  dpkg's own
    control = _CONTROL.format(package=PACKAGE, version=manifest.version, maintainer=maintainer, size=size)
    members = {
        "debian-binary": b"2.0\n",
        "control.tar": _tar(
            {PurePosixPath("control"): control.encode(), PurePosixPath("md5sums"): sums.encode()}, made
        ),
        "data.tar": _tar(files, made),
    }
    return b"!<arch>\n" + b"".join(_ar_member(name, content, made) for name, content in members.items())


def _in_order(folder: Path) -> list[Path]:
    """The content first and the manifest last: by then all that it lists is there."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return sorted(files, key=lambda path: path.name == MANIFEST and path.parent == folder)


def _tar(files: dict[PurePosixPath, bytes], made: int) -> bytes:
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.GNU_FORMAT) as tar:
        known: set[PurePosixPath] = set()
        for path, content in files.items():
            for above in reversed(path.parents):
                if above not in known:
                    known.add(above)
                    tar.addfile(_entry(above, made, folder=True))
            entry = _entry(path, made, folder=False)
            entry.size = len(content)
            tar.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


def _entry(path: PurePosixPath, made: int, *, folder: bool) -> tarfile.TarInfo:
    entry = tarfile.TarInfo("./" if path == PurePosixPath() else f"./{path}{'/' if folder else ''}")
    entry.type = tarfile.DIRTYPE if folder else tarfile.REGTYPE
    entry.mode = 0o755 if folder else 0o644
    entry.mtime = made
    entry.uname = entry.gname = "root"
    return entry


def _ar_member(name: str, content: bytes, made: int) -> bytes:
    header = f"{name:<16}{made:<12}{0:<6}{0:<6}{'100644':<8}{len(content):<10}`\n".encode("ascii")
    return header + content + (b"\n" if len(content) % 2 else b"")
