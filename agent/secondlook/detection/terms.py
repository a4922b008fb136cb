"""Finds the terms of `shared_rules/terms` in a text, all groups in one pass over its words.

Pure. How a term is written in the lists (no regular expressions there) is `term_parts.py`'s to say.
Tens of thousands of terms are read before the first answer and stay in memory, so the index is made of few, small things.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from secondlook.detection.fold import Folded
from secondlook.detection.term_parts import (
    CAPITALS,
    CHAT,
    GAP,
    LONGEST_GAP,
    NUMBER,
    POSSESSIVE,
    STEM,
    TEXT,
    UNDECIDED,
    Term,
    Word,
    end_of,
    is_whole,
    may_end,
    parts_of,
    plain_terms,
    sort_of_next,
)
from secondlook.keyed_memory import KeyedMemory

__all__ = ["TermHit", "TermIndex", "Word", "split_words"]

REMEMBERED = 2_000
"""States of sentences of which it is remembered, by keyed hash, where which terms stood."""
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
STEM_KEY = 3
"""Letters by which stems are looked up; shorter ones by themselves."""

Groups = tuple[str, ...]
Ends = dict[str, int]
"""Group -> where its longest term ends that begins at one place."""
Tables = tuple[dict[str, Any], ...]


class TermHit(NamedTuple):
    """A term found: the group and the span, in offsets of the folded text."""

    group: str
    start: int
    end: int
    sentence: int


def split_words(folded_text: str, spans: list[tuple[int, int]]) -> list[Word]:
    """The words of a folded text; `spans` are its sentences."""
    words, number, chat = [], 0, CHAT.get
    new = tuple.__new__  # a tuple with names takes twice as long to make by its name, and there are many
    ends = iter([end for _, end in spans[:-1]])
    border = next(ends, len(folded_text))
    for match in WORD.finditer(folded_text):
        text, (start, end) = match.group(), match.span()
        while start >= border and number < len(spans) - 1:
            number, border = number + 1, next(ends, len(folded_text))
        if not text.isalnum():
            text = POSSESSIVE.sub("", text).replace("’", "'")
        words.append(new(Word, (chat(text, text), start, end, number)))
    return words


class TermIndex:
    """All terms, by what they begin with."""

    def __init__(self, groups: dict[str, list[str]]) -> None:
        self._words: dict[str, Groups] = {}
        """Terms of one plain word, the most frequent sort: word -> groups."""
        self._phrases: dict[str, Groups] = {}
        """Terms of several plain words: the words, a space between them -> groups."""
        self._counts: dict[str, tuple[int, ...]] = {}
        """How many words such terms have, by the first two of them, where they have more than two."""
        self._whole: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        """Other terms that begin with a whole word, by what the next word must be: "#" a number, "*a" one that begins so, "" any."""
        self._pairs: dict[str, list[Term]] = defaultdict(list)
        """Terms that begin with two whole words: "is", "has" or "la" alone would call up hundreds."""
        self._stems: dict[str, dict[str, list[Term]]] = defaultdict(lambda: defaultdict(list))
        """Terms that begin with a stem, by their second word, or by "" when that is no whole word."""
        self._numbers: dict[str, list[Term]] = defaultdict(list)
        """Terms that begin with a number, by their second word, or by "" when that is no whole word."""
        self._lists: dict[str, bytes] = {}
        """The terms of each group, a line each, packed: few are ever asked for."""
        self._told: dict[str, Groups] = {}
        """The same of the few groups that are asked for, as tuples."""
        shared: dict[Groups, Groups] = {}
        for group, terms in sorted(groups.items()):
            self._lists[group] = zlib.compress("\n".join(terms).encode(errors="surrogatepass"))
            plain, odd = plain_terms(terms)
            self._add_plain(group, plain, shared)
            for term in odd:
                self._add(group, term, shared)
        self.ready_made = False
        """Whether it comes from the package, made of the very lists that were asked for, so that these are known to be sound."""
        self.memory: KeyedMemory[Any] = KeyedMemory(REMEMBERED)
        """What `sentence_terms.py` remembers of earlier sentences."""
        self._stem_lengths: dict[str, tuple[int, ...]] = {}
        """How long the stems are that begin with these letters, or are these."""
        self._note_stems()

    @property
    def tables(self) -> Tables:
        """All that was made of the lists, as plain dictionaries."""
        nested = [{key: dict(value) for key, value in table.items()} for table in (self._whole, self._stems)]
        return (
            self._words, self._phrases, self._counts, nested[0], dict(self._pairs), nested[1], dict(self._numbers), self._lists
        )  # fmt: skip

    @classmethod
    def of_tables(cls, tables: Tables) -> TermIndex:
        """The index of which these are the tables."""
        index = cls({})
        index.ready_made = True
        index._words, index._phrases, index._counts, index._whole = tables[:4]
        index._pairs, index._stems, index._numbers, index._lists = tables[4:]
        index._note_stems()
        return index

    def _note_stems(self) -> None:
        for stem in self._stems:
            key = stem[:STEM_KEY]
            self._stem_lengths[key] = tuple(sorted({*self._stem_lengths.get(key, ()), len(stem)}))

    def listed(self, group: str) -> tuple[str, ...]:
        """The terms of a group as they stand in its list, for matchers that do not go word by word."""
        told = self._told.get(group)
        if told is None:
            told = self._told[group] = tuple(self.lines(group))
        return told

    def lines(self, group: str) -> Iterator[str]:
        """The same for who asks once; nothing of it stays."""
        if packed := self._lists.get(group):
            yield from filter(None, zlib.decompress(packed).decode(errors="surrogatepass").split("\n"))

    def _add_plain(self, group: str, lines: list[str], shared: dict[Groups, Groups]) -> None:
        """Terms of folded words and nothing else."""
        chat, counts = CHAT.keys(), self._counts
        phrases: dict[str, None] = {}  # in their order, so that the same lists always make the same index
        for line in lines:
            if " " not in line:
                continue
            parts = line.split(" ")
            if not chat.isdisjoint(parts):
                parts = [CHAT.get(part, part) for part in parts]
                phrases[" ".join(parts)] = None
            else:
                phrases[line] = None
            if len(parts) > 2:
                known = counts.get(pair := f"{parts[0]} {parts[1]}", ())
                if len(parts) not in known:
                    counts[pair] = (*known, len(parts))
        _put(self._phrases, phrases, group, shared)
        _put(self._words, {CHAT.get(line, line): None for line in lines if " " not in line}, group, shared)

    def _add(self, group: str, term: str, shared: dict[Groups, Groups]) -> None:
        parts = parts_of(term)
        if not parts or parts[0][GAP]:
            raise ValueError(f"a term of group {group} has no first word")
        first, second = parts[0], parts[1] if len(parts) > 1 and is_whole(parts[1]) else None
        if first[NUMBER]:
            self._numbers[second[TEXT] if second else ""].append((group, parts))
        elif first[STEM]:
            self._stems[first[TEXT]][second[TEXT] if second else ""].append((group, parts))
        elif second:
            self._pairs[f"{first[TEXT]} {second[TEXT]}"].append((group, parts))
        elif len(parts) == 1 and not first[CAPITALS]:
            self._add_plain(group, [first[TEXT]], shared)
        else:
            self._whole[first[TEXT]][sort_of_next(parts)].append((group, parts))

    def find(self, words: list[Word], folded: Folded) -> dict[str, list[TermHit]]:
        """The hits by group, in order of start; of hits that start together in a group only the longest.

        Args:
            words: of the whole text, with their sentences.
            folded: the text.

        """
        hits: dict[str, list[TermHit]] = {}
        first, count = 0, len(words)
        while first < count:
            sentence, last = words[first].sentence, first + 1
            while last < count and words[last].sentence == sentence:
                last += 1
            said = {word.text for word in words[first:last]}
            for place in range(first, last):
                for group, end in self.begun(words, place, last, folded, said)[0].items():
                    hits.setdefault(group, []).append(TermHit(group, words[place].start, end, sentence))
            first = last
        return hits

    def begun(self, words: list[Word], place: int, last: int, folded: Folded, said: set[str]) -> tuple[Ends, bool]:
        """The terms that begin at a place, and whether more may do so once the sentence goes on.

        Args:
            words: of the text.
            place: the word to begin with.
            last: the place after the last word of its sentence.
            folded: the text.
            said: the words of the sentence.

        """
        text, start, end = words[place][:3]
        ends: Ends = dict.fromkeys(self._words.get(text, ()), end)
        following = words[place + 1].text if place + 1 < last else ""
        goes_on = self._note_phrases(ends, words, place, last) if following else True
        for group, parts in self._candidates(text, following):
            if not may_end(parts, said):
                goes_on = goes_on or place + 1 + LONGEST_GAP >= last
                continue
            stop = end_of(parts, words, place, last, folded)
            if stop == UNDECIDED:
                goes_on = True
            elif stop is not None and ends.get(group, start) < stop:
                ends[group] = stop
        return ends, goes_on

    def _note_phrases(self, ends: Ends, words: list[Word], place: int, last: int) -> bool:
        """Adds the phrases that begin with these two words; whether a longer one may once the sentence goes on."""
        pair = f"{words[place].text} {words[place + 1].text}"
        for group in self._phrases.get(pair, ()):
            ends[group] = words[place + 1].end
        longest = place
        for length in self._counts.get(pair, ()):
            stretch = words[place : min(place + length, last)]
            longest = max(longest, place + length)
            for group in self._phrases.get(" ".join([word.text for word in stretch]), ()):
                ends[group] = max(ends.get(group, 0), stretch[-1].end)
        return longest > last

    def _candidates(self, word: str, following: str) -> Iterable[Term]:
        """Terms that may begin with this word, plain ones aside."""
        found: list[Term] = []
        if word in self._whole:
            found += _that_may_go_on(self._whole[word], following)
        if following and (pair := f"{word} {following}") in self._pairs:
            found += self._pairs[pair]
        lengths = self._stem_lengths
        keys = (word[:2], word[:STEM_KEY], word[0]) if len(word) >= STEM_KEY else dict.fromkeys((word, word[0]))
        for key in keys:
            for length in lengths.get(key, ()):
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


def _put(table: dict[str, Groups], lines: dict[str, None], group: str, shared: dict[Groups, Groups]) -> None:
    """Notes a group for each line; equal rows of groups are kept once, in `shared`."""
    met = [line for line in lines if line in table]
    for line in met:
        if group not in table[line]:
            both = (*table[line], group)
            table[line] = shared.setdefault(both, both)
        del lines[line]
    table.update(dict.fromkeys(lines, shared.setdefault((group,), (group,))))


def _that_may_go_on(by_next: dict[str, list[Term]], following: str) -> list[Term]:
    """Those of the terms whose second word the following one may be."""
    found = [*by_next.get("", ())]
    if following:
        found += by_next.get(f"*{following[0]}", ())
        if following[0].isdigit():
            found += by_next.get("#", ())
    return found
