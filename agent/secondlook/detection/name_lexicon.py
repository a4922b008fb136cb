"""spaCy pipeline part that tells the model which words are first names, last names or everyday words (in `token.tag_`).

The shipped model needs it to load; `pyproject.toml` declares it as an entry point, so that plain `spacy.load` finds
it. It holds public word lists only, never a roster. Imports spaCy lazily by being imported by spaCy alone.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from spacy.language import Language

from secondlook.detection.first_names import FILE, classes_in, word_classes

Words = frozenset[str]


def bare(word: str) -> str:
    """Lower case without accents and apostrophes: the form that words have in the lists."""
    letters = unicodedata.normalize("NFD", word.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


class NameLexicon:
    """Sets `token.tag_` to F (first name), L (last name) or B (both), and adds a `c` to an everyday word."""

    def __init__(self) -> None:
        self.table: Mapping[str, str] = {}
        """Class of each word; `c` alone is an everyday word and no name, which sets no tag."""

    @property
    def everyday(self) -> list[str]:
        """The everyday words, those that are names as well included."""
        return [word for word, kind in self.table.items() if kind.endswith("c")]

    def set_words(self, first: Iterable[str], last: Iterable[str], common: Iterable[str]) -> None:
        """Takes the three sets of bare words."""
        first, last, common = frozenset(first), frozenset(last), frozenset(common)
        self.table = dict.fromkeys(sorted(common), "c") | {
            word: ("B" if word in first and word in last else "F" if word in first else "L")
            + ("c" if word in common else "")
            for word in sorted(first | last)
        }

    def __call__(self, doc: Any) -> Any:
        """Tags the tokens of `doc` and returns it."""
        for token in doc:
            kind = self.table.get(bare(token.text.removeprefix("#")))
            if kind and kind != "c":
                token.tag_ = kind
        return doc

    def to_bytes(self, **_: Any) -> bytes:
        """The lists as JSON, by class."""
        by_class: dict[str, list[str]] = {"everyday": sorted(self.everyday)}
        for word, kind in sorted(self.table.items()):
            if kind != "c":
                by_class.setdefault(kind, []).append(word)
        return json.dumps({kind: " ".join(words) for kind, words in sorted(by_class.items())}, indent=0).encode()

    def from_bytes(self, content: bytes, **_: Any) -> NameLexicon:
        """Takes what `to_bytes` gave."""
        self.table = classes_in(content)
        return self

    def to_disk(self, path: str | Path, **_: Any) -> None:
        """Writes the lists to `path`/words.json."""
        Path(path).mkdir(parents=True, exist_ok=True)
        (Path(path) / FILE.name).write_bytes(self.to_bytes())

    def from_disk(self, path: str | Path, **_: Any) -> NameLexicon:
        """Reads the lists from `path`/words.json; those that ship are in memory once, as `first_names.py` holds them."""
        file = Path(path) / FILE.name
        if file.resolve() != FILE:
            return self.from_bytes(file.read_bytes())
        self.table = word_classes()
        return self


@Language.factory("second_look_name_lexicon", assigns=["token.tag"])
def make_name_lexicon(nlp: Language, name: str) -> NameLexicon:  # noqa: ARG001 - spaCy passes both
    """Called by spaCy when it builds or loads a pipeline."""
    return NameLexicon()
