"""Which state and local ids may be looked up, and in what spelling. Pure; the same for the roster and for a text.

An id too short, without digits, or a mere year would match ordinary numbers, so it is left out of the index.
Called when an index is built and by `RosterNames.has_id`.
"""

from __future__ import annotations

import re

from secondlook.detection.fold import fold

SHORTEST, LONGEST = 5, 20
_FEWEST_DIGITS = 3
_YEARS = re.compile(r"(?:19|20)\d\d([-/–—](?:(?:19|20)?\d\d))?")
_WHOLE_NUMBER = re.compile(r"\d+\.0+")
_SCIENTIFIC = re.compile(r"\d+(?:[.,]\d+)?e\+?\d+", re.IGNORECASE)


def plain_id(written: str) -> str:
    """An id as it is looked up: small letters and digits without leading zeros; "" when it must not be looked up.

    >>> plain_id("00-31 4159"), plain_id("2026-2027"), plain_id("1.03E+09"), plain_id("AB12")
    ('314159', '', '', '')
    """
    if len(written) > LONGEST or _YEARS.fullmatch(written) or is_damaged_id(written):
        return ""
    whole = written.partition(".")[0] if _WHOLE_NUMBER.fullmatch(written) else written
    plain = "".join(filter(str.isalnum, fold(whole).text))
    shorter = plain.lstrip("0")
    plain = shorter if len(shorter) >= SHORTEST else plain
    if len(plain) < SHORTEST or sum(map(str.isdigit, plain)) < _FEWEST_DIGITS or len(set(plain)) == 1:
        return ""
    return plain


def is_damaged_id(written: str) -> bool:
    """Whether a spreadsheet has turned the id into a rounded number ("1.03E+09"), so that it is nobody's any more."""
    return bool(_SCIENTIFIC.fullmatch(written)) and "+" in written
