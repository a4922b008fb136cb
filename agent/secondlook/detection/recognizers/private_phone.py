"""A home or private cell number offered to students (policy IHB, D-private-phone).

The school's own numbers, hotlines, firms and what is offered to grown-ups alone are no finding. Whether students read
along elsewhere is for the rules. Terms: `private_phone.json`.
"""

from __future__ import annotations

from secondlook.contract import Kind
from secondlook.detection.contacts import Phone, digits_of, may_hold_phones, phones
from secondlook.detection.kind_context import near
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading


class PrivatePhoneRecognizer:
    """A US number that is off the school's list, and offered."""

    kind: Kind = "PRIVATE_PHONE"
    context: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    signs: str = ""

    def find(self, reading: Reading) -> list[Match]:
        """Numbers off the school's list, surer where the words around offer them to pupils."""
        if not may_hold_phones(reading):
            return []
        found = []
        numbers = phones(reading.folded.text)
        public = {digits_of(number) for number in reading.settings.school_phones} if numbers else set()
        for phone in numbers:
            if phone.digits in public or phone.toll_free:
                continue
            score, why = self._weigh(reading, phone)
            if score:
                found.append(Match(self.kind, *reading.original_span(phone.start, phone.end), score, f"phone: {why}"))
        return found

    @staticmethod
    def _weigh(reading: Reading, phone: Phone) -> tuple[float, str]:
        """How sure that it is a private number given to pupils, and why; 0 = it is not."""
        sentence = reading.sentence_at(phone.start)
        reach = {"offered": 1, "students": 1, "adults": 2, "business": 1}
        offered, students, adults, business = (
            near(reading, f"private_phone.{group}", sentence, far) for group, far in reach.items()
        )
        if business and not offered:
            return 0.0, "a firm's"
        if offered and students and not adults:
            return 0.9, "offered to students"
        if adults and not near(reading, "private_phone.students", sentence):
            return 0.0, "for grown-ups"
        if offered and students:
            return 0.6, "offered, students among others"
        professional = reading.settings.account == "professional"
        if offered:
            return (0.75, "offered on a professional account") if professional else (0.65, "offered")
        return (0.5, "not on the school's list") if professional or students else (0.0, "nobody is asked to call")
