"""Links, handles and page names in a draft that plainly say sexually explicit (policy IHB, D-inappropriate-sites).

Terms: `inappropriate_sites.json`; the looking is done by `detection/inappropriate.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.content import Claim, ContentRecognizer
from secondlook.detection.inappropriate import PLAIN, bad_links
from secondlook.detection.kind_context import reported
from secondlook.detection.reading import Reading


class SexualLinkRecognizer(ContentRecognizer):
    """A sexual link or page named in the text."""

    kind: Kind = "SEXUAL"

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """Each such name that is not told of as news."""
        for start, end in bad_links(reading, "sexual"):
            if not reported(reading, reading.sentence_at(start)):
                yield Claim(start, end, PLAIN, "link: sexual name")
