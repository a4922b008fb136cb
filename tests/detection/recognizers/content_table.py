"""How every table of a content recognizer is read: a word that the finding must touch, with warn (0.6 and above) or inform; silent."""

from __future__ import annotations

from collections.abc import Callable

CLEAR = 0.6


def check_content(found: Callable[..., list[tuple[str, float]]], kind: str, text: str, words: str | None) -> None:
    """One line of a table: `words` must be touched by a finding of 0.6 and more; None = nothing of the kind is found."""
    findings = found(text, kind)
    if words is None:
        assert findings == []
        return
    sure = [span for span, score in findings if score >= CLEAR]
    assert any(span in words or words in span or set(span.split()) & set(words.split()) for span in sure)
