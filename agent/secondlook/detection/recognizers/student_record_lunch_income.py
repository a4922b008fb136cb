"""Student records: school-lunch eligibility and a family's means (42 U.S.C.

1758(b)(6)). Terms of the groups `lunch_income*`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import RecordRecognizer


class LunchIncomeRecord(RecordRecognizer):
    """Lunch status, poverty, help the family gets."""

    family = "lunch_income"
    school_talk = False
