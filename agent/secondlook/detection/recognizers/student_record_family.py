"""Student records: family matters (M.G.L.

c.119 s.51A, c.71 s.34H; 42 U.S.C. 11432(g)(3)(G)). Terms: `student_record_family.json`; tied to a child by
`detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import Grid, RecordRecognizer


class FamilyRecord(RecordRecognizer):
    """DCF, custody, homelessness, jail, immigration, identity told in confidence."""

    family = "family"
    grids = (
        Grid("relative", ("plight",), either=True),
        Grid("lives", ("home",)),
        Grid("agency", ("agency",), reach=20),
    )
    school_talk = False
