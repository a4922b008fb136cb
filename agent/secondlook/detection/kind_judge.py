"""The judge of content: weighs what the recognizers say of a kind together with the words around, as posts written for this project taught it.

A recognizer goes by lists and grammar; it misses what nobody listed and takes a lesson for the deed. The judge is a linear
classifier over `kind_features.py`, a few sentences at a time (`kind_stretches.py`), with the recognizer's own score as one more feature (`tools/judge/train.py` makes it,
ADR 0021 says from what). It keeps, drops or adds matches; it never decides on a verdict. Its table ships with the
package; it is loaded with the name model, behind the open port, and an answer says so until then (`names_state`).
Pure but for `load_judge`. Called by `engine.py`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from operator import sub
from pathlib import Path
from typing import cast

import numpy as np

from secondlook.contract import Kind
from secondlook.detection.kind_features import BEGINNING, texts_of, word_rows
from secondlook.detection.kind_stretches import Sentence, Stretch, stretches_of
from secondlook.detection.match import Match
from secondlook.detection.packed_rows import PackedRows
from secondlook.detection.reading import Reading
from secondlook.detection.terms import Word
from secondlook.detection.word_sums import WordSums

GUARDED = 0.5
"""How surely a text must speak of a protected topic to be left alone."""
TONE = frozenset({"BULLYING", "DEFAMATORY", "FALSE_INFO", "LOGO_NEGATIVE", "UNPROFESSIONAL"})
NOTHING: frozenset[str] = frozenset()
"""What the judge adds nothing of where a protected topic is so much as touched: tone, opinion and claims."""
RULED_OUT = 0.3
"""Score of a match that the judge does not believe: below the floor, but shown by `rules explain`."""
CLEAR, SUREST = 0.62, 0.9
"""Scores of what the judge finds by itself: clear enough for a warning, and never as sure as plain words."""
REMARKS, REMARK = frozenset({"STUDENT_ANECDOTE"}), 0.42
"""Kinds that are worth a remark and no more, and their score."""
A_GLASS = "substance.one"
NO_GLASS = tuple(f"substance.{group}" for group in ("lots", "liquor", "drug", "general", "inhale"))
"""Terms of a single glass, of which what the judge alone finds is worth a remark, and those beside which it is more than that."""
TIED = frozenset({"STUDENT_RECORD"})
"""Kinds that the words around make clear: a record whose child a recognizer could not make out is a child's all the same."""
BY_WHOLE_NAME = 0.9
"""Score of a record tied to a pupil's whole name, from which no talk around takes it back: a missed one may harm a child."""
NAMED = 0.5
"""Score from which a name is taken for a pupil's; one that is too weak has less."""
BY_ITSELF = 0.5
"""Log-odds further that it takes to add such a kind where no recognizer speaks: on posts left out the unsure ones were mostly wrong."""
LONGEST_SPAN = 24
"""Words of what the judge points at."""


@dataclass(frozen=True)
class Weight:
    """What there is besides words.

    Attributes:
        bias: log-odds to begin with.
        of_rule: log-odds for a recognizer's match with score one.

    """

    bias: float
    of_rule: float


@dataclass(frozen=True)
class Judged(Weight):
    """How a kind is judged.

    Attributes:
        needed: log-odds from which a match is kept or made.
        needed_named: the same where a pupil is named in public: that is warned about anyway, so a needless one costs nobody a warning.
        alone: where one sentence counts as much as all of them together, how a sentence by itself is judged.

    """

    needed: float
    needed_named: float | None = None
    alone: Weight | None = None


class KindJudge:
    """The table and what it says. Thread-safe.

    Args:
        kinds: in the order of the rows' columns; those of sentences alone follow in the same order.
        rows: of features by kinds, small whole numbers.
        scale: log-odds of one such number.

    """

    def __init__(self, kinds: Mapping[Kind, Judged], rows: PackedRows, scale: float) -> None:
        self.kinds = kinds
        self._scale = scale
        self._rows = rows
        self._words = WordSums(rows)
        self._needed = [how.needed for how in kinds.values()]
        self._needed_named = [how.needed if how.needed_named is None else how.needed_named for how in kinds.values()]
        self._bias = [how.bias for how in kinds.values()]
        self._place = {kind: place for place, kind in enumerate(kinds)}
        alone = [(kind, how.alone) for kind, how in kinds.items() if how.alone]
        self._alone = {kind: (len(kinds) + place, how) for place, (kind, how) in enumerate(alone)}
        """Kinds of which a sentence is judged by itself as well -> the column of that and how."""

    def forget(self) -> None:
        """Empties the memory."""
        self._words.forget()

    def weigh(self, matches: Sequence[Match], reading: Reading) -> list[Match]:
        """The matches that hold, those that do not with a score below the floor, and what the judge finds by itself.

        Protected speech (policy IHB, E-protected-speech) is not judged: there only plain words count.
        """
        topic = reading.protected
        if not reading.folded.text or topic >= GUARDED:
            return list(matches)
        spared = TONE if topic else NOTHING
        kept = [match for match in matches if match.kind not in self.kinds]
        judged = [match for match in matches if match.kind in self.kinds]
        named = [match.start for match in kept if match.kind == "STUDENT_NAME" and match.score >= NAMED]
        warned = [] if reading.settings.message else named
        if not named and reading.tells_of_own:  # the same said of one's own child is no student's record
            kept += [_ruled_out(match) for match in judged if match.kind in TIED]
            judged, spared = [match for match in judged if match.kind not in TIED], spared | TIED
        for stretch in stretches_of(reading):
            here = [match for match in judged if stretch.start <= match.start < stretch.end]
            needed = self._needed_named if any(stretch.start <= it < stretch.end for it in warned) else self._needed
            kept += self._weigh(reading, stretch, here, needed, spared)
        return kept

    def _weigh(
        self, reading: Reading, stretch: Stretch, matches: list[Match], needed: list[float], spared: frozenset[str]
    ) -> Iterator[Match]:
        margins = [*map(sub, self._odds(reading, stretch, matches), needed)]
        if not matches and max(margins) < 0:
            return
        for kind, margin in zip(self.kinds, margins, strict=True):
            own = [match for match in matches if match.kind == kind]
            if own:
                holds = margin >= 0 or (kind in TIED and max(it.score for it in own) >= BY_WHOLE_NAME)
                yield from map(_held if holds else _ruled_out, own)
            elif margin >= (BY_ITSELF if kind in TIED else 0) and kind not in spared and not _of_others(kind, reading):
                yield self._pointed_at(reading, stretch, kind, margin)

    def _odds(self, reading: Reading, stretch: Stretch, matches: list[Match]) -> list[float]:
        """For each kind the log-odds that it is there."""
        sentences, rows, scale = stretch.sentences, self._rows, self._scale
        account = rows.sum([stretch.account])
        said = self._words.sums([(it.lists, it.spoken()) for it in sentences])
        together = rows.each(sum(said, account))
        odds = [total * scale + bias for total, bias in zip(together, self._bias, strict=False)]
        surest = _surest(matches)
        for kind, score in surest.items():
            odds[self._place[kind]] += self.kinds[kind].of_rule * score
        for kind, (column, how) in self._alone.items():
            rules = _by_sentence(kind, reading, sentences, matches) if kind in surest else repeat(0.0)
            best = max(rows.of(column, it) * scale + how.of_rule * rule for it, rule in zip(said, rules, strict=False))
            place = self._place[kind]
            odds[place] = (odds[place] + rows.of(column, account) * scale + how.bias + best) / 2
        return odds

    def _pointed_at(self, reading: Reading, stretch: Stretch, kind: Kind, margin: float) -> Match:
        """The words that say it most: of all runs of words of one sentence the one with the largest sum."""
        best, start, end = -math.inf, stretch.start, stretch.end
        column = self._alone[kind][0] if kind in self._alone else self._place[kind]
        worth = self._rows.worth(column)
        for words in (it.words for it in stretch.sentences if it.words):
            total, first, last = _best_run(_by_word(worth, words))
            if total > best:
                best, (start, end) = total, reading.original_span(words[first].start, words[last].end)
        remark = kind in REMARKS or _one_glass(kind, reading)
        score = REMARK if remark else CLEAR + (SUREST - CLEAR) * math.tanh(margin / 4)
        return Match(kind, start, end, round(score, 2), "the words together, as learned")


def _surest(matches: list[Match]) -> dict[Kind, float]:
    """For each kind the score of its surest match."""
    surest: dict[Kind, float] = {}
    for match in matches:
        surest[match.kind] = max(match.score, surest.get(match.kind, 0.0))
    return surest


def _by_sentence(kind: Kind, reading: Reading, sentences: list[Sentence], matches: list[Match]) -> list[float]:
    """The score of the surest match of a kind in each sentence."""
    scores = [0.0] * len(sentences)
    for match in matches:
        if match.kind == kind:
            offset = reading.folded_offset(match.start)
            place = max(0, sum(it.start <= offset for it in sentences) - 1)
            scores[place] = max(match.score, scores[place])
    return scores


def _one_glass(kind: Kind, reading: Reading) -> bool:
    """Whether it is a single glass that a text tells of."""
    return kind == "SUBSTANCE" and bool(reading.terms(A_GLASS)) and not any(map(reading.terms, NO_GLASS))


def _of_others(kind: Kind, reading: Reading) -> bool:
    return kind in TIED and reading.tells_of_others_alone


def _held(match: Match) -> Match:
    if match.kind in TIED and match.score < CLEAR:
        return replace(match, score=CLEAR, why=f"{match.why}; the words around speak for it")
    return match


def _ruled_out(match: Match) -> Match:
    return replace(match, score=min(match.score, RULED_OUT), why=f"{match.why}; the words around speak against it")


def _by_word(worth: Callable[[int], int], words: list[Word]) -> list[float]:
    """What each word adds, half of a pair's worth going to either."""
    texts = texts_of(words)
    rows = word_rows(texts)
    added: list[float] = [*map(worth, rows.words)]
    beginnings = iter(rows.beginnings)
    for place, text in enumerate(texts):
        if len(text) > BEGINNING:
            added[place] += worth(next(beginnings))
        added[place] += (worth(rows.pairs[place]) + worth(rows.pairs[place + 1])) / 2
        if place:
            added[place - 1] += worth(rows.skips[place]) / 2
        if place + 1 < len(texts):
            added[place + 1] += worth(rows.skips[place]) / 2
    return added


def _best_run(worth: list[float]) -> tuple[float, int, int]:
    """The sum, first and last place of the run of words worth most (Kadane's way), never longer than `LONGEST_SPAN`."""
    best, best_first, best_last = -math.inf, 0, 0
    total, first = 0.0, 0
    for place, value in enumerate(worth):
        if total <= 0 or place - first >= LONGEST_SPAN:
            total, first = 0.0, place
        total += value
        if total > best:
            best, best_first, best_last = total, first, place
    return best, best_first, best_last


def _judged(alone: dict[str, float] | None = None, **how: float) -> Judged:
    return Judged(**how, alone=None if alone is None else Weight(**alone))


def load_judge(folder: Path) -> KindJudge:
    """The judge that ships.

    Raises:
        OSError, ValueError, KeyError: it is not there or broken.

    """
    about = json.loads((folder / "kinds.json").read_text(encoding="utf-8"))
    kinds = {cast("Kind", kind): _judged(**how) for kind, how in about["kinds"].items()}
    table = np.load(folder / "kinds.npy", allow_pickle=False)
    if table.shape[1] != len(kinds) + sum(how.alone is not None for how in kinds.values()):
        raise ValueError("the table of the judge has another number of kinds")
    return KindJudge(kinds, PackedRows(table), about["scale"])
