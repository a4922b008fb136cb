"""A story about one child without a name or a record ("one of my kiddos told me I look tired").

Policy IHB D bars "any information about students"; a story about nobody in particular is told gently, so its score
stays below that of a record (0.6). Tied by `detection/anchors.py`; what a story is: somebody says, asks, gives, does.
"""

from __future__ import annotations

from secondlook.contract import Kind
from secondlook.detection.anchors import tells_of_stranger
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading

SURE = 0.42
REACH = 24
"""Letters between the child and what it did."""


class StudentAnecdoteRecognizer:
    """One child without a name, and what it said or did."""

    kind: Kind = "STUDENT_ANECDOTE"
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ("student_record_verbs",)
    signs: str = ""

    def find(self, reading: Reading) -> list[Match]:
        """At most one story of a text, told gently beside whatever record the text holds."""
        verbs = reading.terms("student_record_verbs.told")
        for child in reading.anchors.strangers() if verbs and tells_of_stranger(reading) else ():
            for verb in verbs:
                if verb.sentence == child.sentence and 0 <= verb.start - child.end <= REACH:
                    first, last = reading.original_span(child.start, verb.end)
                    return [Match(self.kind, first, last, SURE, "a story about one child")]
        return []
