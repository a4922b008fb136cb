"""Student records: attendance (part of the temporary record, 603 CMR 23.02).

Terms: `student_record_attendance.json`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import Grid, RecordRecognizer


class AttendanceRecord(RecordRecognizer):
    """Absence, truancy, lateness, dropping out."""

    family = "attendance"
    grids = (
        Grid("missed", ("object",)),
        Grid("cannot", ("presence",), reach=10),
    )
