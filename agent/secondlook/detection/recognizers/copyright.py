"""Copyrighted works passed on whole, and ways around paying for them (policy IHB, D-proprietary).

Own work, free licences, permission, libraries and shops are silent. Terms: `copyright.json`.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.content import Claim, ContentRecognizer
from secondlook.detection.kind_context import near, negated, reported
from secondlook.detection.reading import Reading


class CopyrightRecognizer(ContentRecognizer):
    """A whole book, film or program handed around."""

    kind: Kind = "COPYRIGHT"
    lists = ("copyright",)

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """Words of piracy, then a work, whole, being shared."""
        for hit in reading.terms("copyright.strong"):
            if not (near(reading, "copyright.not", hit.sentence) or reported(reading, hit.sentence)):
                yield Claim(hit.start, hit.end, 0.85, "copyright: piracy")
        for hit in reading.terms("copyright.whole"):
            at = hit.sentence
            if not near(reading, "copyright.work", at, 1) or near(reading, "copyright.not", at, 1):
                continue
            passed_on = near(reading, "copyright.share", at, 1) or near(reading, "copyright.copied", at)
            if passed_on and not negated(reading, hit):
                yield Claim(hit.start, hit.end, 0.75, "copyright: a whole work passed on")
        for hit in reading.terms("copyright.film"):
            if near(reading, "copyright.store", hit.sentence) and not near(reading, "copyright.not", hit.sentence, 1):
                yield Claim(hit.start, hit.end, 0.7, "copyright: a work kept for others")
