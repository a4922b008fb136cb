"""Names with an initial: "E. Rodrigues", "J.P. Almeida", "Emma R."; surest with a capital and a full stop.

Called by `pairs.py`.
"""

from __future__ import annotations

from secondlook.people.everyday import everyday_words
from secondlook.people.name_parts import SUFFIXES
from secondlook.people.name_reading import Found, Reading
from secondlook.people.roster import FAMILY, GIVEN
from secondlook.people.tokens import Token

STOPPED, BARE = 0.75, 0.65
"""Scores with and without the full stop."""
_GOES_ON = tuple("+-'&%#")
"""After a single letter without a full stop: a grade or a longer word, not an initial."""


def initial_first(reading: Reading, left: int) -> list[Found]:
    """A capital letter before a family name ("J.P. Almeida"), with a full stop or beside a clear name."""
    token = reading.tokens[left]
    if not token.capital or (left and _is_initial(reading, left - 1)):
        return []
    for right in range(left + 1, min(left + 3, len(reading.tokens))):
        gap = reading.gap(right - 1, right)
        other = reading.tokens[right]
        if gap.strip() not in ("", "."):
            return []
        if len(other.text) > 1:
            sure = gap.startswith(".") or (token.text not in "aio" and other.text not in everyday_words())
            if not (sure and other.capital and reading.known[right].flag & FAMILY):
                return []
            pair = reading.index.hashes.initial_family(token.text, reading.known[right].token)
            fits = reading.index.has_pair(pair)
            return [Found(token.start, other.end, STOPPED if gap.startswith(".") else BARE, "initial")] if fits else []
    return []


def _is_initial(reading: Reading, place: int) -> bool:
    """Whether the token is a single letter that goes on into the next one."""
    return len(reading.tokens[place].text) == 1 and reading.gap(place, place + 1).strip() in ("", ".")


def initial_last(reading: Reading, left: int, right: int) -> Found | None:
    """A given name and a capital letter ("Emma R."), with a full stop, or beside a capitalised clear name."""
    first, letter = reading.tokens[left], reading.tokens[right]
    after = reading.folded.text[letter.end : letter.end + 1]
    stopped = after == "."
    lower = stopped and not first.capital and first.text not in everyday_words() and left + 2 < len(reading.tokens)
    if not (letter.capital or lower) or first.text in SUFFIXES or reading.gap(left, right) not in (" ", "\u00a0", ""):
        return None
    wordy = first.text in everyday_words()
    if not stopped and (wordy or not _plainly_capital(first) or letter.text in "iao" or after in _GOES_ON):
        return None
    if wordy and not first.capital:
        return None
    hashes = reading.index.hashes
    known = reading.known[left]
    givens = ((known.token,) if known.flag & GIVEN else ()) + (() if wordy else known.nicks)
    if not any(reading.index.has_pair(hashes.given_initial(given, letter.text)) for given in givens):
        return None
    return Found(first.start, letter.end + stopped, STOPPED if stopped else BARE, "initial")


def _plainly_capital(token: Token) -> bool:
    """A capital that means something, because the word is not shouted."""
    return token.capital and not token.shouted
