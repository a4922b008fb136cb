"""Changes the person's settings file: read, changed, checked, put back whole. A broken file is never written over.

Called by the rooms beside it. The district's file is read elsewhere and never written here.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Callable
from pathlib import Path

from secondlook.errors import NotKeptError
from secondlook.settings.files import PersonSettings
from secondlook.settings.read import read_settings

_WRITING = threading.Lock()


def change_settings(path: Path, change: Callable[[PersonSettings], PersonSettings]) -> None:
    """Put a changed copy of the settings in place, readable by their owner only.

    Raises:
        BadSettingsError: the file that is there cannot be read; it stays as it is.
        NotKeptError: the folder cannot be written.

    """
    with _WRITING:
        changed = change(read_settings(path, PersonSettings))
        held = changed.model_dump(mode="json", exclude_defaults=True)
        fresh = path.with_name(f"{path.name}.{os.getpid()}")
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as stream:
                json.dump(held, stream, indent=2, ensure_ascii=False)
                stream.write("\n")
            fresh.replace(path)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise NotKeptError(f"{path} cannot be written: {error.strerror}.") from error
