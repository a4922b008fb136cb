"""Whether the name of a site, page or handle plainly says sexually explicit or violent (policy IHB, D-inappropriate-sites).

Pure; visits at large are the web filter's job, so only plain names count. `inappropriate_score` is for facts about a
visited or followed page; `bad_links` for a draft text, called by `recognizers/sexual_link.py` and `violent_link.py`.
Terms: `inappropriate_sites.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from secondlook.detection.fold import fold
from secondlook.detection.reading import Reading
from secondlook.detection.sentences import sentences
from secondlook.detection.terms import TermHit, TermIndex, split_words

Topic = Literal["sexual", "violent"]
TOPICS: tuple[Topic, ...] = ("sexual", "violent")
PLAIN = 0.9
LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]{3,200}|(?<![\w@.])(?:[a-z0-9-]{2,63}\.){1,3}"
    r"(?:com|net|org|xxx|tv|io|co|me|us|info|live|cam|adult|porn|sex|video|site|biz|to|gg|ru|br|mx|example)\b(?:/[^\s<>\"]{0,200})?"
    r"|(?<![\w.])@[\w.]{3,40}|\br/\w{3,30}|(?<![\w&])#\w{4,60}|\b\w{3,20}xxx\w{0,20}\b"
)
"""A web address, a handle, a subreddit or a hashtag, in folded text."""
_LETTERS = re.compile(r"[^a-z0-9]+")

Span = tuple[int, int]


def inappropriate_score(name: str | None, handle: str | None, terms: TermIndex) -> float:
    """How sure that a page's name or handle says it: 0.9 or 0."""
    return PLAIN if any(_says(topic, name, handle, terms) for topic in TOPICS) else 0.0


def is_inappropriate(name: str | None, handle: str | None, terms: TermIndex) -> bool:
    """The same as yes or no."""
    return inappropriate_score(name, handle, terms) > 0


def bad_links(reading: Reading, topic: Topic) -> Iterator[Span]:
    """Links, handles and named pages of the topic in a draft, as folded spans."""
    text = reading.folded.text
    for link in LINK.finditer(text):
        if _inside(link.group(), reading.listed(f"inappropriate_sites.{topic}_inside"), reading.listed(_NOT)):
            yield link.span()
    told = {hit.sentence for group in ("teaching", "reported") for hit in reading.terms(f"kind_context.{group}")}
    cues = {hit.sentence for hit in reading.terms("inappropriate_sites.cue")}
    innocent = reading.terms(_NOT)
    for hit in reading.terms(f"inappropriate_sites.{topic}"):
        if hit.sentence in cues - told and not _overlaps(hit, innocent):
            yield hit.start, hit.end


_NOT = "inappropriate_sites.not"


def _says(topic: Topic, name: str | None, handle: str | None, terms: TermIndex) -> bool:
    innocent = terms.listed(_NOT)
    inside = terms.listed(f"inappropriate_sites.{topic}_inside")
    if handle and _inside(fold(handle).text, inside, innocent):
        return True
    for words in (name, handle and re.sub(r"[._\d-]+", " ", handle)):
        if not words:
            continue
        folded = fold(words)
        found = terms.find(split_words(folded.text, sentences(folded.text)), folded)
        hits, spared = found.get(f"inappropriate_sites.{topic}", []), found.get(_NOT, [])
        if any(not _overlaps(hit, spared) for hit in hits) or _inside(folded.text, inside, innocent):
            return True
    return False


def _overlaps(hit: TermHit, others: list[TermHit]) -> bool:
    return any(hit.start < other.end and other.start < hit.end for other in others)


def _inside(folded_text: str, parts: tuple[str, ...], innocent: tuple[str, ...]) -> bool:
    """Whether the letters run together hold one of the parts once innocent names are taken out."""
    letters = _LETTERS.sub("", folded_text)
    for name in innocent:
        letters = letters.replace(_letters_of(name), "~")
    return any(_letters_of(part) in letters for part in parts)


@cache
def _letters_of(term: str) -> str:
    """The folded letters of a listed term; asked for each link of each text."""
    return _LETTERS.sub("", fold(term).text)
