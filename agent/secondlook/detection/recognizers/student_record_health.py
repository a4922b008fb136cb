"""Student records: health and medication (school health records are education records under FERPA).

Terms of the groups `health*`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import RecordRecognizer


class HealthRecord(RecordRecognizer):
    """Illness, medication, injuries, mental health, pregnancy."""

    family = "health"
    school_talk = False
