"""Who a sentence is about: the child that a record term is tied to, or somebody else who makes it no student's record.

Pure.

A topic word alone is shop talk; it counts only near an anchor. Clear anchors are a roster name, "my student", a child
described so that a colleague would know; "one of my students" is one child but no particular one; he or she means
whoever came before.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import Literal

from secondlook.detection.names import NameHit
from secondlook.detection.reading import Reading

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
    r"\b(?:mr|mrs|ms|miss|dr|prof|profa|coach|principal|officer|nurse|sr|sra|srta|senor|senora|maestra|maestro"
    r"|professora|professor|tia|dona|don|doctora|director|directora|superintendent|president|senator|governor)\.?\s+$"
)
_CAPITALISED = re.compile(r" [A-Z][a-z]{2,}(?! ?[:(])")
ADULTS = ("student_record.own_family", "student_record.other_adult")


@dataclass(frozen=True, slots=True)
class Anchor:
    """Somebody mentioned, in folded offsets. Kind "nobody" is a person who is surely no student here."""

    kind: AnchorKind
    start: int
    end: int
    sentence: int


class Anchors:
    """All mentions of one reading, by sentence."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._family = {hit.sentence for hit in reading.terms("student_record.own_family")}
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
        if sentence in self._pronouns or self._is_fragment(sentence):
            return self._whom_pronoun_means(sentence, talk=talk)
        return None

    def _heads_a_list(self, sentence: int) -> Anchor | None:
        """The first name under a heading such as "Honor roll:", when the next line begins with it."""
        following = self._children(sentence + 1)
        if not following or following[0].kind not in ("roster name", "first name"):
            return None
        start, _ = self._reading.sentences[sentence + 1]
        return following[0] if not self._reading.folded.text[start : following[0].start].strip(" \n-*•:1.)") else None

    def has_cue(self, sentence: int) -> bool:
        """Whether a word of school life stands in this sentence or a neighbour."""
        return bool({sentence - 1, sentence, sentence + 1} & self._cues)

    def _carries(self, anchor: Anchor, *, talk: Talk) -> bool:
        if anchor.kind in ("roster name", "known child"):
            return True
        if self.has_cue(anchor.sentence):
            return True
        return (talk == "school" and anchor.kind != "new name") or (talk == "private" and anchor.kind == "one child")

    def _children(self, sentence: int) -> list[Anchor]:
        """Possible children of a sentence; names are the family's where the writer's own family is spoken of."""
        children = [it for it in self._by_sentence.get(sentence, ()) if it.kind != "nobody"]
        if sentence in self._family:
            return [it for it in children if it.kind == "known child"]
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

    def _is_fragment(self, sentence: int) -> bool:
        """A sentence without a subject ("IEP meeting at 3 again.") leans on the one before it."""
        start, end = self._reading.sentences[sentence]
        return sentence > 0 and end - start < 40

    def _all(self) -> list[Anchor]:
        reading = self._reading
        found = [*self._named(), *self._met()]
        kinds: dict[str, AnchorKind] = {"child_known": "known child", "child_one": "one child"}
        for group, kind in kinds.items():
            found += [self._anchor(kind, hit.start, hit.end) for hit in reading.terms(f"student_record.{group}")]
        found += [self._anchor("nobody", hit.start, hit.end) for group in ADULTS for hit in reading.terms(group)]
        return found

    def _named(self) -> list[Anchor]:
        """Roster names: students count, employees are nobody's record here."""
        found = []
        for hit in self._reading.names:
            start, end = self._reading.folded_offset(hit.start), self._reading.folded_offset(hit.end)
            kind: AnchorKind = "first name" if hit.form == "first" else "roster name"
            if "student" not in hit.sources or self._is_titled(start):
                kind = "nobody"
            elif hit.form == "first" and hit.wordlike and not self._reading.text[hit.start].isupper():
                continue
            elif hit.form == "first" and self._goes_on(hit):
                kind = "new name"
            found.append(self._anchor(kind, start, end))
        return found

    def _goes_on(self, hit: NameHit) -> bool:
        """Whether a surname follows that no pupil of this first name has ("Serena Williams")."""
        return bool(_CAPITALISED.match(self._reading.text, hit.end))

    def _met(self) -> list[Anchor]:
        """Names that only the NER knows."""
        taken = [(hit.start, hit.end) for hit in self._reading.names]
        found = []
        for start, end in self._reading.persons:
            if any(a < end and start < b for a, b in taken):
                continue
            begin, stop = self._reading.folded_offset(start), self._reading.folded_offset(end)
            found.append(self._anchor("nobody" if self._is_titled(begin) else "new name", begin, stop))
        return found

    def _is_titled(self, start: int) -> bool:
        return bool(STAFF_TITLE.search(self._reading.folded.text[max(0, start - 16) : start]))

    def _anchor(self, kind: AnchorKind, start: int, end: int) -> Anchor:
        return Anchor(kind, start, end, self._reading.sentence_at(start))
