"""The forms of one person's name that stand for each other where the person has said something about them.

A child kept as "Abigail Carranza Reynoso" is met as "Abby Carranza", a colleague kept as "Samantha Burnett" as "Sam Burnett".
Pure words, no hashes. Called by `consent.py` and, through hashes, by `my_people.py`; the roster's own index knows its
forms by itself.
"""

from __future__ import annotations

import re

from secondlook.detection.fold import fold
from secondlook.people.name_parts import PARTICLES, SUFFIXES, plain_parts
from secondlook.people.short_forms import common_names, names_behind

_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile(r"'s\b|'")


def kept_forms(name: str) -> tuple[str, ...]:
    """The whole name first, then the first word with each surname.

    >>> kept_forms("Abigail Carranza Reynoso")
    ('abigail carranza reynoso', 'abigail carranza', 'abigail reynoso')
    """
    given, families = _parts(name)
    return tuple(dict.fromkeys((whole_form(name), *(f"{given} {family}" for family in families))))


def seen_forms(name: str) -> tuple[str, ...]:
    """What a name on a page or in a text may have been kept as: itself, and with the given names it may be short for.

    >>> "abigail carranza" in seen_forms("Abby Carranza")
    True
    """
    given, families = _parts(name)
    givens = (given, *names_behind(given)) if families else ()
    return tuple(dict.fromkeys((whole_form(name), *(f"{one} {family}" for one in givens for family in families))))


def whole_form(name: str) -> str:
    """All words and numbers of a name or handle, blind to case, accents and signs."""
    return " ".join(_WORD.findall(_APOSTROPHE.sub("", fold(name).text)))


def _parts(name: str) -> tuple[str, list[str]]:
    """The first word, and the later ones that are surnames. A second given name ("Ana Clara Souza") is none."""
    words = [word for word in plain_parts(name) if len(word) > 1 and word not in PARTICLES | SUFFIXES]
    if len(words) < 2:
        return "", []
    return words[0], [word for word in words[1:-1] if word not in common_names()] + words[-1:]
