"""Finds the way to this desktop's tray: loads pystray, and knows what its backends lack. Called by `tray.py` alone.

pystray looks at the display while it is imported, and fails in each backend's own way where there is none; all of that
becomes one `NoTrayError`. Facts on the backends: pystray 0.19.5, tried under trayer and tint2.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import Any

LARGEST_TITLE = 127
"""Windows cuts a tooltip there (NOTIFYICONDATAW.szTip)."""


class NoTrayError(Exception):
    """No icon can be shown on this desktop."""


def load() -> Any:
    """The module `pystray`, for this desktop.

    Raises:
        NoTrayError: there is no display, or no backend for it.

    """
    if sys.platform.startswith("linux") and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        raise NoTrayError
    try:
        return import_module("pystray")
    except Exception as error:  # DisplayNameError, ImportError, ValueError of gi, …
        raise NoTrayError from error


def icon_class(pystray: Any) -> Any:
    """The class of icons to use: pystray's own but for plain X11, whose icon would stop following once in a while."""
    if not needs_tile(pystray.Icon):
        return pystray.Icon
    from secondlook.tray.xorg import OneThreadIcon  # noqa: PLC0415  there alone

    return OneThreadIcon


def needs_tile(icon_class: Any) -> bool:
    """Whether icons of this backend know no transparency: plain X11."""
    return any(str(kind.__module__).endswith("._xorg") for kind in icon_class.__mro__)


def icon_size(icon: Any) -> int:
    """Pixels of a side that the tray shows, as far as it says so; pystray scales anything else, which blurs."""
    status_icon = getattr(icon, "_status_icon", None)  # GTK's own
    if status_icon is not None:
        return int(status_icon.get_size()) or 22
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415  Windows alone

        return int(ctypes.windll.user32.GetSystemMetrics(49)) or 16  # SM_CXSMICON
    return 48 if sys.platform == "darwin" or hasattr(icon, "_appindicator") else 22


def docked(icon: Any) -> bool:
    """Whether a tray shows the icon; True where it cannot be told."""
    status_icon = getattr(icon, "_status_icon", None)
    if status_icon is not None:
        return bool(status_icon.is_embedded())
    if hasattr(icon, "_systray_manager"):
        return icon._systray_manager is not None  # noqa: SLF001  no public way
    return True
