"""Splits names as rosters and posts write them: particles, suffixes, hyphens, apostrophes, two surnames.

Pure words, no hashes. Called when an index is built and when a text is searched, so that both split alike.
"""

from __future__ import annotations

import re

from secondlook.detection.fold import fold

_PARTICLES_WORDS = "da das de del dela della den der di do dos du e el la las le los van vande von y ibn bin al"
PARTICLES = frozenset(_PARTICLES_WORDS.split())
"""Small words inside a family name. They may be left out or kept ("Silva", "da Silva")."""
_SUFFIXES_WORDS = "jr sr ii iii iv v junior filho filha neto neta sobrinho segundo"
SUFFIXES = frozenset(_SUFFIXES_WORDS.split())
"""Words after a family name that are not family names."""
_PREFIXES_WORDS = "o d mc mac st san santa fitz l m n"
PREFIXES = frozenset(_PREFIXES_WORDS.split())
"""Beginnings that people write apart or together: "O Malley", "Mc Donald"."""

_PART = re.compile(r"[^\W\d_]+")


def plain_parts(name: str) -> list[str]:
    """A name's words, folded; apostrophes close up ("O'Malley" -> "omalley"), hyphens and blanks part."""
    return _PART.findall(fold(name).text.replace("'", ""))


def given_tokens(*names: str) -> dict[str, None]:
    """The words somebody may be called by: each given name, and the given names of one cell written as one word."""
    tokens: dict[str, None] = {}
    for name in names:
        parts = [part for part in plain_parts(name) if part not in SUFFIXES]
        whole = [part for part in parts if part not in PARTICLES]
        if 1 < len(parts) <= 3:
            tokens["".join(parts)] = None
        tokens.update(dict.fromkeys(part for part in whole or parts if len(part) > 1))
    return tokens


def family_tokens(*names: str) -> dict[str, None]:
    """The words of a family name: each surname, all of them as one word, and a surname with the particle before it."""
    tokens: dict[str, None] = {}
    for name in names:
        parts = plain_parts(name)
        parts = [part for part in parts if part not in SUFFIXES] or parts
        if 1 < len(parts) <= 6:
            tokens["".join(parts)] = None
        lead = ""
        for part in parts:
            if part in PARTICLES or (part in PREFIXES and len(parts) > 1):
                lead += part
                continue
            if lead:
                tokens[lead + part] = None
            if len(part) > 1:
                tokens[part] = None
            lead = ""
        if not tokens and parts:
            tokens["".join(parts)] = None
    return tokens
