"""Masked swear words: f*ck, sh!t, p#ta, caralh0, f***ing, fuuuck.

Pure. Takes the roots from a term list and looks only at words that carry a sign where letters should be, or a letter
drawn out, so that an ordinary text costs one scan. Called by `recognizers/obscene.py`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from secondlook.detection.confusables import LEET
from secondlook.detection.fold import fold

_SIGNS = "*#%&_.^~•·×@$!?+|=-"
_WORD = re.compile(rf"(?<![\w*/])[\w{re.escape(_SIGNS)}'’]{{3,40}}(?![/])")
_SIGNED = re.compile(rf"[^\W_][{re.escape(_SIGNS)}\d]+[^\W_]|[^\W_](?:\*\*+|\$\$+)|[*$@#!]+[^\W_]{{2}}|([^\W\d_])\1\1")
_SIGN_INSIDE = re.compile(
    rf"[{re.escape(_SIGNS)}\d](?:(?<=[^\W_].)[{re.escape(_SIGNS)}\d]*[^\W_]|(?<=[^\W_]\*)\*|(?<=[^\W_]\$)\$|(?<=[*$@#!])[^\W_]{{2}})"
)
_THRICE = re.compile(r"([a-z])\1\1")
_DRAWN_OUT = re.compile(r"([^\W\d_])\1+")
_FROM_LEET: dict[str, str] = {**LEET, "1": "i", "!": "i", "|": "i", "?": ""}
FEWEST_LETTERS = 0.5
"""This share of a masked word's letters must be seen, unless all that follows the first is stars ("f***")."""

Span = tuple[int, int]


def masked_words(folded_text: str, roots: tuple[str, ...]) -> Iterator[Span]:
    """Spans of the folded text that are a root with some of its letters masked.

    Args:
        folded_text: small letters, as `fold` makes it.
        roots: the words as the list has them.

    """
    if not _may_be_signed(folded_text):
        return
    by_length = _by_length(roots)
    for word in _WORD.finditer(folded_text):
        if not _SIGNED.search(word.group()):
            continue
        for start, text in _readings(word.start(), word.group()):
            if _is_masked(text, by_length):
                yield start, start + len(text)
                break


def _may_be_signed(text: str) -> bool:
    """Whether `_SIGNED` matches anywhere, asked so that an ordinary text costs little."""
    return bool(_THRICE.search(text) or _SIGN_INSIDE.search(text))


def _readings(start: int, text: str) -> Iterator[tuple[int, str]]:
    """The word without the punctuation around it, with and without a sign at its start that may be a letter ("@ss")."""
    right = text.rstrip("!?.,_-'’~+|=")
    left = right.lstrip(".-_'’~+|=?")
    start += len(right) - len(left)
    yield start, left
    bare = left.lstrip("#@*&$!")
    if bare != left:
        yield start + len(left) - len(bare), bare


def _is_masked(text: str, by_length: dict[int, tuple[str, ...]]) -> bool:
    plain = _DRAWN_OUT.sub(r"\1", text)
    if plain != text and plain in by_length.get(len(plain), ()):
        return True
    if text.isalpha():
        return False
    for length in range(4, len(text) + 1):
        rest = text[length:]
        if (not rest or rest.isalpha()) and any(_fits(text[:length], root) for root in by_length.get(length, ())):
            return True
    return False


def _fits(text: str, root: str) -> bool:
    """Whether each sign of `text` may stand for the root's letter, and enough letters are seen."""
    seen = signs = 0
    for have, want in zip(text, root, strict=True):
        if have == want:
            seen += 1
        elif have.isalpha():
            return False
        elif _FROM_LEET.get(have) == want:
            seen, signs = seen + 1, signs + 1
        elif have.isdigit():
            return False
        else:
            signs += 1
    if not signs:
        return False
    only_stars = text[0] == root[0] and set(text[1:]) == {"*"}
    return only_stars or (seen / len(root) >= FEWEST_LETTERS and (text[0] == root[0] or not text[0].isalnum()))


@lru_cache(maxsize=8)
def _by_length(roots: tuple[str, ...]) -> dict[int, tuple[str, ...]]:
    folded = {fold(root).text.replace(" ", "") for root in roots}
    return {length: tuple(sorted(it for it in folded if len(it) == length)) for length in {len(it) for it in folded}}
