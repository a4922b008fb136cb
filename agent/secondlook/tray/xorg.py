"""pystray's icon for plain X11, kept to one thread per connection. Knows nothing of the agent. Called by `backend.py` alone.

pystray 0.19.5 lets its own loop and whoever changes the icon talk to the display over one connection; python-xlib 0.33
then loses a wake-up once in about a hundred changes, both threads wait for ever, and the icon tells of a state that is
over. Here every thread but the loop's has a connection of its own, over which it asks the loop to do the work.
"""

from __future__ import annotations

import contextlib
import threading
from typing import Any

import Xlib.display
from pystray import _xorg


class OneThreadIcon(_xorg.Icon):
    """As `pystray.Icon`; made and run on the same thread, changed from any."""

    def __init__(self, *args: Any, **more: Any) -> None:
        # pystray sets it once the loop runs, which is after it has let others change the icon
        self._thread = threading.current_thread()
        self._others = threading.local()
        super().__init__(*args, **more)

    def __del__(self) -> None:
        with contextlib.suppress(Exception):  # the desktop may have gone before us
            self._loops.close()

    @property
    def _display(self) -> Any:
        if threading.current_thread() is self._thread:
            return self._loops
        if not hasattr(self._others, "display"):
            self._others.display = Xlib.display.Display()
        return self._others.display

    @_display.setter
    def _display(self, display: Any) -> None:
        self._loops = display
