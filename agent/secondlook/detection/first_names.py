"""Which words are first names, surnames or everyday words, from the public lists that ship with the name model.

Pure but for one read of each file; holds no roster. Rarer names
than the model knows come from `more_first_names.json`, which names are common from `common_first_names.json`. Called by `unlisted_names.py`, `sort_cues.py`, `could_name.py` and `name_lexicon.py`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

FILE = Path(__file__).resolve().parent / "model" / "second_look_name_lexicon" / "words.json"
_COMMON = Path(__file__).with_name("common_first_names.json")
_MORE = Path(__file__).with_name("more_first_names.json")


@cache
def word_classes() -> dict[str, str]:
    """Class of each word: F first name, L surname, B both, with a small c for an everyday word; empty without the file."""
    return classes_in(FILE.read_bytes()) if FILE.is_file() else {}


def classes_in(content: bytes) -> dict[str, str]:
    """Class of each word of a file that the name model ships with."""
    by_class: dict[str, str] = json.loads(content)
    everyday = dict.fromkeys(by_class.pop("everyday", "").split(), "c")
    return everyday | {word: kind for kind, words in by_class.items() for word in words.split()}


def is_first_name(word: str) -> bool:
    """Whether a folded word is a first name and no everyday word."""
    return word_classes().get(word, "") in ("F", "B")


@cache
def given_names() -> frozenset[str]:
    """All first names, those of censuses that the name model was not trained with included."""
    names = {word for word, kind in word_classes().items() if kind in ("F", "B")}
    names.update(json.loads(_MORE.read_text(encoding="utf-8"))["names"].split())
    return frozenset(names)  # a copy has half the room that a set has grown to


def is_given_name(word: str) -> bool:
    """Whether a folded word is a first name of any of the lists, rare ones included, and no everyday word."""
    return word in given_names()


@cache
def word_names() -> frozenset[str]:
    """First names that are everyday words."""
    return frozenset(json.loads(_MORE.read_text(encoding="utf-8"))["wordlike"].split())


def is_word_name(word: str) -> bool:
    """Whether a folded everyday word is a first name as well, such as Juniper."""
    return word in word_names()


def is_surname(word: str) -> bool:
    """Whether a folded word is a surname and no everyday word."""
    return word_classes().get(word, "") in ("L", "B")


def is_word_surname(word: str) -> bool:
    """Whether a folded everyday word is a surname as well, such as Finch."""
    return word_classes().get(word, "") in ("Lc", "Bc")


def is_everyday(word: str) -> bool:
    """Whether a folded word is everyday English, Spanish or Portuguese."""
    return word_classes().get(word, "").endswith("c")


@cache
def _common() -> frozenset[str]:
    """The first names that very many people bear."""
    return frozenset(json.loads(_COMMON.read_text(encoding="utf-8"))["names"].split())


@cache
def _counted() -> frozenset[str]:
    return frozenset(json.loads(_COMMON.read_text(encoding="utf-8"))["counted"].split())


def is_counted(word: str) -> bool:
    """Whether a folded everyday word wants an article as a thing ("a rose"), so that it is a name where a sentence begins with it."""
    return word in _counted()


def is_common_first_name(word: str) -> bool:
    """Whether very many people bear a folded first name, so that it alone may well be somebody else's."""
    return word in _common()
