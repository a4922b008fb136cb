"""The shape of a term list: words by group and language, as recognizers use them. Data only.

`shared_rules/terms/*.json` follow this model. `load.py` checks it; recognizers read the same files for themselves.
"""

from __future__ import annotations

import unicodedata
from typing import Annotated

from pydantic import Field, StringConstraints, field_validator

from secondlook.contract import Wire

Term = Annotated[str, StringConstraints(max_length=120)]


def same_term(term: str) -> str:
    """What makes two terms one: spacing, the way an accent is written, and case, but for words in CAPITALS.

    A word in capitals asks for capitals in the text, so "ISS" and "iss" are two terms.
    """
    if term.isascii() and term == term.lower():
        return " ".join(term.split())
    words = unicodedata.normalize("NFKC", term).split()
    return " ".join(word if len(word) > 1 and word.isupper() else word.casefold() for word in words)


def _plainly_different(terms: list[str]) -> bool:
    """Whether no two terms are one even when case is looked away from; asked of all at once, as there are tens of thousands."""
    written = "|".join(terms)
    lines = (written if written.isascii() else unicodedata.normalize("NFKC", written)).casefold()
    even = (
        lines == lines.strip(" |") and lines.isprintable() and not any(odd in lines for odd in ("  ", "| ", " |", "||"))
    )
    return even and len(set(terms if lines == written else lines.split("|"))) == len(terms)


class TermGroup(Wire):
    """The terms of one group. A language without terms is left out."""

    en: list[Term] = []
    es: list[Term] = []
    pt: list[Term] = []

    @field_validator("en", "es", "pt")
    @classmethod
    def _no_blanks_no_doubles(cls, terms: list[str]) -> list[str]:
        """An empty line would match everywhere, a double hides an edit that was made in only one of the two."""
        if not terms or _plainly_different(terms):
            return terms
        seen: set[str] = set()
        for place, term in enumerate(terms, 1):
            folded = same_term(term)
            if not folded:
                raise ValueError(f"entry {place} is empty")
            if folded in seen:
                raise ValueError(f"entry {place} ({term!r}) stands there twice")
            seen.add(folded)
        return terms


class TermList(Wire):
    """One file of terms.

    Attributes:
        about: what the list is for and who reads it.
        groups: by a name that the recognizer knows.

    """

    about: Annotated[str, Field(min_length=10)]
    groups: Annotated[dict[Annotated[str, Field(min_length=1)], TermGroup], Field(min_length=1)]
