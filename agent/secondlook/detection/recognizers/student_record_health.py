"""Student records: health and medication (school health records are education records under FERPA).

Terms: `student_record_health.json`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import Grid, RecordRecognizer


class HealthRecord(RecordRecognizer):
    """Illness, medication, injuries, mental health, pregnancy."""

    family = "health"
    grids = (
        Grid("has", ("ailment",)),
        Grid("takes", ("medicine",), either=True),
        Grid("hurt", ("body",), reach=16, either=True),
        Grid("is", ("ill",), reach=12),
        Grid("sent", ("place",)),
    )
    school_talk = False
