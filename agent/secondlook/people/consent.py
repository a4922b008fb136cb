"""Consent to be tagged (policy IHB, E-tag): what one consent covers, and whether a colleague has given one.

Pure: rows and dates come in. Answered from a table in memory, far under a millisecond. Called by `my_people.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from secondlook.detection.fold import fold
from secondlook.people.name_forms import kept_forms, seen_forms

What = Literal["event", "album", "standing"]
How = Literal["said", "written"]
FOR_THIS, FOR_SOMETHING = 1.0, 0.6
"""How sure a consent covers a tag: a standing one or one for the event that the post names; one for some event."""
_WORD = re.compile(r"[^\W_]+")
_SHORTEST_LABEL_WORD = 4


@dataclass(frozen=True)
class Consent:
    """A colleague's word.

    Attributes:
        id: to withdraw it.
        name, handle: of the colleague, as typed; one may be "".
        what: for an event, for an album, or standing.
        label: which event or album, or "".
        how: whether they said or wrote it.
        until: the last day it holds.

    """

    id: str
    name: str = field(repr=False)
    handle: str = field(repr=False)
    what: What
    label: str = field(repr=False)
    how: How
    added: date
    until: date


class ConsentBook:
    """The consents by name and by handle."""

    def __init__(self, consents: Iterable[Consent] = ()) -> None:
        self._by_person: dict[str, list[Consent]] = {}
        for consent in consents:
            for key in _keys(kept_forms(consent.name), consent.handle):
                self._by_person.setdefault(key, []).append(consent)

    def __repr__(self) -> str:
        return "ConsentBook(…)"

    def covers(self, name: str | None, handle: str | None, text: str, today: date) -> float:
        """How surely somebody shown under this name and handle has agreed, 0 to 1.

        Args:
            name: as the page shows it.
            handle: as the page shows it.
            text: of the post; a consent for an event covers a post that names the event.
            today: consents that ended before it do not count.

        """
        given = [
            consent
            for key in _keys(seen_forms(name or ""), handle or "")
            for consent in self._by_person.get(key, ())
            if today <= consent.until
        ]
        if not given:
            return 0.0
        if any(one.what == "standing" or (one.label and _names(text, one.label)) for one in given):
            return FOR_THIS
        return FOR_SOMETHING


def _keys(forms: Iterable[str], handle: str) -> Iterable[str]:
    """The forms of a person's name, and the handle."""
    yield from (f"n:{form}" for form in forms if form)
    letters = re.sub(r"[^0-9a-z_]", "", fold(handle).text)
    if letters:
        yield "h:" + letters


def _names(text: str, label: str) -> bool:
    """Whether a text has all the longer words of a label."""
    wanted = {word for word in _WORD.findall(fold(label).text) if len(word) >= _SHORTEST_LABEL_WORD}
    return bool(wanted) and wanted <= set(_WORD.findall(fold(text).text))
