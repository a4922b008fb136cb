"""Student records: English-learner status and scores (M.G.L.

c.71A). Terms of the groups `english_learner*`; tied to a child by `detection/record.py`.
"""

from __future__ import annotations

from secondlook.detection.record import RecordRecognizer


class EnglishLearnerRecord(RecordRecognizer):
    """EL status, WIDA and ACCESS, how much English a child speaks."""

    family = "english_learner"
