"""Where the terms stand, sentence by sentence, so that typing on searches only what the new word changes.

A term goes forward from its first word. So what stood in a sentence up to its last word still stands there when another
word is added, and only two sorts of places have to be looked at again: the new word, and those where a term had begun and
not been decided. Remembered are groups and offsets under a keyed hash of the words, never words. Called by `reading.py`.
"""

from __future__ import annotations

from operator import itemgetter
from typing import NamedTuple

from secondlook.detection.fold import Folded
from secondlook.detection.terms import TermHit, TermIndex, Word

Begun = tuple[int, str, int, int]
"""A term: the place of its first word in the sentence, its group, and where it starts and ends from the first word's start."""
_PLACE = itemgetter(0)


class Held(NamedTuple):
    """What a sentence holds.

    Attributes:
        begun: its terms, in order of place, those of one place in the order of the index.
        undecided: places where another may begin, depending on what follows.

    """

    begun: tuple[Begun, ...]
    undecided: tuple[int, ...]


class Sentence(NamedTuple):
    """The words of a sentence: those of the text from `first` up to, and without, `last`."""

    words: list[Word]
    folded: Folded
    first: int
    last: int

    def written(self, last: int) -> str:
        """Its words up to a place as they were typed, with all that stands between them."""
        low, high = self.folded.span(self.words[self.first].start, self.words[last - 1].end)
        return self.folded.original[low:high]


def hits_by_sentence(index: TermIndex, words: list[Word], folded: Folded) -> dict[str, list[TermHit]]:
    """As the index finds them, in the same order; what a sentence held is remembered in `index.memory`."""
    hits: dict[str, list[TermHit]] = {}
    new = tuple.__new__  # sooner than by its name, as in `split_words`
    first, count = 0, len(words)
    while first < count:
        number, last = words[first].sentence, first + 1
        while last < count and words[last].sentence == number:
            last += 1
        origin = words[first].start
        for _, group, start, end in _held(index, Sentence(words, folded, first, last)).begun:
            hit = new(TermHit, (group, start + origin, end + origin, number))
            if group in hits:
                hits[group].append(hit)
            else:
                hits[group] = [hit]
        first = last
    return hits


def _held(index: TermIndex, sentence: Sentence) -> Held:
    """What a sentence holds: remembered, or worked out from what it held a word before."""
    memory, last = index.memory, sentence.last
    mark = memory.mark(sentence.written(last))
    held: Held | None = memory.get(mark)
    if held is None:
        before = memory.get(memory.mark(sentence.written(last - 1))) if last - sentence.first > 1 else None
        held = _worked_out(index, sentence, before or _untouched(last - 1 - sentence.first))
        memory.keep(mark, held)
    return held


def _untouched(words: int) -> Held:
    """What so many words hold as far as anybody has looked: everything is undecided."""
    return Held((), tuple(range(words)))


def _worked_out(index: TermIndex, sentence: Sentence, before: Held) -> Held:
    """What a sentence holds, given what it holds without its last word."""
    words, folded, first, last = sentence
    origin, undecided = words[first].start, []
    begun = [it for it in before.begun if it[0] not in before.undecided]
    said = {word.text for word in words[first:last]}
    for place in (*before.undecided, last - 1 - first):
        ends, goes_on = index.begun(words, first + place, last, folded, said)
        start = words[first + place].start - origin
        begun += [(place, group, start, end - origin) for group, end in ends.items()]
        if goes_on:
            undecided.append(place)
    begun.sort(key=_PLACE)
    return Held(tuple(begun), tuple(undecided))
