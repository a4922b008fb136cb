"""What the judge of content sees of a sentence: its words, alone and by twos, its signs, and which lists of terms speak in it.

Pure. A feature is the number of a row in the judge's table, by a hash that is the same on every machine, so no word of the
training posts is kept. Features never reach over the end of a sentence. Called by `kind_judge.py` in a check and by
`tools/judge/train.py`, so that both see the same; `name_words.py` hashes by the same hand.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from secondlook.detection.reading import Reading
from secondlook.detection.terms import Word

BITS = 16
"""The table has two to this power rows; two features that share one are told apart no more."""
BEGINNING = 5
"""Letters of a word's beginning, by which its forms are known as one: "humill(aron)", "ridicul(ous)"."""
OTHER_LISTS = ("public_figures.", "page_names.", "event_names.")
"""Lists of names; which of them speaks says nothing of the content."""
_ONE, _TWO, _SKIP, _BEGIN = 0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F
_START, _STOP = 0x165667B1, 0x2545F491
_WORD, _HALF, _REST = 0xFFFFFFFF, 15, 32 - BITS
_TONE = ("!", "?", '"')


class WordRows(NamedTuple):
    """Rows of one sentence: of its words, of their neighbours, of words one apart, and of the beginnings of long words.

    Neighbours begin with the sentence's start as a word before the first and end with its end after the last.

    Attributes:
        words: one for each word.
        pairs: one more than words.
        skips: as many as words.
        beginnings: of the long words, in order.

    """

    words: list[int]
    pairs: list[int]
    skips: list[int]
    beginnings: list[int]


def texts_of(words: Sequence[Word]) -> list[str]:
    """The words as the judge reads them: any number is one word."""
    return ["#" if word.text.isdigit() else word.text for word in words]


def word_rows(texts: Sequence[str]) -> WordRows:
    """The rows of a sentence's words."""
    codes = codes_of([*texts, *(text[:BEGINNING] for text in texts if len(text) > BEGINNING)])
    count = len(texts)
    framed = [_START, *codes[:count], _STOP]
    last = [code * _TWO for code in framed]
    return WordRows(
        rows_of([code * _ONE for code in codes[:count]]),
        rows_of([code * _ONE + other for code, other in zip(framed, last[1:], strict=False)]),
        rows_of([code * _SKIP + other for code, other in zip(framed, last[2:], strict=False)]),
        rows_of([code * _BEGIN for code in codes[count:]]),
    )


class SentenceRows(NamedTuple):
    """The different rows of a sentence's words: those that last when it is written on, and those that its end has a part in."""

    lasting: set[int]
    of_end: list[int]


def sentence_rows(texts: Sequence[str]) -> SentenceRows:
    """The rows of a sentence."""
    words, pairs, skips, beginnings = word_rows(texts)
    return SentenceRows({*words, *pairs[:-1], *skips[:-1], *beginnings}, [*pairs[-1:], *skips[-1:]])


def added_rows(texts: Sequence[str]) -> SentenceRows:
    """The rows that the last word of a sentence brings; those it has in common with what was there are among them."""
    text = texts[-1]
    codes = codes_of([*texts[-3:], *([text[:BEGINNING]] if len(text) > BEGINNING else [])])
    framed = [_START, *codes[: min(3, len(texts))]][-3:]
    one, code = framed[-2:]
    mixed = [code * _ONE + _STOP * _TWO, one * _SKIP + _STOP * _TWO, code * _ONE, one * _ONE + code * _TWO]
    if len(framed) > 2:
        mixed.append(framed[0] * _SKIP + code * _TWO)
    if len(text) > BEGINNING:
        mixed.append(codes[-1] * _BEGIN)
    rows = rows_of(mixed)
    return SentenceRows(set(rows[2:]), rows[:2])


def sign_rows(text: str) -> list[int]:
    """The rows of a sentence's emoji and marks of tone."""
    tones = [sign for sign in _TONE if sign in text]
    emoji = [] if text.isascii() else sorted({sign for sign in text if sign > "\u2000" and not sign.isalnum()})
    return [named_row(f"sign {sign}") for sign in (*tones, *emoji)]


def list_rows(reading: Reading) -> list[set[int]]:
    """For each sentence the rows of the groups of terms that have a hit in it, and of the names of a roster."""
    found: list[set[int]] = [set() for _ in reading.sentences]
    for group, hits in reading.hits.items():
        row = _list_row(group)
        if row is not None:
            for hit in hits if len(found) > 1 else hits[:1]:
                found[hit.sentence].add(row)
    for name in reading.names:
        sentence = reading.sentence_at(reading.folded_offset(name.start))
        found[sentence].update(named_row(f"list {source} {name.form}") for source in name.sources)
    return found


@cache
def _list_row(group: str) -> int | None:
    """The row of a group of terms; None for one that says nothing of the content."""
    return None if group.startswith(OTHER_LISTS) else named_row(f"list {group}")


@cache
def named_row(name: str) -> int:
    """The row of a feature with a name of ours."""
    return rows_of(codes_of([name]))[0]


def codes_of(texts: Sequence[str]) -> list[int]:
    """The hash of each text, none of which has a line break in it."""
    return list(map(zlib.crc32, "\n".join(texts).encode("utf-8", "surrogatepass").split(b"\n"))) if texts else []


def rows_of(mixed: Iterable[int]) -> list[int]:
    """The topmost bits of each, which the multiplications have mixed best."""
    words = [it & _WORD for it in mixed]
    return [((it ^ it >> _HALF) * _TWO & _WORD) >> _REST for it in words]
