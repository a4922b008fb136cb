"""Student records: discipline (M.G.L.

c.71 s.37H, 37H 1/2, 37H 3/4). Terms of the groups `discipline*`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import RecordRecognizer


class DisciplineRecord(RecordRecognizer):
    """Suspension, detention, referrals, fights."""

    family = "discipline"
