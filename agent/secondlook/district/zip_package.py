"""Packs a district folder as a ZIP for tools that copy (GPO, Intune, Jamf, Ansible): the same bytes from the same folder.

Called by `secondlook district build --zip`.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

from secondlook.district.manifest import MANIFEST, Manifest

_PLAIN_FILE = 0o100644 << 16
_OLDEST = (1980, 1, 1, 0, 0, 0)
"""Of the times that a ZIP can carry."""


def zip_name(manifest: Manifest) -> str:
    """The package's file name."""
    return f"second-look-district_{manifest.version}.zip"


def pack_zip(folder: Path, manifest: Manifest) -> bytes:
    """The ZIP as bytes: one folder `district`, its manifest last."""
    made = datetime.fromisoformat(manifest.made)
    moment = max((made.year, made.month, made.day, made.hour, made.minute, made.second), _OLDEST)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as package:
        for path in sorted(files, key=lambda one: one == folder / MANIFEST):
            entry = zipfile.ZipInfo(f"district/{path.relative_to(folder).as_posix()}", moment)
            entry.create_system = 3  # Unix, so that the rights are read on all systems alike
            entry.external_attr = _PLAIN_FILE
            package.writestr(entry, path.read_bytes())
    return buffer.getvalue()
