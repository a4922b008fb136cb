"""Names written as one word or as a handle inside a text: "@emma.rodrigues08", "#EmmaRodrigues", "TeamEmmaRodrigues".

Called by `search.py`; what a single handle is worth is `handles.py`'s.
"""

from __future__ import annotations

import re

from secondlook.people.everyday import everyday_words
from secondlook.people.handles import handle_score, joined_score
from secondlook.people.name_reading import Found, Reading
from secondlook.people.roster import FAMILY
from secondlook.people.tokens import humps

JOINED, SURE_HANDLE = 0.92, 0.75
"""Score of a hashtag or CamelCase word; least score for a handle that hides in a hashtag."""
_HANDLE = re.compile(r"(?<![\w.])@?[a-z](?:[a-z0-9]|[._](?=[a-z0-9_]))*")
_LONGEST_HANDLE = 40


def find_handles(reading: Reading) -> list[Found]:
    """Handles with an @, and words held together by dots or underscores."""
    found = []
    for match in _HANDLE.finditer(reading.folded.text):
        handle = match.group()
        marked = handle.startswith("@")
        if len(handle) > _LONGEST_HANDLE or not (marked or "." in handle or "_" in handle):
            continue
        score = handle_score(reading.index, handle.removeprefix("@"))
        if score:
            found.append(Found(match.start(), match.end(), score, "handle"))
    return found


def find_joined(reading: Reading) -> list[Found]:
    """Names written as one word: hashtags, CamelCase, and plain words nobody knows."""
    found = []
    everyday = everyday_words()
    for place, token in enumerate(reading.tokens):
        if len(token.text) < 6 or reading.flags[place] & FAMILY or token.text in everyday:
            continue
        tagged = reading.folded.text[token.start - 1 : token.start] == "#"
        parts = humps(reading.folded, token)
        spans = [(token.start, token.end)]
        spans += [(one[0], two[1]) for n, one in enumerate(parts[:8]) for two in parts[n + 1 : 8]]
        for start, end in sorted(set(spans), key=lambda span: span[0] - span[1]):
            score = joined_score(reading.index, reading.folded.text[start:end].replace("'", ""), initials=False)
            if score:
                found.append(Found(start, end, JOINED if tagged or parts else score, "joined"))
                break
        else:
            if tagged and (score := handle_score(reading.index, token.text)) >= SURE_HANDLE:
                found.append(Found(token.start, token.end, score, "joined"))
    return found
