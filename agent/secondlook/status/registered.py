"""Which native-messaging manifest Windows' registry names for a browser; reads it, changes nothing. Called by `hosts.py`.

Browsers look at the person's own entry first, then at the machine's, which the MSI writes.
"""

from __future__ import annotations

import sys
from pathlib import Path

from secondlook.config import EXTENSION
from secondlook.install_host import REGISTRY_KEYS, Browser


def registered_manifest(browser: Browser, *, own: bool) -> Path | None:
    """The manifest that the person's own entry (`own`) or the machine's entry names; None when there is no entry.

    Raises:
        PermissionError: the registry cannot be read.

    """
    if sys.platform != "win32":
        raise NotImplementedError("only Windows has a registry")
    import winreg  # noqa: PLC0415  exists on Windows only

    hive = winreg.HKEY_CURRENT_USER if own else winreg.HKEY_LOCAL_MACHINE
    try:
        named = winreg.QueryValue(hive, rf"{REGISTRY_KEYS[browser]}\{EXTENSION['native_host']}")
    except FileNotFoundError:
        return None
    return Path(named) if named else None
