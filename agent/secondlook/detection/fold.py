"""Folding: one plain spelling for the many ways a text can be dressed, with an exact map back. Pure and linear.

`fold` may not decide what is a name. It is called once a check by `detect`, and by `people` for roster names, so that
both sides meet in the same spelling. Offsets are code points; UTF-16 is made in `offsets.py` alone.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from secondlook.detection.confusables import INVISIBLE, LEET, LOOK_ALIKES

_SPACED = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]['’])[^\W\d_](?:([\W_]{1,3})[^\W\d_])(?:\1[^\W\d_])+(?![^\W\d_])")
"""Three or more single letters with the same small thing between them: "E m m a", "E.m.m.a"; not the s of "that's"."""
_MAYBE_SPACED = re.compile(r"[\W_](?<=[^\W\d_].)(?<![^\W\d_][^\W\d_].)[\W_]{0,2}[^\W\d_][\W_]", re.DOTALL)
"""What every one of them begins with, told by its first gap, which is quicker than looking at each letter."""
_ONE_LETTER_WORD = re.compile(r"[adeinoy] [^\W\d_] [^\W\d_]")
_AND_BEHIND = re.compile(r"[ey] [^\W\d_]{2}")
"""An "and" that looks like the last letter of what it stands behind: "el de T a n i a y el de Leo"."""
_WORD = re.compile(r"\S+")
_RUN = re.compile(r"[\x00-\x7f]+|.", re.DOTALL)
"""Plain letters as one run, anything else one by one."""
_MIXED = re.compile(r"[^\W\d_][0134578@$€!|+]|[0134578$€!|][^\W\d_]")
"""A letter beside a digit or sign of leet spelling."""
_SIGN = re.compile(r"[0134578@$€!|+]")
"""A sign of leet spelling, without which nothing is mixed; one quick look."""
_ORDINARY_MIX = re.compile(
    r"[\"'(\[]*(?:\d+(?:st|nd|rd|th|am|pm|hr|min|[^\W\d_])|[^\W\d_]\d+|[^\W\d_]+[!|+.]*|@[^\d$€!|+]*)\W*"
)
"""Mixed words that are ordinary: "3rd", "4B", "great!", an Instagram handle without digits."""
_LONGEST_WORD = 60
"""A longer run without a space is a link or a game, not a name; it bounds the work on one word."""


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and where each of its characters came from.

    Attributes:
        text: small letters without accents, invisible characters or look-alikes.
        original: the text as it was typed.
        starts, ends: for each character of `text` the code-point span of `original` it stands for; an accent typed as
            its own character belongs to the letter before it.

    """

    text: str = field(repr=False)
    original: str = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    ends: Sequence[int] = field(repr=False)
    _second: list[tuple[Folded, ...]] = field(default_factory=list, repr=False, compare=False)
    """The second readings once somebody has asked for them."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The span of the original that `text[start:end]` stands for, in code points.

        Raises:
            ValueError: the span is empty or lies outside the text.

        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError("an empty or impossible span")
        return self.starts[start], self.ends[end - 1]

    def spellings(self) -> tuple[Folded, ...]:
        """Second readings of the same text: spaced-out words closed up, and leet digits read as letters.

        None for an ordinary text, so a caller may simply search each of them again.
        """
        if not self._second:
            self._second.append(tuple(self._read_again()))
        return self._second[0]

    def _read_again(self) -> Iterator[Folded]:
        maybe = _MAYBE_SPACED.search(self.text)
        spaced = [match.span() for match in _SPACED.finditer(self.text)] if maybe else []
        closed = _close_up(self, spaced) if spaced else None
        if closed is not None:
            yield closed
        apart = [self._between_words(*span) for span in spaced]
        if apart != spaced:
            yield _close_up(self, apart)
        base = closed or self
        yield from _read_leet(base)

    def _between_words(self, start: int, end: int) -> tuple[int, int]:
        """A spaced-out word without the words of one letter that may stand right before and behind it: "foi o L e o e mais"."""
        letters = [index for index in range(start, end) if self.text[index].isalpha()]
        if _AND_BEHIND.match(self.text, end - 1):
            letters.pop()
        small = next((at for at, index in enumerate(letters) if self._is_capital(index)), 0)
        if small and all(_ONE_LETTER_WORD.match(self.text, index) for index in letters[:small]):
            letters = letters[small:]
        elif self._begins_with_a_word(start):
            letters = letters[1:]
        return letters[0], letters[-1] + 1

    def _begins_with_a_word(self, start: int) -> bool:
        """Whether the first letter of a spaced-out word may be a small word of its own: "foi o L e o"."""
        if not _ONE_LETTER_WORD.match(self.text, start) or self._is_capital(start):
            return False
        return start > 0 or self._is_capital(start + 2)

    def _is_capital(self, index: int) -> bool:
        return self.original[self.starts[index]].isupper()


def fold(text: str) -> Folded:
    """Fold a text: NFKC, invisible characters dropped, look-alikes made plain, case folded, accents stripped.

    Lone surrogates and unknown characters stay as they are. Never fails, never looks at what the words mean.
    """
    if text.isascii():
        return Folded(_fold_ascii(text), text, range(len(text)), range(1, len(text) + 1))
    pieces: list[str] = []
    starts, ends = array("L"), array("L")
    for match in _RUN.finditer(text):
        character, index = match.group(), match.start()
        if character.isascii():
            pieces.append(_fold_ascii(character))
            starts.extend(range(index, match.end()))
            ends.extend(range(index + 1, match.end() + 1))
            continue
        piece = _fold_one(character)
        if piece:
            pieces.append(piece)
            starts.extend([index] * len(piece))
            ends.extend([index + 1] * len(piece))
        elif ends and unicodedata.category(character)[0] == "M" and ends[-1] == index:
            ends[-1] = index + 1
    return Folded("".join(pieces), text, starts, ends)


def fold_text(text: str) -> str:
    """What `fold` makes of a text, without the map back."""
    return _fold_ascii(text) if text.isascii() else "".join(map(_fold_one, text))


def _fold_ascii(text: str) -> str:
    """Plain letters need no table: one small letter for each, in the same place."""
    return text.lower().replace("`", "'")


class _FoldTable(dict[str, str]):
    """Remembers how one character folds; bounded by Unicode itself."""

    def __missing__(self, character: str) -> str:
        self[character] = piece = _spell_plainly(character)
        return piece


def _spell_plainly(character: str) -> str:
    """What one character folds to, perhaps nothing, perhaps several letters."""
    if character in LOOK_ALIKES:
        return LOOK_ALIKES[character]
    if character in INVISIBLE or unicodedata.category(character) == "Cf":
        return ""
    wide = unicodedata.normalize("NFKC", character)
    if len(wide) == 3 and wide[0] == "(" and wide[2] == ")":
        wide = wide[1]  # a letter in brackets as one character
    plain = "".join(LOOK_ALIKES.get(part, part) for part in wide).casefold()
    parts = (part for part in unicodedata.normalize("NFKD", plain) if not unicodedata.category(part).startswith("M"))
    return "".join(LOOK_ALIKES.get(part, part) for part in parts)


_fold_one = _FoldTable().__getitem__


def _close_up(folded: Folded, spans: list[tuple[int, int]]) -> Folded:
    """The text with each of these spaced-out words closed up."""
    keep = bytearray(b"\x01") * len(folded.text)
    for start, end in spans:
        for index in range(start, end):
            keep[index] = folded.text[index].isalpha()
    kept = [index for index, wanted in enumerate(keep) if wanted]
    return Folded(
        "".join(folded.text[index] for index in kept),
        folded.original,
        array("L", (folded.starts[index] for index in kept)),
        array("L", (folded.ends[index] for index in kept)),
    )


def _is_leet(word: str) -> bool:
    """Whether a word mixes letters with leet signs in a way that ordinary words, addresses and links do not."""
    if len(word) > _LONGEST_WORD or "/" in word or not _MIXED.search(word):
        return False
    return not ("@" in word[1:] and "." in word) and not _ORDINARY_MIX.fullmatch(word)


def _read_leet(folded: Folded) -> Iterator[Folded]:
    """The text with mixed words read as letters: once with 1 as i, once with 1 as l where that differs."""
    if not _SIGN.search(folded.text) or not _MIXED.search(folded.text):
        return
    spans = [match.span() for match in _WORD.finditer(folded.text) if _is_leet(match.group())]
    if not spans:
        return
    seen = {folded.text}
    for letter in "il":
        table = str.maketrans({**LEET, "1": letter, "!": letter, "|": letter})
        characters = list(folded.text)
        for start, end in spans:
            # A sign at the end of a word is punctuation; at its start, "@" makes a handle.
            first = start + (characters[start] == "@")
            last = start + len(folded.text[start:end].rstrip("!|+.,;:?)"))
            characters[first:last] = folded.text[first:last].translate(table)
        read = "".join(characters)
        if read not in seen:
            seen.add(read)
            yield Folded(read, folded.original, folded.starts, folded.ends)
