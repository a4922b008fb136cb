"""Short forms of given names: English from the `nicknames` package, and three languages from `nicknames.json`.

A text's "Beto" is looked up as Roberto, Alberto and Humberto, so the index needs no entry for any nickname.
Called by `words.py`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

_ENDINGS = (
    ("zinhos", ("s", "os", "")), ("zinhas", ("s", "as", "")), ("inhos", ("os", "")), ("inhas", ("as", "")),
    ("citos", ("", "s")), ("citas", ("", "s")), ("itos", ("os", "")), ("itas", ("as", "")),
    ("zinho", ("", "o", "s", "z")), ("zinha", ("", "a", "s", "z")), ("cito", ("", "e", "z")), ("cita", ("", "e", "z")),
    ("inho", ("o", "", "e")), ("inha", ("a", "", "e")), ("ito", ("o", "", "e")), ("ita", ("a", "", "e")),
    ("illo", ("o", "")), ("illa", ("a", "")), ("zao", ("", "s")), ("ao", ("o", "e", "")),
)  # fmt: skip
"""Endings that make a name small or big (Pedrinho, Carlitos, Anita, Felipão), and what may have stood in their place."""
_DIMINUTIVE = tuple(ending for ending, _ in _ENDINGS)
_SHORTEST_STEM = 2


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


@cache
def common_names() -> frozenset[str]:
    """Well-known given names: a word among them is a name of its own, not a slip of the pen in another."""
    lists = json.loads(Path(__file__).with_name("given_names.json").read_text(encoding="utf-8"))
    return frozenset(name for language in ("en", "es", "pt") for line in lists[language] for name in line.split())


def names_behind(word: str) -> tuple[str, ...]:
    """The given names that a folded word may be a short form of; empty for most words.

    >>> "roberto" in names_behind("beto") and "marcos" in names_behind("marquinhos")
    True
    """
    known = _table().get(word, ())
    if len(word) < 5 or not word.endswith(_DIMINUTIVE):
        return known
    grown: list[str] = []
    for ending, tails in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + _SHORTEST_STEM:
            for stem in _stems(word.removesuffix(ending)):
                grown += [stem + tail for tail in tails]
    return tuple(dict.fromkeys((*known, *(name for name in grown if len(name) > 2 and name != word))))


def _stems(stem: str) -> tuple[str, ...]:
    """A stem, and what it was before its spelling changed to keep its sound (Marqu-inhos: Marc-os, Dieg-uito: Dieg-o)."""
    if stem.endswith("qu"):
        return (stem, f"{stem[:-2]}c")
    if stem.endswith("gu"):
        return (stem, stem[:-1])
    return (stem, f"{stem[:-1]}z") if stem.endswith("c") else (stem,)
