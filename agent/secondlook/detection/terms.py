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
from functools import cache
from pathlib import Path
from typing import NamedTuple

from secondlook.detection.fold import Folded, fold_text
from secondlook.keyed_memory import KeyedMemory

LONGEST_GAP = 3
REMEMBERED = 2_000
"""Sentences of which it is remembered, by keyed hash, where which terms stood."""
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
        text, (start, end) = match.group(), match.span()
        if not text.isalnum():
            text = _POSSESSIVE.sub("", text).replace("’", "'")
        words.append(Word(CHAT.get(text, text), start, end, bisect_right(starts, start) - 1))
    return words


class TermIndex:
    """All terms, by what they begin with."""

    def __init__(self, groups: dict[str, list[str]]) -> None:
        self._words: dict[str, list[str]] = defaultdict(list)
        """Terms of one plain word, the most frequent sort: word -> groups."""
        self._phrases: dict[str, list[str]] = defaultdict(list)
        """Terms of several plain words: the words, a space between them -> groups."""
        self._counts: dict[tuple[str, str], tuple[int, ...]] = {}
        """How many words such terms have, by the first two of them."""
        self._whole: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        """Other terms that begin with a whole word, by what the next word must be: "#" a number, "*a" one that begins so, "" any."""
        self._pairs: dict[tuple[str, str], list[Term]] = defaultdict(list)
        """Terms that begin with two whole words: "is", "has" or "la" alone would call up hundreds."""
        self._stems: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        """Terms that begin with a stem, by their second word, or by "" when that is no whole word."""
        self._numbers: dict[str, list[Term]] = defaultdict(list)
        """Terms that begin with a number, by their second word, or by "" when that is no whole word."""
        self._lists = {group: tuple(terms) for group, terms in groups.items()}
        for group, terms in sorted(groups.items()):
            # Thousands of terms must not delay the first answer, so plain words are taken without more ado.
            for term in terms:
                line = term.lower()
                if line == term and line.replace(" ", "").isalpha():
                    self._add_plain(group, (line if line.isascii() else fold_text(line)).split())
                else:
                    self._add(group, term)
        self.memory: KeyedMemory[tuple[tuple[str, int, int], ...]] = KeyedMemory(REMEMBERED)
        self._stem_lengths: dict[str, tuple[int, ...]] = {}
        """How long the stems are that begin with these two letters, or are this one."""
        for stem in self._stems:
            lengths = self._stem_lengths.get(stem[:2], ())
            self._stem_lengths[stem[:2]] = tuple(sorted({*lengths, len(stem)}))

    def listed(self, group: str) -> tuple[str, ...]:
        """The terms of a group as they stand in its list, for matchers that do not go word by word."""
        return self._lists.get(group, ())

    def _add_plain(self, group: str, words: list[str]) -> None:
        """A term of folded words and nothing else."""
        if not CHAT.keys().isdisjoint(words):
            words = [CHAT.get(word, word) for word in words]
        if len(words) == 1:
            self._words[words[0]].append(group)
            return
        self._phrases[" ".join(words)].append(group)
        pair = words[0], words[1]
        counts = self._counts.get(pair, ())
        if len(words) not in counts:
            self._counts[pair] = (*counts, len(words))

    def _add(self, group: str, term: str) -> None:
        parts = tuple(_part(raw) for raw in _TERM_PART.findall(term))
        if not parts or parts[0].gap:
            raise ValueError(f"a term of group {group} has no first word")
        self._add_parts(group, parts)

    def _add_parts(self, group: str, parts: tuple[_Part, ...]) -> None:
        first, second = parts[0], parts[1] if len(parts) > 1 and parts[1].whole else None
        if first.number:
            self._numbers[second.text if second else ""].append((group, parts))
        elif first.stem:
            self._stems[first.text][second.text if second else ""].append((group, parts))
        elif second:
            self._pairs[first.text, second.text].append((group, parts))
        elif len(parts) == 1 and not first.capitals:
            self._words[first.text].append(group)
        else:
            self._whole[first.text][_sort_of_next(parts)].append((group, parts))

    def find_by_sentence(
        self, words: list[Word], folded: Folded, spans: list[tuple[int, int]]
    ) -> dict[str, list[TermHit]]:
        """As `find`, but what a sentence held is remembered, so that typing on searches only the sentence that changes."""
        hits: dict[str, list[TermHit]] = defaultdict(list)
        first = 0
        for number, (begin, end) in enumerate(spans):
            last = first
            while last < len(words) and words[last].sentence == number:
                last += 1
            if first < last:
                low, high = folded.span(begin, end)
                mark = self.memory.mark(folded.original[low:high])
                held = self.memory.get(mark)
                if held is None:
                    found = self.find(words, folded, first, last)
                    held = tuple((it.group, it.start - begin, it.end - begin) for each in found.values() for it in each)
                    self.memory.keep(mark, held)
                for group, start, stop in held:
                    hits[group].append(TermHit(group, start + begin, stop + begin, number))
            first = last
        return dict(hits)

    def find(
        self, words: list[Word], folded: Folded, first: int = 0, last: int | None = None
    ) -> dict[str, list[TermHit]]:
        """The hits by group, in order of start; of hits that start together in a group only the longest.

        Args:
            words: of the whole text, with their sentences.
            folded: the text.
            first: the place in `words` from which hits may begin.
            last: the place before which they must, where a sentence ends; or None for the end of the text.

        """
        hits: dict[str, dict[int, TermHit]] = defaultdict(dict)
        count = len(words)
        said = {word.text for word in words[first:last]}
        for place in range(first, count if last is None else last):
            text, start, end_of_word, sentence = words[place]
            if text in self._words:
                for group in self._words[text]:
                    hits[group][start] = TermHit(group, start, end_of_word, sentence)
            following = words[place + 1].text if place + 1 < count and words[place + 1].sentence == sentence else ""
            phrases, terms = self._counts.get((text, following)), self._candidates(text, following)
            if phrases is None and not terms:
                continue
            terms = [it for it in terms if _may_end(it[1], said)]
            for group, end in self._longer(words, place, phrases or (), terms, folded):
                kept = hits[group].get(start)
                if kept is None or kept.end < end:
                    hits[group][start] = TermHit(group, start, end, sentence)
        return {group: list(found.values()) for group, found in hits.items()}

    def _longer(
        self, words: list[Word], place: int, lengths: tuple[int, ...], terms: list[Term], folded: Folded
    ) -> Iterator[tuple[str, int]]:
        """Groups and ends of the terms of more than one plain word that begin at `words[place]`."""
        for length in lengths:
            stretch = words[place : place + length]
            if stretch[-1].sentence == stretch[0].sentence:
                for group in self._phrases.get(" ".join([word.text for word in stretch]), ()):
                    yield group, stretch[-1].end
        for group, parts in terms:
            end = _end_of(parts, words, place, folded)
            if end is not None:
                yield group, end

    def _candidates(self, word: str, following: str) -> list[Term]:
        """Terms that may begin with this word, single plain words aside."""
        found: list[Term] = []
        if word in self._whole:
            found += _that_may_go_on(self._whole[word], following)
        if (word, following) in self._pairs:
            found += self._pairs[word, following]
        lengths = self._stem_lengths.get(word[:2], ())
        if len(word) > 1 and word[0] in self._stem_lengths:
            lengths = (*lengths, *self._stem_lengths[word[0]])
        for length in lengths:
            if (stem := word[:length]) in self._stems:
                by_second = self._stems[stem]
                found += by_second.get("", ())
                if following:
                    found += by_second.get(following, ())
        if word[0].isdigit():
            found += self._numbers.get(following, ())
            if following:
                found += self._numbers.get("", ())
        return found


@cache
def _part(raw: str) -> _Part:
    if raw == "...":
        return _Part("", gap=True)
    if raw.startswith("#"):
        return _Part(raw[1:], number=True)
    bare = raw.removesuffix("*")
    capitals = len(bare) > 1 and bare.isupper()
    plain = _POSSESSIVE.sub("", fold_text(bare))
    return _Part(CHAT.get(plain, plain), stem=raw.endswith("*"), capitals=capitals)


def _sort_of_next(parts: tuple[_Part, ...]) -> str:
    """What the second word must be like: "#" a number, "*a" one that begins so, "" when there is none or a gap."""
    if len(parts) < 2 or parts[1].gap:
        return ""
    return "#" if parts[1].number else f"*{parts[1].text[0]}"


def _that_may_go_on(by_next: dict[str, list[Term]], following: str) -> list[Term]:
    """Those of the terms whose second word the following one may be."""
    found = [*by_next.get("", ())]
    if following:
        found += by_next.get(f"*{following[0]}", ())
        if following[0].isdigit():
            found += by_next.get("#", ())
    return found


def _may_end(parts: tuple[_Part, ...], said: set[str]) -> bool:
    """Whether the word after a gap is said at all."""
    return len(parts) < 3 or not parts[1].gap or not parts[2].whole or parts[2].text in said


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


def load_terms(*folders: Path) -> TermIndex:
    """The index over every list of the terms folders; a group is named "<file>.<group>", and later folders add to it.

    Raises:
        OSError, ValueError: a list cannot be read; `secondlook rules check` says more about it.

    """
    groups: dict[str, list[str]] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.json"))):
        for name, languages in json.loads(path.read_text(encoding="utf-8"))["groups"].items():
            groups.setdefault(f"{path.stem}.{name}", []).extend(_all_terms(languages.values()))
    return TermIndex(groups)


def _all_terms(lists: Iterable[list[str]]) -> list[str]:
    return [term for terms in lists for term in terms]
