"""An e-mail address on the wrong kind of account (policy IHB, D-email).

A private one on a professional account, or the district's on a personal one. Which account acts comes with the
settings; an unknown one counts as personal.
"""

from __future__ import annotations

from secondlook.contract import Kind
from secondlook.detection.contacts import CONSUMER_DOMAINS, EMAIL
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading


class PersonalEmailRecognizer:
    """An address that mixes the professional with the personal."""

    kind: Kind = "PERSONAL_EMAIL"
    context: tuple[str, ...] = ()

    def find(self, reading: Reading) -> list[Match]:
        """Addresses whose domain does not go with the account."""
        settings, found = reading.settings, []
        for mail in EMAIL.finditer(reading.folded.text):
            domain, span = mail.group(1), reading.original_span(*mail.span())
            if settings.account == "professional":
                if domain in CONSUMER_DOMAINS and domain not in settings.district_domains:
                    found.append(Match(self.kind, *span, 0.9, "e-mail: a private domain on a professional account"))
            elif domain in settings.district_domains - settings.student_domains:
                found.append(Match(self.kind, *span, 0.9, "e-mail: the district's domain on a personal account"))
        return found
