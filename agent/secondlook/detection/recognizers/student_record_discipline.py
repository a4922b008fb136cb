"""Student records: discipline (M.G.L.

c.71 s.37H, 37H 1/2, 37H 3/4). Terms: `student_record_discipline.json`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import Grid, RecordRecognizer


class DisciplineRecord(RecordRecognizer):
    """Suspension, detention, referrals, fights."""

    family = "discipline"
    grids = (
        Grid("got", ("sanction",), reach=20),
        Grid("is", ("conduct",), reach=12),
        Grid("sent", ("place",), reach=24),
        Grid("attacked", ("victim",), reach=18),
        Grid("brought", ("contraband",)),
    )
