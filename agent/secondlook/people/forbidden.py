"""Columns that are never read, whatever a format or a mapping asks for.

A second lock: formats name the few columns they want, and this refuses the rest by the look of their heading.
Sources: 20 U.S.C. 1232g; 603 CMR 23.00 (student records); M.G.L. c.93H s.1; DESE SIMS Data Handbook (element numbers).
"""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    r"passw|passcode|\bpwd|^pin$|birth|^dob|dob$|ethnic|race|gender|^sex$|hispanic|latino|indian|asian|black|hawaiian|white"
    r"|lunch|frl|frpl|iep|sped|specialed|504|disab|^ell|^el$|englishlearn|language|phone|mobile|cell|^sms|fax"
    r"|street|city|zip|postal|country|homeaddress|mailingaddress|residence|contact|guardian|parent|mother|father|emergency"
    r"|ssn|socialsec|medical|health|allerg|immigra|income|homeless|poverty|discipl|suspen|flag|recovery|userids|agent"
    r"|doe(?!00[1-5])\d{3}"
)


def is_forbidden(column: str) -> bool:
    """Whether a column (as `column_key` spells it) holds what is never read: passwords, birth dates, SPED, lunch, phones."""
    return bool(_FORBIDDEN.search(column))
