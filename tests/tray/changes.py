"""A program for the tests: an icon in a tray, changed as often as the first argument says from a thread beside its loop."""

from __future__ import annotations

import sys
from itertools import cycle, islice
from typing import Any

from secondlook.tray import backend
from secondlook.tray.icon import COLOURS, OnTile


def change(icon: Any) -> None:
    """Show the states in turn, as fast as the tray takes them, and end."""
    icon.visible = True
    for state in islice(cycle(COLOURS), int(sys.argv[1])):
        icon.icon = OnTile(state)
        icon.title = state
    icon.stop()


if __name__ == "__main__":
    backend.icon_class(backend.load())("changes", OnTile("limited"), title="limited").run(setup=change)
