"""A crime or misconduct laid at a named person's door as fact (policy IHB, D-proprietary: defamatory, libelous).

Opinion, report, question, story, sport and politics are silent, however harsh. Terms: `defamatory.json`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondlook.contract import Kind
from secondlook.detection.content import Claim, ContentRecognizer
from secondlook.detection.kind_context import asked, covered, in_a_story, near, negated, opinion, reported
from secondlook.detection.named_people import Span, named
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

IS = re.compile(r"\b(?:is|was|es|era|fue|e|foi|being)\b|'s\b|[,:=?—]")
NAMES_IT = re.compile(r"\b(?:named?|called|tem nome|se llama|chamad[oa]|is|es|e)\b|:")
THAT_IS = re.compile(r"\b(?:that's|thats|that is|it was|his name|her name|fue|foi|es|era|eso es|isso e)\b")
AT_ONCE = re.compile(r",? (?:(?:de|do|da|del|el|la|o|a|named|called) )?")
"""Between a label and its name right after it: "that thief Ray", "el ratero de Juan"."""
OPENING = 10
"""Letters at a sentence's start within which a deed has no subject of its own ("Pockets every cent.")."""
LONGEST_BRIDGE = 60
"""Between a name and what the person is called; farther apart it is somebody else."""
FARTHEST = 2
"""Sentences between a name and what "he" or "she" is said to have done."""


class DefamatoryRecognizer(ContentRecognizer):
    """Accusations against somebody with a name."""

    kind: Kind = "DEFAMATORY"
    lists = ("defamatory",)

    def claims(self, reading: Reading) -> Iterator[Claim]:
        """Deeds and labels of somebody named, stated flatly."""
        hits = [hit for hit in _accusations(reading) if not _explained(reading, hit)]
        if not hits:
            return
        people = named(reading)
        for hit in hits:
            if _about_named(reading, hit, people):
                yield Claim(hit.start, hit.end, 0.8, f"{hit.group}: stated of a named person".replace(".", ": ", 1))


def _accusations(reading: Reading) -> Iterator[TermHit]:
    """Deeds, labels, and violence with its victim."""
    innocent = reading.terms("defamatory.not") + reading.terms("defamatory.metaphor")
    for group in ("deed", "label"):
        yield from (hit for hit in reading.terms(f"defamatory.{group}") if not covered(hit, innocent))
    for hit in reading.terms("defamatory.violence"):
        for victim in reading.terms("defamatory.victim"):
            if 0 < victim.start - hit.end <= 8 and victim.sentence == hit.sentence and not covered(hit, innocent):
                yield TermHit("defamatory.deed", hit.start, victim.end, hit.sentence)


def _about_named(reading: Reading, hit: TermHit, people: list[Span]) -> bool:
    """Whether somebody named is meant: in the sentence, or near it when this one goes on about him or her."""
    others = [who for who in people if who[1] <= hit.start or hit.end <= who[0]]
    here = [who for who in others if reading.sentence_at(who[0]) == hit.sentence]
    if hit.group == "defamatory.label":
        if any(_called(reading, hit, who) for who in here):
            return True
    elif any(_did(reading, hit, who) for who in here):
        return not _writer_did_it(reading, hit, here)
    opens = hit.start - reading.sentences[hit.sentence][0] <= OPENING and not here
    goes_on = near(reading, "bullying.target", hit.sentence) or opens
    return goes_on and any(0 < abs(reading.sentence_at(who[0]) - hit.sentence) <= FARTHEST for who in others)


def _did(reading: Reading, hit: TermHit, who: Span) -> bool:
    """Whether the named one did it: named before the deed, or after it as in "that's Sheila for you"."""
    return who[1] <= hit.start or bool(THAT_IS.search(reading.folded.text[hit.end : who[0]]))


def _writer_did_it(reading: Reading, hit: TermHit, people: list[Span]) -> bool:
    """Whether "I" stands nearer before the deed than any name ("I stole Dana Whitfield's chair")."""
    writers = [
        me.start for me in reading.terms("kind_context.own") if me.sentence == hit.sentence and me.end <= hit.start
    ]
    names = [who[0] for who in people if who[1] <= hit.start]
    return bool(writers) and hit.start - max(writers) < 12 and max(writers) > max(names, default=-1)


def _called(reading: Reading, hit: TermHit, who: Span) -> bool:
    """Whether the label is the name's: right before it, or after it with "is" or a comma between."""
    text = reading.folded.text
    if hit.start < who[0]:
        between = text[hit.end : who[0]]
        return bool(AT_ONCE.fullmatch(between)) or (len(between) <= LONGEST_BRIDGE and bool(NAMES_IT.search(between)))
    between = text[who[1] : hit.start]
    return len(between) <= LONGEST_BRIDGE and bool(IS.search(between))


def _explained(reading: Reading, hit: TermHit) -> bool:
    at = hit.sentence
    return (
        reported(reading, at)
        or asked(reading, at)
        or opinion(reading, at)
        or in_a_story(reading, at)
        or near(reading, "defamatory.elsewhere", at, 1)
        or any(pet.sentence == at and pet.end <= hit.start for pet in reading.terms("defamatory.pet"))
        or negated(reading, hit)
    )
