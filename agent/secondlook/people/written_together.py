"""Names written as one word or as a handle inside a text: "@emma.rodrigues08", "#EmmaRodrigues", "#GoDeShawn".

Called by `search.py`; what a single handle is worth is `handles.py`'s.
"""

from __future__ import annotations

import re

from secondlook.people.handles import (
    ADDRESS,
    AFFIXES,
    SHORTEST_REST,
    handle_score,
    joined_score,
    joined_typo_score,
    strip_affixes,
)
from secondlook.people.lone_names import FIRST, FIRST_WORD
from secondlook.people.name_reading import Found, Reading
from secondlook.people.roster import FAMILY, GIVEN, SHORTEST_HANDLE
from secondlook.people.tokens import Token, humps

JOINED, SURE_HANDLE = 0.92, 0.75
"""Score of a hashtag or CamelCase word; least score for a handle that hides in a hashtag."""
_HANDLE = re.compile(r"(?<![\w.])@?[a-z](?:[a-z0-9]|[._](?=[a-z0-9_]))*")
MAYBE_HANDLE = re.compile(r"[@._\d](?:(?<=@)[a-z]|(?<=[a-z0-9_][._])[a-z0-9_]|(?<=[a-z0-9]_)|(?<=[a-z]\d))")
"""`@[a-z]|[a-z0-9_][._][a-z0-9_]|[a-z0-9]_|[a-z]\\d`, told by the sign first, which is quicker where there is none."""
_LONGEST_HANDLE = 40
SHORTEST_JOINED, _SHORTEST_PLAIN = 6, 8
"""Letters of a name written as one word: in a hashtag or CamelCase, and in running text."""
_MOST_HUMPS = 8
Span = tuple[int, int]


def find_handles(reading: Reading) -> list[Found]:
    """Handles with an @, words held together by dots or underscores, and logins that the roster has as addresses."""
    text = reading.folded.text
    found: list[Found] = []
    if not MAYBE_HANDLE.search(text):
        return found
    for match in _HANDLE.finditer(text):
        handle = match.group()
        marked = handle.startswith("@")
        mailed = text[match.end() : match.end() + 1] == "@"
        held = "." in handle or "_" in handle
        if len(handle) > _LONGEST_HANDLE or not (marked or mailed or held or handle[-1].isdigit()):
            continue
        loose = not marked and (mailed or not held)  # a login or an address, which must be the roster's own
        score = _address(reading, handle) if loose else handle_score(reading.index, handle.removeprefix("@"))
        if score:
            found.append(Found(match.start(), match.end(), score, "handle"))
    return found


def _address(reading: Reading, local: str) -> float:
    """How sure it is that the local part of an address is somebody's: one of the roster's, or a name held together."""
    plain = "".join(filter(str.isalnum, local))
    if len(plain) >= SHORTEST_HANDLE and reading.index.has_handle(reading.index.hashes.handle(plain)):
        return ADDRESS
    return handle_score(reading.index, local) if "." in local or "_" in local else 0.0


def find_joined(reading: Reading) -> list[Found]:
    """Names written as one word: hashtags, CamelCase, and plain words nobody knows; lone first names in a hashtag."""
    found = []
    for place in reading.asked:
        token, known = reading.tokens[place], reading.known[place]
        if len(token.text) < SHORTEST_JOINED or known.everyday or known.flag & FAMILY:
            continue
        tagged = reading.folded.text[token.start - 1 : token.start] == "#"
        written = token.written
        parts = [] if written.islower() or written.isupper() else humps(reading.folded, token)
        if tagged or parts:
            hit = _in_tag(reading, token, parts[:_MOST_HUMPS], tagged=tagged)
        elif len(token.text) >= _SHORTEST_PLAIN:
            if known.joined is None:
                known.joined = joined_score(reading.index, token.text, initials=False)
            hit = Found(token.start, token.end, known.joined, "joined") if known.joined else None
        else:
            continue
        if hit:
            found.append(hit)
    return found


def _in_tag(reading: Reading, token: Token, parts: list[Span], *, tagged: bool) -> Found | None:
    """The name in a hashtag or CamelCase word: a full one, one with a typo, a handle's, or a lone first name."""
    index, text = reading.index, reading.folded.text
    spans = {(token.start, token.end)}
    spans.update((one[0], two[1]) for n, one in enumerate(parts) for two in parts[n + 1 :])
    longest_first = sorted(spans, key=lambda span: (span[0] - span[1], span[0]))
    for start, end in longest_first:
        if joined_score(index, text[start:end].replace("'", ""), initials=False):
            return Found(start, end, JOINED, "joined")
    for start, end in longest_first:
        if score := joined_typo_score(index, text[start:end].replace("'", "")):
            return Found(start, end, score, "joined")
    if tagged and (score := handle_score(index, token.text)) >= SURE_HANDLE:
        return Found(token.start, token.end, score, "joined")
    return _first_in_humps(reading, parts) if parts else _first_in_tag(reading, token)


def _first_in_humps(reading: Reading, parts: list[Span]) -> Found | None:
    """A first name in a CamelCase word whose other parts are applause: "#GoDeShawn"."""
    text = reading.folded.text
    words = [text[start:end] for start, end in parts]
    for length in (3, 2, 1):
        for first in range(len(parts) - length + 1):
            around = (*words[:first], *words[first + length :])
            known = reading.words["".join(words[first : first + length])]
            if (known.flag & GIVEN or known.nick_first) and around and all(word in AFFIXES for word in around):
                score = FIRST_WORD if known.everyday else FIRST
                return Found(parts[first][0], parts[first + length - 1][1], score, "first", known.everyday)
    return None


def _first_in_tag(reading: Reading, token: Token) -> Found | None:
    """A first name in a hashtag in small letters whose other parts are applause: "#teamcamila"."""
    word = strip_affixes(token.text)
    known = reading.words[word]
    if len(word) < SHORTEST_REST or word == token.text or known.everyday or not known.flag & GIVEN:
        return None
    start = token.start + token.text.index(word)
    return Found(start, start + len(word), FIRST, "first")
