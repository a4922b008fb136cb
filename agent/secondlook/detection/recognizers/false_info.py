"""Wording that announces its own falsity, or that passes on what the writer does not know (policy IHB, D-false-info).

Never a judge of what is true. Correcting, checking, teaching and playing are no finding. Terms: `false_info.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.kind_context import covered, near, quoted
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

_ONE_WORD = re.compile(r" (?:\w+ )?")


class FalseInfoRecognizer:
    """The writer's own words that something is untrue or unverified."""

    kind: Kind = "FALSE_INFO"
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ("false_info",)
    signs: str = ""

    def find(self, reading: Reading) -> list[Match]:
        """Announcements of falsity, and doubt about a matter of weight or passed on all the same."""
        found = [
            Match(self.kind, *reading.original_span(hit.start, hit.end), score, f"truth: {why}")
            for group in ("false", "doubt", "false_word")
            for hit in reading.terms(f"false_info.{group}")
            for score, why in self._weigh(reading, group, hit)
        ]
        return found or [
            Match(self.kind, *reading.original_span(start, end), 0.6, "truth: hearsay of an alarming event")
            for start, end in _hearsay(reading)
        ]

    @staticmethod
    def _weigh(reading: Reading, group: str, hit: TermHit) -> Iterator[tuple[float, str]]:
        """How sure, and why; nothing when it is set right, taught, quoted or of no weight."""
        right = [it for it in reading.terms("false_info.right") if not covered(it, [hit])]
        if group == "false_word" and not _stands_alone(reading, hit):
            return
        if quoted(reading, hit) or any(abs(it.sentence - hit.sentence) <= 1 for it in right):
            return
        passed_on = [it for it in reading.terms("false_info.spread") if not covered(it, [hit])]
        if any(abs(it.sentence - hit.sentence) <= 1 and not _forbidden(reading, it, hit) for it in passed_on):
            yield {"false": 0.9, "doubt": 0.8, "false_word": 0.75}[group], f"{group}, passed on"
        elif group == "false":
            yield 0.8, group
        elif group == "doubt" and near(reading, "false_info.serious", hit.sentence, 1):
            yield 0.6, "doubt about a matter of weight"


def _hearsay(reading: Reading) -> Iterator[tuple[int, int]]:
    """Something alarming told as what others say ("dicen que", "someone told me"), and nobody named who would know.

    Only hearsay in front of an event of weight, in one sentence that also speaks of a school or its people nearby.
    """
    events = reading.terms("false_info.event")
    if not events:
        return
    for told in reading.terms("false_info.hearsay"):
        event = next((it for it in events if it.sentence == told.sentence and it.start >= told.end), None)
        known = any(
            near(reading, f"false_info.{group}", told.sentence, 1) for group in ("right", "confirmed")
        ) or quoted(reading, told)
        if event and not known and near(reading, "false_info.serious", told.sentence, 1):
            yield told.start, event.end


def _forbidden(reading: Reading, spread: TermHit, hit: TermHit) -> bool:
    """Whether a "not" of its own stands before the call to pass it on, not the one of "not confirmed"."""
    text = reading.folded.text
    return any(
        no.end <= spread.start and not covered(no, [hit]) and _ONE_WORD.fullmatch(text, no.end, spread.start)
        for no in reading.terms("kind_context.negation")
        if no.sentence == spread.sentence
    )


def _stands_alone(reading: Reading, hit: TermHit) -> bool:
    """Whether the word is said of the news and not of the next noun: "it's fake, share", not "a fake tree"."""
    after = reading.folded.text[hit.end : hit.end + 24]
    if not after.startswith(" "):
        return True
    following = [it.start for it in reading.terms("false_info.after")]
    return hit.end + 1 in following or not after[1:2].isalpha()
