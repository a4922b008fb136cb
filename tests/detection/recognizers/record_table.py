"""How every table of a student-record recognizer is read: certain = an identifiable child (0.6 and above), anecdote = below, silent."""

from __future__ import annotations

from collections.abc import Callable


def check_record(found: Callable[..., list[tuple[str, float]]], text: str, words: str, strength: str) -> None:
    """One line of a table; the finding must touch `words`."""
    records = found(text, "STUDENT_RECORD")
    if strength == "silent":
        assert records == []
        return
    scores = [score for span, score in records if span in words or words in span]
    assert scores, f"nothing touched {words!r}; found {len(records)} elsewhere"
    assert (max(scores) >= 0.6) == (strength == "certain")
