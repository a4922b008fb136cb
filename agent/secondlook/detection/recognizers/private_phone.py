"""A home or private cell number given out (policy IHB, D-private-phone).

The school's own numbers and hotlines are no finding.

Says only that a private-looking number is offered; whether students can see it is for the rules. Terms:
`private_phone.json`.
"""

from __future__ import annotations

from secondlook.contract import Kind
from secondlook.detection.contacts import digits_of, phones
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading


class PrivatePhoneRecognizer:
    """A US number that nobody said is public."""

    kind: Kind = "PRIVATE_PHONE"
    context: tuple[str, ...] = ()

    def find(self, reading: Reading) -> list[Match]:
        """Numbers off the school's list, surer where the words around offer it."""
        found = []
        public = {digits_of(number) for number in reading.settings.school_phones}
        for phone in phones(reading.folded.text):
            if phone.digits in public or phone.toll_free:
                continue
            sentence = reading.sentence_at(phone.start)
            offered = _near(reading, "private_phone.offered", sentence)
            if not offered and _near(reading, "private_phone.business", sentence):
                continue
            start, end = reading.original_span(phone.start, phone.end)
            if offered:
                found.append(Match(self.kind, start, end, 0.9, "phone: offered as one's own"))
            else:
                found.append(Match(self.kind, start, end, 0.5, "phone: not on the school's list"))
        return found


def _near(reading: Reading, group: str, sentence: int) -> bool:
    return any(sentence - 1 <= hit.sentence <= sentence + 1 for hit in reading.terms(group))
