"""Strong obscenity, plain or masked (policy IHB, D-proprietary: obscene).

Neither heat nor topic excuses it; mild words (damn, hell, crap) are not looked for.
Terms: `obscene.json`; masked spellings: `detection/masked.py` and the second spellings of `fold.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.content import Claim, ContentRecognizer
from secondlook.detection.kind_context import covered
from secondlook.detection.masked import masked_words
from secondlook.detection.reading import Reading

STRONG = 0.85
_HALF_SAID = re.compile(r"\bt[o0]m[a4@]r n[o0] c(?:[*@#.%]+u?(?!\w)|u\b)")
"""A curse whose last word is hardly there: "vai tomar no c*"."""
_SIGN_OF_HALF_SAID = "r n"
"""What it always has; most texts have not."""


class ObsceneRecognizer(ContentRecognizer):
    """Swear words in three languages."""

    kind: Kind = "OBSCENE"

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """Plain words, words that need their ñ, masked words, spaced-out and leet words, a raised finger."""
        names = reading.terms("obscene.names")
        for hit in reading.terms("obscene.strong"):
            if not covered(hit, names):
                yield Claim(hit.start, hit.end, STRONG, "obscene: strong word")
        yield from self._with_tilde(reading)
        for start, end in masked_words(reading.folded.text, reading.listed("obscene.masked")):
            yield Claim(start, end, STRONG, "obscene: masked word")
        yield from self._respelled(reading)
        text = reading.folded.text
        for match in _HALF_SAID.finditer(text) if _SIGN_OF_HALF_SAID in text else ():
            yield Claim(*match.span(), STRONG, "obscene: masked word")
        finger = text.find("🖕")
        if finger >= 0:
            yield Claim(finger, finger + 1, 0.65, "obscene: raised finger")

    def _with_tilde(self, reading: Reading) -> Iterator[Claim]:
        """Words that are decent without their ñ: a cono holds ice cream."""
        for hit in reading.terms("obscene.tilde"):
            start, end = reading.original_span(hit.start, hit.end)
            if "ñ" in reading.text[start:end].lower():
                yield Claim(hit.start, hit.end, STRONG, "obscene: strong word")

    def _respelled(self, reading: Reading) -> Iterator[Claim]:
        """Words spaced out or spelt with digits; only what the plain text does not show already."""
        spellings = reading.folded.spellings()
        plain = {hit.start for hit in reading.terms("obscene.strong")} if spellings else set()
        for spelling in spellings:
            for hit in reading.found_in(spelling).get("obscene.strong", []):
                start = reading.folded_offset(spelling.starts[hit.start])
                if start not in plain:
                    end = reading.folded_offset(spelling.starts[hit.end - 1]) + 1
                    yield Claim(start, end, STRONG, "obscene: respelled word")
