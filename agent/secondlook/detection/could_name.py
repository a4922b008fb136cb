"""Which sentences the NER has to read, and how far: those with a word that could be a name off the roster, and cues enough to make it count.

The NER is by far the dearest part of a check, and what only it knows is no finding unless school, a record or another
pupil stands near it. A first name of the public lists is weighed without it (`unlisted_names.py`). How much is enough is
asked of the very weights that judge the name afterwards (`name_weights.py`), with what is not known yet taken at its best, but for the light cues of what a stranger does, which would open many
sentences for few names: a sentence is skipped when no name in it is likely to count. Pure.
Called by `person_reader.py`.
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from operator import attrgetter

from secondlook.detection import name_bearer
from secondlook.detection.cue_families import CHILD, FAMILIES
from secondlook.detection.cue_nearness import own_class
from secondlook.detection.cue_terms import FAR
from secondlook.detection.first_names import is_given_name
from secondlook.detection.name_weights import name_weights
from secondlook.detection.once import Once
from secondlook.detection.reading import Reading
from secondlook.detection.terms import Word

NEAR = 1
"""Sentences to either side that are neighbours."""
AHEAD = 4
"""Words after a name that may still sway the NER: it sees two words ahead through its vectors, and one more with each step."""
_start = attrgetter("start")
CUE_LISTS = frozenset({"school_context", "student_record"})
"""Lists without a hit of which, and without a school year, no name that only the NER knows can count."""
BESIDE = 3
"""Code points between a cue and an unknown word in small letters ("my student deshawn")."""
BESIDE_CUES = {"before": "before", "after": "after", "naming": "naming"}
"""Groups of school_context.json that count beside a name -> the cue they make."""
CONFIDENTIAL = tuple(f"staff_confidential.{group}" for group in ("work", "health", "pay", "address"))
IMPOSSIBLE = -99.0
WORTH_IT = 2.0
"""Log-odds at best from which reading pays: rarely does everything that could speak for a name come together. What other figures
would find and cost is in `docs/names.md`."""
DECIDED = 0.8
"""Log-odds from which a first name of the roster needs no word from the NER."""
_SORT = {"L": "unknown_word", "": "unknown_word"}
"""Class of a word -> the cue that it is as the first word of a name; all others are everyday words."""
_ORDINALS = ("sept", "set", "oct", "oit", "sext", "quint", "nove", "non")
_YEAR = re.compile(rf"\d|(?:{'|'.join(_ORDINALS)})[a-z]*[oa]\b")
"""What may be a school year."""

_FAMILIES_OF: dict[str, tuple[str, ...]] = {
    group if "." in group else f"school_context.{group}": tuple(
        family for family, groups in FAMILIES.items() if group in groups
    )
    for group in {group for groups in FAMILIES.values() for group in groups}
}
"""Group of terms -> the families of cues it makes."""

Lexicon = Mapping[str, str]
"""Word -> class of `name_lexicon.py`; a class that ends in "c" is also an everyday word, and "c" alone is no name."""


def worth_reading(reading: Reading, lexicon: Lexicon) -> dict[int, int]:
    """The sentences to read, in order, each with the folded offset where reading may stop.

    The NER decides on a word by the few words after it, so what follows the last word that could be a name need not be
    read; and while somebody types on, what is read stays the same and is remembered.

    Args:
        reading: folded and cut; its names and terms are looked up here if they were not yet.
        lexicon: what is known of single words; empty for a pipeline without one, which then reads more.

    """
    if not reading.files & CUE_LISTS and not _years(reading):
        return {}
    around = _Surroundings(reading)
    again, most = name_weights().get("again", 0.0), _most()
    doubtful = around.doubtful()
    taken = [(hit.start, hit.end) for hit in reading.names if not hit.wordlike and hit.form != "surname"]
    possible: dict[int, float] = {}
    last: dict[int, int] = {}
    for word in reading.words:  # most are no names, which is told sooner than what stands around them
        if lexicon.get(word.text) == "c":
            continue
        kind = around.kind_as_name(word, lexicon)
        if kind is None or not around.matters(word.sentence, most):
            continue
        start = reading.folded.starts[word.start]
        if not any(first <= start < end for first, end in taken):
            worth = around.worth_as_name(word, kind)
            possible[word.sentence] = max(worth, possible.get(word.sentence, IMPOSSIBLE))
            last[word.sentence] = word.start
    sure = {sentence for sentence, worth in possible.items() if around.matters(sentence, worth)}
    if sure:  # a name that counts in one sentence lends weight to the same name in another
        sure |= {it for it, worth in possible.items() if around.matters(it, worth + again)}
    return _read_to(reading, {it: max(last.get(it, 0), doubtful.get(it, 0)) for it in sure | doubtful.keys()})


@cache
def _most() -> float:
    """Log-odds of the likeliest first word of a name, with what may stand right around it, the cues of `BESIDE_CUES` aside."""
    worth = name_weights().get
    word = max(worth(cue, 0.0) for cue in (*_SORT.values(), "everyday_word"))
    beside = max(0.0, *(worth(cue, 0.0) for cue in ("placed", "one_of_them", "introduced")))
    return word + beside + worth("again", 0.0)


def _read_to(reading: Reading, last: Mapping[int, int]) -> dict[int, int]:
    """For each sentence the end of the `AHEAD`th word after the last one that matters, or its own end."""
    words, ends = reading.words, {}
    for sentence, start in sorted(last.items()):
        place = bisect_left(words, start, key=_start) + AHEAD
        inside = place < len(words) and words[place].sentence == sentence
        ends[sentence] = words[place].end if inside else reading.sentences[sentence][1]
    return ends


class _Surroundings:
    """What the cues of a reading could make of a name in each sentence."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._weights = name_weights()
        self._bars: dict[int, tuple[float, float]] = {}
        """For each sentence the log-odds from what stands around a name, and how many are needed, once they are asked for."""
        self._met: dict[int, float] = {}
        """What `_around` said of a sentence."""

    @Once
    def _sentences(self) -> dict[str, set[int]]:
        """Sentences with a hit, by group."""
        if len(self._reading.sentences) == 1:
            only = {0}
            return dict.fromkeys(self._reading.hits, only)
        return {group: {hit.sentence for hit in hits} for group, hits in self._reading.hits.items()}

    @Once
    def _families(self) -> list[tuple[str, set[int]]]:
        """The families of cues that are in the text at all, with the sentences they are in."""
        found: dict[str, set[int]] = {}
        for group, where in self._sentences.items():
            for family in _FAMILIES_OF.get(group, ()):
                found.setdefault(family, set()).update(where)
        own = {hit.sentence for hit in own_class(self._reading)}
        return [*found.items(), ("school_year", self._years), ("own_class", own)]

    @Once
    def _addressed(self) -> bool:
        """Whether a quotation calls somebody teacher."""
        return name_bearer.addressed(self._reading.folded.text)

    @Once
    def _pupils(self) -> set[int]:
        """Sentences with a student's name of the roster."""
        reading = self._reading
        return {
            reading.sentence_at(reading.folded_offset(hit.start)) for hit in reading.names if "student" in hit.sources
        }

    @Once
    def _years(self) -> set[int]:
        """Sentences that may tell a school year."""
        return set(map(self._reading.sentence_at, _years(self._reading)))

    @Once
    def _borders(self) -> tuple[set[int], set[int], dict[int, list[int]]]:
        """Where cues that stand beside a name begin, where they end, and both by sentence."""
        hits = [hit for group in BESIDE_CUES for hit in self._reading.terms(f"school_context.{group}")]
        hits += self._reading.terms("school_context.strong")
        borders: dict[int, list[int]] = {}
        for hit in hits:
            borders.setdefault(hit.sentence, []).extend((hit.start, hit.end))
        return {hit.start for hit in hits}, {hit.end for hit in hits}, borders

    def kind_as_name(self, word: Word, lexicon: Lexicon) -> str | None:
        """The class of a word that may be the first of a name that no list has, by its letters, its capital, and the cue beside it; else None."""
        text = word.text
        starts, ends, borders = self._borders
        if len(text) < 2 or text[0].isdigit() or text.startswith("i'") or word.start in starts or word.end in ends:
            return None
        if is_given_name(text):
            return None
        kind = lexicon.get(text.replace("'", "") if "'" in text else text, "")
        if self._has_capital(word):
            return None if kind in ("c", "Lc") or (len(text) < 3 and kind.endswith("c")) else kind
        if kind:
            in_a_row = kind in ("Fc", "Bc") and word.sentence in self._pupils
            return kind if in_a_row or kind[-1] != "c" else None
        near = borders.get(word.sentence, ())
        return kind if any(word.start - BESIDE <= at <= word.end + BESIDE for at in near) else None

    def worth_as_name(self, word: Word, kind: str) -> float:
        """What a word of this class is worth as the first word of a name, in log-odds."""
        worth = self._weights.get(_SORT.get(kind, "everyday_word"), 0.0)
        return worth + self._around_word(word) if self._has_capital(word) else worth

    def _has_capital(self, word: Word) -> bool:
        return self._reading.text[self._reading.folded.starts[word.start]].isupper()

    def _around_word(self, word: Word) -> float:
        """What stands right before and after a word with a capital is worth, taken as a name."""
        text, span = self._reading.folded.text, (word.start, word.start + len(word.text))
        children = (hit.end for group in CHILD for hit in self._reading.terms(group) if hit.sentence == word.sentence)
        cues = (
            ("placed", name_bearer.placed(text, span)),
            ("one_of_them", name_bearer.one_of_them(text, span)),
            ("introduced", any(name_bearer.introduced(text, span, end) for end in children)),
        )
        return sum(max(0.0, self._weights.get(cue, 0.0)) for cue, holds in cues if holds)

    def matters(self, sentence: int, worth: float) -> bool:
        """Whether a name in this sentence could become a finding, or carry one.

        Args:
            sentence: which.
            worth: what the likeliest word of it is worth as a name, in log-odds.

        """
        if sentence not in self._bars:
            self._bars[sentence] = self._bar(sentence)
        at_best, needed = self._bars[sentence]
        return at_best + worth >= needed

    def _bar(self, sentence: int) -> tuple[float, float]:
        """What stands around a name there, in log-odds at best, and from which sum on it matters."""
        if self._within("school_context.strong", sentence, NEAR) and any(
            self._within(group, sentence, NEAR) for group in CONFIDENTIAL
        ):
            return 0.0, -math.inf
        return self._at_best(sentence), WORTH_IT

    def doubtful(self) -> dict[int, int]:
        """Sentences with a first name of the roster that the NER's word may tip, and where the last of them starts."""
        worth = self._weights.get
        tips = sum(max(worth(cue, 0.0), 0.0) for cue in ("by_ner", "by_ner_surely"))
        found: dict[int, int] = {}
        for hit in self._reading.names:
            if hit.form == "first" and "student" in hit.sources:
                start = self._reading.folded_offset(hit.start)
                sentence = self._reading.sentence_at(start)
                if sentence in found or -tips <= self._around(sentence) + worth("first", 0.0) < DECIDED:
                    found[sentence] = start
        return found

    def _at_best(self, sentence: int) -> float:
        """Log-odds of a stranger's name here from what stands around it, as high as they can be."""
        worth = self._weights.get
        beside = [cue for group, cue in BESIDE_CUES.items() if sentence in self._of(group)]
        # Where a cue itself may call a word a name, the NER's word decides which of the two it is judged as.
        by_ner = worth("ner", 0.0) + max(0.0, worth("ner_surely", 0.0))
        odds = max(by_ner, worth("said", 0.0)) if beside else by_ner
        odds += sum(worth(cue, 0.0) for cue in beside)
        if sentence in self._years:
            odds += worth("grade_after", 0.0)
        if _near(self._pupils, sentence, NEAR):
            odds += worth("beside_pupil", 0.0) + worth("row_long", 0.0)
        return odds + self._around(sentence)

    def _around(self, sentence: int) -> float:
        """What the sentence and the ones near it speak of, in log-odds for any name in it."""
        if sentence not in self._met:
            self._met[sentence] = self._spoken_around(sentence)
        return self._met[sentence]

    def _spoken_around(self, sentence: int) -> float:
        worth, odds = self._weights.get, 0.0
        for family, where in self._families:
            odds += self._level(family, where, sentence)
        if self._addressed:
            odds += max(0.0, worth("addressed", 0.0))
        weak = sum(hit.sentence == sentence for hit in self._reading.terms("school_context.weak"))
        odds += sum(worth(f"weak_{count}", 0.0) for count in (1, 2, 3) if weak >= count)
        return odds + (0.0 if weak else self._level("weak", self._of("weak"), sentence))

    def _level(self, family: str, where: set[int], sentence: int) -> float:
        """What a family of cues is worth at its distance."""
        away = 0 if sentence in where else min((abs(sentence - place) for place in where), default=FAR + 1)
        if away > FAR:
            return 0.0
        level = "same" if away == 0 else "near" if away == 1 else "far"
        worth = self._weights.get(f"{family}_{level}", 0.0)
        return max(worth, self._weights.get(f"class_{family}_{level}", worth))

    def _of(self, group: str) -> set[int]:
        """Sentences with a hit of a group; a bare group is one of school_context.json."""
        return self._sentences.get(group if "." in group else f"school_context.{group}", _NOWHERE)

    def _within(self, group: str, sentence: int, reach: int) -> bool:
        return _near(self._sentences.get(group, _NOWHERE), sentence, reach)


def _years(reading: Reading) -> list[int]:
    """Where what may be school years begins."""
    text = reading.folded.text
    if not reading.has_digit and not any(start in text for start in _ORDINALS):
        return []
    return [it.start() for it in _YEAR.finditer(text)]


_NOWHERE: set[int] = set()


def _near(places: set[int], sentence: int, reach: int) -> bool:
    return bool(places) and any(place in places for place in range(sentence - reach, sentence + reach + 1))
