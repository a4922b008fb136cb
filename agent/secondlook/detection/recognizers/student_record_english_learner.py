"""Student records: English-learner status and scores (M.G.L.

c.71A). Terms: `student_record_english_learner.json`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import Grid, RecordRecognizer


class EnglishLearnerRecord(RecordRecognizer):
    """EL status, WIDA and ACCESS, how much English a child speaks."""

    family = "english_learner"
    grids = (
        Grid("cannot", ("language",), reach=16),
        Grid("arrived", ("arrival",)),
        Grid("is", ("level",)),
        Grid("has", ("level",)),
    )
