"""Short forms of given names: English from the `nicknames` package, and three languages from `nicknames.json`.

A text's "Beto" is looked up as Roberto, Alberto and Humberto, so the index needs no entry for any nickname.
Called by the search and by handle matching.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_ENDINGS = (
    ("zinho", ("", "o")), ("zinha", ("", "a")), ("cito", ("", "e")), ("cita", ("", "a")),
    ("inho", ("o", "", "e")), ("inha", ("a", "")), ("ito", ("o", "", "e")), ("ita", ("a", "")),
)  # fmt: skip
"""Endings that make a name small (Pedrinho, Anita), and what may have stood in their place."""


@cache
def _table() -> dict[str, tuple[str, ...]]:
    """Short form -> the names it may stand for, and for English also the other way round."""
    from nicknames import NickNamer  # noqa: PLC0415 - reads its table when first needed

    sets: dict[str, set[str]] = {}
    for name, shorts in NickNamer().nickname_lookup.items():
        for short in shorts:
            sets.setdefault(short, set()).add(name)
            sets.setdefault(name, set()).add(short)
    ours = json.loads(Path(__file__).with_name("nicknames.json").read_text(encoding="utf-8"))
    for language in ("en", "es", "pt"):
        for name, shorts in ours[language].items():
            for short in shorts:
                sets.setdefault(short, set()).update(("".join(name.split()), *name.split()[:1]))
    return {short: tuple(sorted(names - {short})) for short, names in sets.items()}


def names_behind(word: str) -> tuple[str, ...]:
    """The given names that a folded word may be a short form of; empty for most words.

    >>> "roberto" in names_behind("beto")
    True
    """
    known = _table().get(word, ())
    if len(word) < 5 or not word.endswith(("ito", "ita", "inho", "inha")):
        return known
    grown = [word[: -len(end)] + tail for end, tails in _ENDINGS if word.endswith(end) for tail in tails]
    return tuple(dict.fromkeys((*known, *(name for name in grown if len(name) > 2))))
