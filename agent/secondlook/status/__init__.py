"""How everything stands: the one source for tray, extension badge, home page and doctor, so that none of them can lie.

`Seen` is what is known, `report` puts it into words, `protection` into one of five. The running agent fills `Seen` from
what it works with; doctor fills it from the disk when no agent answers. No name, no text, no count of what anybody did.
"""

from __future__ import annotations

from secondlook.status.report import protection, report
from secondlook.status.seen import Seen

__all__ = ["Seen", "protection", "report"]
