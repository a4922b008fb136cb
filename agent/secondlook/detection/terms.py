"""Finds the terms of `shared_rules/terms` in a text, all groups in one pass over its words.

Pure but for `load_terms`.

How a term is written in the lists (no regular expressions there):
- folded like the text, so case and accents do not matter; but CAPITALS ask for capitals in the text ("ISS", "EL");
- `suspend*` matches any ending of a word; `...` stands for up to three words in between; `#` for a number, `#th` for one that ends so.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from secondlook.detection.fold import Folded, fold

LONGEST_GAP = 3
SHORTEST_STEM = 2
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_TERM_PART = re.compile(r"\.\.\.|#[^\W\d_]*|[^\W_]+(?:['’][^\W_]+)*\*?")
_POSSESSIVE = re.compile(r"['’]s$")

CHAT = {"u": "you", "ur": "your", "w": "with", "n": "nao", "q": "que", "d": "de", "x": "por", "c": "com", "pra": "para"}
CHAT |= {"pro": "para", "ta": "esta", "to": "estou", "hj": "hoje", "pq": "porque", "xq": "porque", "tmrw": "tomorrow"}
CHAT |= {"hasnt": "hasn't", "doesnt": "doesn't", "cant": "can't", "isnt": "isn't", "didnt": "didn't", "til": "until"}
"""Short spellings of chat, read as the words they stand for in the text and in the terms alike.

Wrong readings ("to", "n") cost nothing, since both sides are read the same way.
"""


class Word(NamedTuple):
    """A word of the folded text, without its possessive ending, and the sentence it stands in."""

    text: str
    start: int
    end: int
    sentence: int


class TermHit(NamedTuple):
    """A term found: the group and the span, in offsets of the folded text."""

    group: str
    start: int
    end: int
    sentence: int


@dataclass(frozen=True, slots=True)
class _Part:
    """One word of a term."""

    text: str
    stem: bool = False
    gap: bool = False
    capitals: bool = False
    number: bool = False

    @property
    def whole(self) -> bool:
        """Whether it is a plain word, so that a text's word can be looked up as it is."""
        return not (self.stem or self.gap or self.number)


Term = tuple[str, tuple[_Part, ...]]


def split_words(folded_text: str, spans: list[tuple[int, int]]) -> list[Word]:
    """The words of a folded text; `spans` are its sentences."""
    starts = [start for start, _ in spans]
    words = []
    for match in WORD.finditer(folded_text):
        text = _POSSESSIVE.sub("", match.group()).replace("’", "'")
        words.append(Word(CHAT.get(text, text), match.start(), match.end(), bisect_right(starts, match.start()) - 1))
    return words


class TermIndex:
    """All terms, by their first word or stem."""

    def __init__(self, groups: dict[str, list[str]]) -> None:
        self._whole: dict[str, list[Term]] = defaultdict(list)
        self._pairs: dict[tuple[str, str], list[Term]] = defaultdict(list)
        """Terms that begin with two whole words: "is", "has" or "la" alone would call up hundreds."""
        self._stems: dict[str, list[Term]] = defaultdict(list)
        self._numbers: list[Term] = []
        for group, terms in sorted(groups.items()):
            for term in terms:
                self._add(group, term)

    def _add(self, group: str, term: str) -> None:
        parts = tuple(_part(raw) for raw in _TERM_PART.findall(term))
        if not parts or parts[0].gap:
            raise ValueError(f"a term of group {group} has no first word")
        first = parts[0]
        if first.number:
            self._numbers.append((group, parts))
        elif first.stem:
            self._stems[first.text[:SHORTEST_STEM]].append((group, parts))
        elif len(parts) > 1 and parts[1].whole:
            self._pairs[first.text, parts[1].text].append((group, parts))
        else:
            self._whole[first.text].append((group, parts))

    def find(self, words: list[Word], folded: Folded) -> dict[str, list[TermHit]]:
        """The hits by group, in order of start; of hits that start together in a group only the longest."""
        hits: dict[str, dict[int, TermHit]] = defaultdict(dict)
        for place, word in enumerate(words):
            following = words[place + 1].text if place + 1 < len(words) else ""
            for group, parts in self._candidates(word.text, following):
                end = _end_of(parts, words, place, folded)
                if end is None:
                    continue
                kept = hits[group].get(word.start)
                if kept is None or kept.end < end:
                    hits[group][word.start] = TermHit(group, word.start, end, word.sentence)
        return {group: list(found.values()) for group, found in hits.items()}

    def _candidates(self, word: str, following: str) -> Iterator[Term]:
        """Terms whose first word may be this one; stems are looked up by their first letters and tried in `_fits`."""
        if word in self._whole:
            yield from self._whole[word]
        if (word, following) in self._pairs:
            yield from self._pairs[word, following]
        if word[:SHORTEST_STEM] in self._stems:
            yield from self._stems[word[:SHORTEST_STEM]]
        if word[0].isdigit():
            yield from self._numbers


def _part(raw: str) -> _Part:
    if raw == "...":
        return _Part("", gap=True)
    if raw.startswith("#"):
        return _Part(raw[1:], number=True)
    bare = raw.removesuffix("*")
    capitals = len(bare) > 1 and bare.isupper()
    plain = _POSSESSIVE.sub("", fold(bare).text)
    return _Part(CHAT.get(plain, plain), stem=raw.endswith("*"), capitals=capitals)


def _end_of(parts: tuple[_Part, ...], words: list[Word], place: int, folded: Folded) -> int | None:
    """Where the term ends if it begins at `words[place]`, within one sentence."""
    sentence, at, gap = words[place].sentence, place, 0
    for part in parts:
        if part.gap:
            gap = LONGEST_GAP
            continue
        while True:
            if at >= len(words) or words[at].sentence != sentence:
                return None
            if _fits(part, words[at], folded):
                break
            if not gap:
                return None
            gap, at = gap - 1, at + 1
        gap, at = 0, at + 1
    return words[at - 1].end


def _fits(part: _Part, word: Word, folded: Folded) -> bool:
    if part.number:
        return word.text[0].isdigit() and word.text.endswith(part.text)
    if not (word.text.startswith(part.text) if part.stem else word.text == part.text):
        return False
    if part.capitals:
        start, end = folded.span(word.start, word.end)
        return folded.original[start:end].isupper()
    return True


def load_terms(folder: Path) -> TermIndex:
    """The index over every list of a terms folder; a group is named "<file>.<group>".

    Raises:
        OSError, ValueError: a list cannot be read; `secondlook rules check` says more about it.

    """
    groups: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.json")):
        for name, languages in json.loads(path.read_text(encoding="utf-8"))["groups"].items():
            groups[f"{path.stem}.{name}"] = _all_terms(languages.values())
    return TermIndex(groups)


def _all_terms(lists: Iterable[list[str]]) -> list[str]:
    return [term for terms in lists for term in terms]
