"""Who a sentence is about: the child that a record term is tied to, or somebody else who makes it no student's record.

Pure.

A topic word alone is shop talk; it counts only near an anchor. Clear anchors are a roster name, "my student", a child
described so that a colleague would know; "one of my students" is one child but no particular one; he or she means
whoever came before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from secondlook.detection.name_weights import probability
from secondlook.detection.reading import Reading

if TYPE_CHECKING:
    from secondlook.detection.name_candidates import Sort

AnchorKind = Literal["roster name", "first name", "new name", "known child", "one child", "pronoun", "nobody"]

Talk = Literal["school", "private", "everyday"]
"""What a term is: said of pupils only; of anybody's private life; or in any talk."""

STRENGTH: dict[AnchorKind, float] = {
    "roster name": 0.92,
    "first name": 0.78,
    "new name": 0.72,
    "known child": 0.74,
    "one child": 0.45,
    "pronoun": 0.4,
    "nobody": 0.0,
}
"""How sure a record is that is tied to such an anchor. 0.6 and above = an identifiable child, below = an anecdote."""

STAFF_TITLE = re.compile(
    r"\b(?:mr|mrs|ms|miss|drs?|dras?|lic|licda|ing|arq|doctor|doutora?|prof|profa|coach|principal|officer|nurse|sr|sra|srta|senor|senora|maestra|maestro"
    r"|professora|professor|tia|dona|don|doctora|director|directora|superintendent|president|senator|governor)\.?\s+$"
)
KINDS: dict[Sort, AnchorKind] = {
    "full": "roster name",
    "first": "first name",
    "surname": "new name",
    "ner": "new name",
    "said": "new name",
    "listed": "new name",
}
UNLIKELY: dict[AnchorKind, float] = {"roster name": 0.5, "first name": 0.06, "new name": 0.06}
"""Below it a name is somebody else's: a star's, an employee's, one of the writer's own family."""
NEEDED: dict[Talk, float] = {"school": 0.2, "private": 0.3, "everyday": 0.5}
"""How likely a lone or unknown name must be a pupil's to carry such a term."""
LIKELY = 0.2
"""How likely a name must be a pupil's not to be taken for somebody else's altogether."""
_OF_WRITER = frozenset({"mine", "mine_alone", "writers_child"})
_STARS = frozenset({"full_of_star", "within_star", "part_of_star"})
_WRITER = re.compile(
    r"\b(?:i|i'm|im|i've|i'll|my|we|our|yo|mi|mis|nosotros|nuestr[ao]|eu|meus?|minhas?|nos|noss[ao])\b"
)
"""The writer speaks of himself or herself, so that the sentence begins anew where its first clause does."""
_CLAUSE_ENDS = re.compile(r";| (?:and|but|so|because|y|pero|porque|como|e|mas) ")
_PUPIL = re.compile(r"student|grader|freshman|sophomore|alumn|estudiante|alun|estudante|pupil|kindergart")
_INITIALS = re.compile(r"(?<![\w.])[A-Z]\.? ?[A-Z]?\.?(?= (?:in|from|on) my\b| (?:de|en) mi\b| (?:do meu|da minha)\b)")
"""Initials that stand for a child: "J.Z. in my 4th period"."""
ADULTS = ("student_record.own_family", "student_record.other_adult")


def tells_of_somebody(reading: Reading) -> bool:
    """Whether there is anything at all that `Anchors` could find a child in; without it no record has one."""
    return bool(
        reading.names or reading.weighed_names or reading.terms("student_record.pronoun") or tells_of_stranger(reading)
    )


def tells_of_stranger(reading: Reading) -> bool:
    """Whether there is anything that could be a child without a name."""
    told = "student_record.child_known" in reading.hits or "student_record.child_one" in reading.hits
    return told or bool(_INITIALS.search(reading.text))


def tells_of_others_alone(reading: Reading) -> bool:
    """Whether stars or the writer's own family are told of, and nobody who could be a pupil ("serena at 8 weeks pregnant")."""
    if tells_of_stranger(reading) or any(probability(it.odds) >= LIKELY for it in reading.weighed_names):
        return False
    stars = any(_STARS.intersection(it.cues) for it in reading.weighed_names)
    return stars or "student_record.own_family" in reading.hits


def tells_of_own(reading: Reading) -> bool:
    """Whether somebody is called the writer's own ("Mi Bruno lleva tres advertencias") and no child of a class is told of."""
    return any(_OF_WRITER.intersection(it.cues) for it in reading.weighed_names) and not tells_of_stranger(reading)


@dataclass(frozen=True, slots=True)
class Anchor:
    """Somebody mentioned, in folded offsets. Kind "nobody" is a person who is surely no student here.

    Attributes:
        likely: how likely a name is a pupil's.

    """

    kind: AnchorKind
    start: int
    end: int
    sentence: int
    likely: float = 1.0


class Anchors:
    """All mentions of one reading, by sentence."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._family = {hit.sentence for hit in reading.terms("student_record.own_family")}
        self._general = {hit.sentence for hit in reading.terms("student_record.general")}
        self._cues = {hit.sentence for hit in reading.terms("student_record.school_cue")}
        self._by_sentence: dict[int, list[Anchor]] = defaultdict(list)
        for anchor in sorted(self._all(), key=lambda it: it.start):
            self._by_sentence[anchor.sentence].append(anchor)
        self._pronouns = {hit.sentence for hit in reading.terms("student_record.pronoun")}

    def near(self, sentence: int, *, weak: bool, school_talk: bool = True) -> Anchor | None:
        """The clearest child that a term of this sentence can be about, or None.

        Args:
            sentence: where the term stands.
            weak: the term is everyday talk as well, so that only a clear child will do.
            school_talk: the term is said of pupils and hardly of others; if not, a lone name needs school near it.

        """
        talk: Talk = "everyday" if weak else "school" if school_talk else "private"
        here = self._children(sentence)
        if here:
            best = max(here, key=lambda it: STRENGTH[it.kind])
            return best if self._carries(best, talk=talk) else None
        if sentence in self._family or any(it.kind == "nobody" for it in self._by_sentence[sentence]):
            return None
        if not weak and (listed := self._heads_a_list(sentence)):
            return listed
        if sentence in self._general:
            return None
        if sentence in self._pronouns or self._goes_on_about(sentence):
            return self._whom_pronoun_means(sentence, talk=talk)
        return None

    def _heads_a_list(self, sentence: int) -> Anchor | None:
        """The first name under a heading such as "Honor roll:", when the next line begins with it."""
        following = self._children(sentence + 1)
        if not following or following[0].kind not in ("roster name", "first name"):
            return None
        start, _ = self._reading.sentences[sentence + 1]
        return following[0] if not self._reading.folded.text[start : following[0].start].strip(" \n-*•:1.)") else None

    def strangers(self) -> list[Anchor]:
        """Children without a name of whom a story could be told, in order; "a kid" only where school is spoken of."""
        found = [
            it for anchors in self._by_sentence.values() for it in anchors if it.kind in ("known child", "one child")
        ]
        elsewhere = self._general | self._family | {it.sentence for it in self._named() if it.kind != "nobody"}
        elsewhere |= {hit.sentence for hit in self._reading.terms("school_context.alumni")}
        return [
            it
            for it in sorted(found, key=lambda it: it.start)
            if it.sentence not in elsewhere and (self._is_schoolish(it) or self.has_cue(it.sentence))
        ]

    def _is_schoolish(self, anchor: Anchor) -> bool:
        words = self._reading.folded.text[anchor.start : anchor.end]
        return anchor.kind == "known child" or bool(_PUPIL.search(words))

    def has_cue(self, sentence: int) -> bool:
        """Whether a word of school life stands in this sentence or a neighbour."""
        return bool({sentence - 1, sentence, sentence + 1} & self._cues)

    def _carries(self, anchor: Anchor, *, talk: Talk) -> bool:
        if anchor.kind in ("roster name", "known child"):
            return True
        if anchor.kind in ("first name", "new name"):
            return anchor.likely >= NEEDED[talk]
        return talk != "everyday" or self.has_cue(anchor.sentence)

    def _children(self, sentence: int) -> list[Anchor]:
        """Possible children of a sentence; names are the family's where the writer's own family is spoken of."""
        children = [it for it in self._by_sentence.get(sentence, ()) if it.kind != "nobody"]
        if sentence in self._family:
            return [it for it in children if it.kind == "known child"]
        if sentence in self._general:
            return [it for it in children if it.kind not in ("one child", "new name")]
        return children

    def _whom_pronoun_means(self, sentence: int, *, talk: Talk) -> Anchor | None:
        """The last child of the sentences just before; an adult in between ends the search."""
        for earlier in (sentence - 1, sentence - 2):
            if earlier < 0:
                break
            if earlier in self._family:
                return None
            children = self._children(earlier)
            if children:
                best = max(children, key=lambda it: STRENGTH[it.kind])
                return best if self._carries(best, talk=talk) else None
            if self._by_sentence.get(earlier):
                return None
        following = self._children(sentence + 1)
        if following and following[0].kind in ("roster name", "first name", "known child"):
            return following[0] if self._carries(following[0], talk=talk) else None
        if talk == "everyday" or sentence not in self._pronouns or not self.has_cue(sentence):
            return None
        start, end = self._reading.sentences[sentence]
        return Anchor("pronoun", start, end, sentence)

    def _goes_on_about(self, sentence: int) -> bool:
        """A sentence without a subject of its own ("IEP meeting at 3 again.", "Faltó otra vez.") leans on the last one."""
        start, end = self._reading.sentences[sentence]
        clause = _CLAUSE_ENDS.search(self._reading.folded.text, start, end)
        return sentence > 0 and not _WRITER.search(self._reading.folded.text, start, clause.start() if clause else end)

    def _all(self) -> list[Anchor]:
        reading = self._reading
        found = list(self._named())
        for match in _INITIALS.finditer(reading.text):
            start, end = reading.folded_offset(match.start()), reading.folded_offset(match.end())
            found.append(Anchor("known child", start, end, self._reading.sentence_at(end)))
        kinds: dict[str, AnchorKind] = {"child_known": "known child", "child_one": "one child"}
        innocent = [*reading.terms("student_record.child.not"), *reading.terms("student_record.own_family")]
        for group, kind in kinds.items():
            found += [
                self._anchor(kind, hit.start, hit.end)
                for hit in reading.terms(f"student_record.{group}")
                if not any(hit.start < other.end and other.start < hit.end for other in innocent)
            ]
        found += [self._anchor("nobody", hit.start, hit.end) for group in ADULTS for hit in reading.terms(group)]
        return found

    def _named(self) -> Iterator[Anchor]:
        """Names, as likely a pupil's as the student_name recognizer takes them; employees are nobody's record here."""
        taken = []
        for it in self._reading.weighed_names:
            one, likely = it.candidate, probability(it.odds)
            start, end = one.span
            taken.append(one.span)
            kind = KINDS[one.sort]
            if likely < UNLIKELY[kind] or self._is_titled(start):
                kind = "nobody"
            yield Anchor(kind, start, end, self._reading.sentence_at(start), likely)
        for hit in self._reading.names:
            start, end = self._reading.folded_offset(hit.start), self._reading.folded_offset(hit.end)
            if "student" not in hit.sources and not any(a < end and start < b for a, b in taken):
                yield self._anchor("nobody", start, end)

    def _is_titled(self, start: int) -> bool:
        return bool(STAFF_TITLE.search(self._reading.folded.text[max(0, start - 16) : start]))

    def _anchor(self, kind: AnchorKind, start: int, end: int) -> Anchor:
        return Anchor(kind, start, end, self._reading.sentence_at(start))
