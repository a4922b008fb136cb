"""Shows one of the agent's own pages in the person's browser, where there is a screen. Called by the session and the command line.

It makes no address and keeps none: an address of the home page opens it once.
"""

from __future__ import annotations

import os
import sys


def open_page(address: str) -> bool:
    """Show an address in the person's browser; False where there is no screen or no browser."""
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return False
    import webbrowser  # noqa: PLC0415  it brings much along that a start need not wait for

    try:
        return webbrowser.open(address)
    except (webbrowser.Error, OSError):
        return False
