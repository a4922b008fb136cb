"""Student records: school-lunch eligibility and a family's means (42 U.S.C.

1758(b)(6)). Terms: `student_record_lunch_income.json`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import Grid, RecordRecognizer


class LunchIncomeRecord(RecordRecognizer):
    """Lunch status, poverty, help the family gets."""

    family = "lunch_income"
    grids = (
        Grid("cannot", ("need",), reach=12),
        Grid("has", ("aid",)),
        Grid("takes", ("aid",)),
        Grid("is", ("poor",), reach=16),
    )
    school_talk = False
