"""Whether a text can be a CSS selector at all: its brackets and quotes are closed, and something stands in it.

No parser: what a browser cannot read for another reason is told by the extension, on its options page and in its pop-up, and the
shipped anchor stands in there. Pure. Called by `site_changes.py`.
"""

from __future__ import annotations

_CLOSING = {"(": ")", "[": "]"}


def selector_fault(text: str) -> str | None:
    """What plainly keeps the text from being a selector, as half a sentence; None when nothing does."""
    waiting: list[str] = []
    quote, escaped = "", False
    for sign in text:
        if escaped:
            escaped = False
        elif sign == "\\":
            escaped = True
        elif quote:
            quote = "" if sign == quote else quote
        elif sign in "\"'":
            quote = sign
        elif sign in _CLOSING:
            waiting.append(_CLOSING[sign])
        elif sign in _CLOSING.values() and (not waiting or waiting.pop() != sign):
            return f"no CSS selector: {sign} closes nothing"
    if quote:
        return f"no CSS selector: {quote} is not closed"
    if waiting:
        return f"no CSS selector: {waiting[-1]} is missing"
    return None if text.strip() else "no CSS selector: it is empty"
