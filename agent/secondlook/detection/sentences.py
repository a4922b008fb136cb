"""Cuts text: into sentences (to tell what stands near what) and a long text into pieces of bounded length.

Pure and linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…]+[\"')\]]*(?=\s)|\n+")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|mr|mrs|ms|drs?|dras?|sr|sra|srta|prof|profa|lic|licda|ing|arq|enf|psic|rev|capt|sgt|sen|gov|st|jr|no|vs|etc)\.$"
)


def sentences(folded_text: str) -> list[tuple[int, int]]:
    """Spans that cover the whole text. "Mrs. Lopez" and "Emma R. was" do not end a sentence."""
    spans, start = [], 0
    for match in _END.finditer(folded_text):
        lone_stop = match.group() == "."
        if lone_stop and _SHORT.search(folded_text[max(start, match.end() - 7) : match.end()]):
            continue
        spans.append((start, match.end()))
        start = match.end()
    if start < len(folded_text) or not spans:
        spans.append((start, len(folded_text)))
    return spans


def pieces(text: str, longest: int) -> Iterator[tuple[int, int]]:
    """Spans of at most `longest` code points that cover the text, cut at a blank line, line, sentence or space."""
    start = 0
    while len(text) - start > longest:
        window = text[start : start + longest]
        half = longest // 2
        for mark in ("\n\n", "\n", ". "):
            cut = window.rfind(mark, half)
            if cut >= 0:
                cut += len(mark)
                break
        else:
            cut = max(window.rfind(" ", half) + 1, 0) or longest
        yield start, start + cut
        start += cut
    if start < len(text) or not text:
        yield start, len(text)
