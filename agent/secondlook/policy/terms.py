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


def _told_apart(terms: list[str]) -> set[str]:
    """What `same_term` makes of each, with all small letters taken together: tens of thousands must not delay a start."""
    small = [term for term in terms if term.islower()]
    told_apart = {same_term(term) for term in terms if not term.islower()}
    text = unicodedata.normalize("NFKC", f"|{'|'.join(small)}|")
    plain = text == text.lower() and text.isprintable() and not any(odd in text for odd in ("  ", "| ", " |"))
    if small and plain and text.count("|") == len(small) + 1:
        return told_apart | set(text[1:-1].casefold().split("|"))
    return told_apart | set(map(same_term, small))


class TermGroup(Wire):
    """The terms of one group. A language without terms is left out."""

    en: list[Term] = []
    es: list[Term] = []
    pt: list[Term] = []

    @field_validator("en", "es", "pt")
    @classmethod
    def _no_blanks_no_doubles(cls, terms: list[str]) -> list[str]:
        """An empty line would match everywhere, a double hides an edit that was made in only one of the two."""
        if len(_told_apart(terms) - {""}) == len(terms):
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
