"""Student records: attendance (part of the temporary record, 603 CMR 23.02).

Terms of the groups `attendance*`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import RecordRecognizer


class AttendanceRecord(RecordRecognizer):
    """Absence, truancy, lateness, dropping out."""

    family = "attendance"
