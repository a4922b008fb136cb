"""Sexual content (policy IHB, D-sexual).

Health lessons, news, survivors' help, biology and film talk are silent. Terms: `sexual.json`. Links with sexual names
are found by `sexual_link.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.content import Claim, ContentRecognizer
from secondlook.detection.kind_context import covered, helped, in_a_story, near, negated, own, reported, taught
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

TOGETHER = {
    "weak": ("desire",),
    "body": ("partner", "offer", "act", "desire"),
    "act": ("partner", "desire"),
    "offer": ("body", "weak", "desire", "act"),
}
"""Groups of everyday words, and those that make them sexual in the same sentence."""
ADULTS_ONLY = "🔞"
HEAT = "😏🥵😈🍆🍑💦👅🤤🔥"
"""Signs that count as desire beside such words."""


class SexualRecognizer(ContentRecognizer):
    """Sexual acts, nudity and desire, told or offered."""

    kind: Kind = "SEXUAL"
    lists = ("sexual",)
    signs = ADULTS_ONLY

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """Words that are sexual by themselves, then everyday words with desire beside them."""
        innocent = reading.terms("sexual.not")
        for hit in reading.terms("sexual.strong"):
            if not covered(hit, innocent) and not _explained(reading, hit):
                yield Claim(hit.start, hit.end, 0.85, "sexual: says it")
        adults_only = reading.folded.text.find(ADULTS_ONLY)
        if adults_only >= 0:
            yield Claim(adults_only, adults_only + 1, 0.65, "sexual: marked for adults")
        for group, company in TOGETHER.items():
            for hit in reading.terms(f"sexual.{group}"):
                if covered(hit, innocent) or not any(_with(reading, f"sexual.{it}", hit) for it in company):
                    continue
                if not (_explained(reading, hit) or in_a_story(reading, hit.sentence) or negated(reading, hit)):
                    yield Claim(hit.start, hit.end, 0.65, f"sexual: {group} in company")


def _with(reading: Reading, group: str, hit: TermHit) -> bool:
    """Whether a term of the group stands in the sentence beside the hit."""
    if group == "sexual.desire" and any(sign in _sentence(reading, hit.sentence) for sign in HEAT):
        return True
    return any(
        other.sentence == hit.sentence and (other.end <= hit.start or hit.end <= other.start)
        for other in reading.terms(group)
    )


def _sentence(reading: Reading, sentence: int) -> str:
    start, end = reading.sentences[sentence]
    return reading.folded.text[start:end]


def _explained(reading: Reading, hit: TermHit) -> bool:
    """Whether a lesson, help, report, story or bird (tits, boobies) makes the word innocent."""
    at = hit.sentence
    return (
        taught(reading, at, reach=0 if own(reading, at) else 1)
        or near(reading, "sexual.birds", at)
        or helped(reading, at)
        or reported(reading, at)
        or (in_a_story(reading, at, reach=0) and not own(reading, at))
    )
