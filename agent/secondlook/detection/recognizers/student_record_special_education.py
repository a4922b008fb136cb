"""Student records: special education, Section 504 and disability (M.G.L.

c.71B, 603 CMR 28.00). Terms: `student_record_special_education.json`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import Grid, RecordRecognizer


class SpecialEducationRecord(RecordRecognizer):
    """An IEP, a 504 plan, services, a disability."""

    family = "special_education"
    grids = (
        Grid("has", ("service", "condition"), reach=20),
        Grid("is", ("condition", "referral")),
        Grid("sent", ("referral",)),
    )
