"""Whether the name of a site, page or handle plainly says sexually explicit or violent (policy IHB, D-inappropriate-sites).

Pure; visits at large are the web filter's job, so only plain names count. `inappropriate_score` is for facts about a
visited or followed page, called by `facts/pages.py`; `bad_links` for a draft text, called by `recognizers/sexual_link.py`
and `violent_link.py`. Terms: `inappropriate_sites.json`, and `page_names.json` for pages alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Literal

from secondlook.detection.fold import fold
from secondlook.detection.late_pattern import late
from secondlook.detection.reading import Reading
from secondlook.detection.sentences import sentences
from secondlook.detection.terms import TermHit, TermIndex, split_words

Topic = Literal["sexual", "violent"]
TOPICS: tuple[Topic, ...] = ("sexual", "violent")
PLAIN, INSIDE = 0.9, 0.8
"""How sure that a page's name says it: in words of its own, and in letters run together with others."""
LINK = late(
    r"(?:https?://|www\.)[^\s<>\"]{3,200}|(?<![\w@.])(?:[a-z0-9-]{2,63}\.){1,3}"
    r"(?:com|net|org|xxx|tv|io|co|me|us|info|live|cam|adult|porn|sex|video|site|biz|to|gg|ru|br|mx|example)\b(?:/[^\s<>\"]{0,200})?"
    r"|(?<![\w.])@[\w.]{3,40}|\br/\w{3,30}|(?<![\w&])#\w{4,60}|\b\w{3,20}xxx\w{0,20}\b"
)
"""A web address, a handle, a subreddit or a hashtag, in folded text."""
_TITLE = late(r"[\"“«]([^\"“”«»\n]{6,48})[\"”»]")
"""A name in quotation marks."""
_SIGNS = frozenset("@#")
_DOTTED = re.compile(r"\.[a-z]")
"""One of these, or `//`, `r/` or `xxx`, has every one of them; most texts have none."""
_XXX = late(r"(?<!x)xxx(?!x)")
"""Three and no more: a row of them is kisses."""
_SHORTENED = late(r"\b(?:t\.co|bit\.ly|ow\.ly|goo\.gl|tinyurl\.com|lnkd\.in|youtu\.be|fb\.me|tl\.gd)/\S*")
"""Letters of such a link are drawn by lot."""
_LETTERS = late(r"[^a-z0-9]+")
_SEAM = late(r"[._\d-]+|(?<=[a-z])(?=[A-Z])")
"""Where a handle's words meet."""

Span = tuple[int, int]


def inappropriate_score(name: str | None, handle: str | None, terms: TermIndex) -> float:
    """How sure that a page's name or handle says it, 0 to 1."""
    return max((_said(shown, terms) for shown in (name, handle) if shown), default=0.0)


def bad_links(reading: Reading, topic: Topic) -> Iterator[Span]:
    """Links, handles and named pages of the topic in a draft, as folded spans."""
    text = reading.folded.text
    for start, end in reading.links:
        if _plain_address(topic, _SHORTENED.sub("", text[start:end]), reading.listed):
            yield start, end
    if "inappropriate_sites" not in reading.files:
        return
    cues = {hit.sentence for hit in reading.terms("inappropriate_sites.cue")}
    if not cues:
        return
    for title in _TITLE.finditer(text):
        if reading.sentence_at(title.start()) in cues and _plain_address(topic, title[1], reading.listed):
            yield title.span(1)
    named = reading.terms(f"inappropriate_sites.{topic}")
    if not named:
        return
    told = {hit.sentence for group in ("teaching", "reported") for hit in reading.terms(f"kind_context.{group}")}
    innocent = reading.terms(_NOT)
    for hit in named:
        if hit.sentence in cues - told and not _overlaps(hit, innocent):
            yield hit.start, hit.end


def links(reading: Reading) -> list[Span]:
    """Web addresses, handles, subreddits and hashtags of a draft, as folded spans."""
    text, signs = reading.folded.text, reading.characters
    maybe = not _SIGNS.isdisjoint(signs) or "//" in text or "r/" in text or "xxx" in text or _DOTTED.search(text)
    return [link.span() for link in LINK.finditer(text)] if maybe else []


_NOT = "inappropriate_sites.not"


def _said(shown: str, terms: TermIndex) -> float:
    """How sure that a name or handle says it, by its words or by its letters run together."""
    folded = fold(_SEAM.sub(" ", shown))
    found = terms.find(split_words(folded.text, sentences(folded.text)), folded)
    if found.get("page_names.innocent"):
        return 0.0
    spared = found.get(_NOT, [])
    named = [hit for topic in TOPICS for hit in found.get(f"inappropriate_sites.{topic}", [])]
    if found.get("page_names.plain") or any(not _overlaps(hit, spared) for hit in named):
        return PLAIN
    address = fold(shown).text
    return INSIDE if any(_plain_address(topic, address, terms.listed) for topic in TOPICS) else 0.0


def _plain_address(topic: Topic, address: str, listed: Callable[[str], tuple[str, ...]]) -> bool:
    """Whether the letters of an address or handle say the topic, once innocent names are taken out."""
    whole = letters = _LETTERS.sub("", address)
    for name in _bare(listed(_NOT)):
        letters = letters.replace(name, "~")
    if any(part in letters for part in _bare(listed(f"inappropriate_sites.{topic}_inside"))):
        return True
    if topic == "sexual":
        return bool(_XXX.search(address))
    if any(part in whole for part in _bare(listed("inappropriate_sites.sport"))):
        return False
    return all(
        any(part in letters for part in _bare(listed(f"inappropriate_sites.{group}")))
        for group in ("blow", "spectacle")
    )


@lru_cache(maxsize=32)
def _bare(parts: tuple[str, ...]) -> tuple[str, ...]:
    """Terms as letters run together."""
    return tuple(_LETTERS.sub("", fold(part).text) for part in parts)


def _overlaps(hit: TermHit, others: list[TermHit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)
