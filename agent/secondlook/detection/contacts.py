"""Phone numbers and e-mail addresses in a folded text.

Pure, linear, and without a network: no public-suffix list is asked.

Phones are North American numbers (NANP): area code and exchange begin with 2 to 9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_PHONE = re.compile(
    r"(?<![\d@/#$.-])(?:\+?1[ .-]?)?(?:\(([2-9]\d\d)\) ?|([2-9]\d\d)([ .-]?))([2-9]\d\d)[ .-]?(\d{4})(?![\d%]|[.-]\d)"
)
EMAIL = re.compile(
    r"(?<![\w.+-])[a-z0-9][\w.+-]{0,63}@([a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,24})(?![\w-])"
)
"""Group 1 is the domain. Every repetition is bounded, so a text of "a@" stays linear."""
TOLL_FREE = frozenset({"800", "833", "844", "855", "866", "877", "888"})


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number in a folded text; `digits` are its ten digits."""

    start: int
    end: int
    digits: str

    @property
    def toll_free(self) -> bool:
        """Whether it is a number of firms and hotlines by its area code."""
        return self.digits[:3] in TOLL_FREE


def phones(folded_text: str) -> list[Phone]:
    """The US phone numbers of a folded text."""
    found = []
    for match in _PHONE.finditer(folded_text):
        area = match.group(1) or match.group(2)
        found.append(Phone(match.start(), match.end(), area + match.group(4) + match.group(5)))
    return found


def digits_of(number: str) -> str:
    """The last ten digits of a number as somebody wrote it."""
    return re.sub(r"\D", "", number)[-10:]
