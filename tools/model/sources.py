"""Which public files the model is made from, and the proof that they are the ones we mean.

`sources.json` pins each by SHA-256. Nothing is downloaded; a wrong or missing file stops the build. Called by
`train.py`.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

HERE = Path(__file__).resolve().parent


def verified(folder: Path) -> dict[str, Path]:
    """The pinned files under `folder`, by their relative path.

    Raises:
        SystemExit: naming the first file that is missing or is not the pinned one.

    """
    found = {}
    for entry in json.loads((HERE / "sources.json").read_text(encoding="utf-8"))["files"]:
        path = folder / entry["path"]
        if not path.is_file():
            raise SystemExit(f"missing: {entry['path']} (from {entry['from']})")
        if hashlib.sha256(path.read_bytes()).hexdigest() != entry["sha256"]:
            raise SystemExit(f"not the pinned file: {entry['path']}")
        found[entry["path"]] = path
    return found
