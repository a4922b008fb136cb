"""What stands around the words of a content kind: teaching or doing, said or reported, denied, asked, told in a story.

Pure. A recognizer asks it about a term hit; it never decides that something is a finding. Its words are the groups of
`shared_rules/terms/kind_context.json`, in three languages, read in the one pass over the text. Called by the content
recognizers (policy IHB: D-sexual, D-substances, D-hazing-bullying, D-proprietary and their like).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Protocol

from secondlook.detection.reading import Reading

NEGATION_REACH = 4
"""How many words may stand between "not" and what it denies ("don't ever let them drink")."""
_CAPITAL_BEFORE = re.compile(r"[A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][\w'’-]+ $")
PORTUGUESE_WORDS = 2
"""So many different words that only Portuguese has make a text Portuguese."""
_QUOTES = re.compile(r"[\"“«„]([^\"“”«»„\n]{2,200})[\"”»]")
_CLAUSE_END = re.compile(r"[,;:.!?…\n—–]| - ")


class Span(Protocol):
    """A term hit, or anything else with a place in the folded text."""

    @property
    def start(self) -> int:
        """Folded offset."""
        ...

    @property
    def end(self) -> int:
        """Folded offset, exclusive."""
        ...


def near(reading: Reading, group: str, sentence: int, reach: int = 0) -> bool:
    """Whether a term of the group stands in the sentence or within `reach` sentences of it."""
    return any(abs(hit.sentence - sentence) <= reach for hit in reading.terms(group))


def covered(hit: Span, others: Iterable[Span]) -> bool:
    """Whether the hit lies inside one of the others ("wine" in "wine vinegar")."""
    return any(other.start <= hit.start and hit.end <= other.end for other in others)


def taught(reading: Reading, sentence: int, reach: int = 1) -> bool:
    """Whether the talk is of teaching, preventing, training, a rule or a public service, not of doing."""
    return near(reading, "kind_context.teaching", sentence, reach)


def reported(reading: Reading, sentence: int, reach: int = 0) -> bool:
    """Whether it is told as news or as somebody's claim: a court, the police, an article, "allegedly"."""
    return near(reading, "kind_context.reported", sentence, reach)


def in_a_story(reading: Reading, sentence: int, reach: int = 1) -> bool:
    """Whether a film, book, series, play, song or game is spoken of."""
    return near(reading, "kind_context.story", sentence, reach)


def helped(reading: Reading, sentence: int, reach: int = 1) -> bool:
    """Whether it is about recovery, support or care."""
    return near(reading, "kind_context.help", sentence, reach)


def own(reading: Reading, sentence: int) -> bool:
    """Whether the writer speaks of themselves or calls others to join in (I, we, let's; voy, vamos; eu, a gente)."""
    return near(reading, "kind_context.own", sentence)


def opinion(reading: Reading, sentence: int) -> bool:
    """Whether it is marked as a view, a feeling or a guess."""
    return near(reading, "kind_context.opinion", sentence)


def negated(reading: Reading, hit: Span) -> bool:
    """Whether a "no", "never" or "stop" stands shortly before the hit, in the same clause."""
    text = reading.folded.text
    for no in reading.terms("kind_context.negation"):
        if no.end <= hit.start and not (text[no.start : no.end] == "no" and portuguese(reading)):
            between = text[no.end : hit.start]
            if not _CLAUSE_END.search(between) and len(between.split()) <= NEGATION_REACH:
                return True
    return False


def quoted(reading: Reading, hit: Span) -> bool:
    """Whether the hit stands between quotation marks."""
    text = reading.folded.text
    if not any(mark in text for mark in '"“«„'):
        return False
    return any(match.start() < hit.start and hit.end < match.end() for match in _QUOTES.finditer(text))


def asked(reading: Reading, sentence: int) -> bool:
    """Whether the sentence is a question, so that nothing is stated in it."""
    start, end = reading.sentences[sentence]
    return reading.folded.text[start:end].rstrip(" \n\"')]”»").endswith("?")


def portuguese(reading: Reading) -> bool:
    """Whether the text is likely Portuguese: "no" is then no negation, and some decent Spanish words swear."""
    text = reading.folded.text
    return len({text[hit.start : hit.end] for hit in reading.terms("kind_context.portuguese")}) >= PORTUGUESE_WORDS


def part_of_name(reading: Reading, hit: Span) -> bool:
    """Whether the hit is one capitalised word beside another inside a sentence: Serena Mota, Dick Powell, Corona Avenue."""
    start, end = reading.original_span(hit.start, hit.end)
    word = reading.text[start:end]
    if " " in word or not word.istitle():
        return False
    return bool(_CAPITAL_BEFORE.search(reading.text[max(0, start - 24) : start]))
