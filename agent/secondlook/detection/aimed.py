"""Whether scorn is aimed at somebody or something: words of ridicule, tied by grammar to the ones they are about.

Pure. "Stupid kids" and "those kids are so dumb" are aimed, "kids did a stupid worksheet" is not. The words are the
groups of `shared_rules/terms/scorn.json`. It may not decide that something is a finding. Called by the recognizers of
contempt and of ridicule (policy IHB, E-logo, E-speaks-for-district).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from secondlook.detection.kind_context import Span, covered, quoted
from secondlook.detection.reading import Reading
from secondlook.detection.terms import TermHit

Tie = Literal["before", "is", "predicate", "dislike", "near", "next"]
REACH = 8
"""How many words may stand between a target and a noun of contempt that no grammar ties to it."""
TAIL = 7
"""How many words may stand between a target and its verb ("the parents at this school are")."""
_TIED_ONLY = ("scorn.adjective", "scorn.noun_weak")
"""Words with other uses ("animals", "dense"): scorn only where grammar ties them to the target."""
SHORT = 9
"""Words of a sentence that only says on what the one before it began ("Absolute clowns.")."""
_NOT = frozenset(["not", "never", "no", "nao", "nunca", "jamais", "nem", "ni", "neither", "nor", "without", "cannot"])
_TAIL_STARTS = frozenset(
    ["in", "at", "of", "from", "here", "this", "these", "today", "on", "who", "that", "with", "and", "i", "year", "now",
     "de", "del", "do", "da", "dos", "das", "en", "em", "no", "na", "aqui", "que", "con", "com", "y", "e", "deste",
     "desse", "dessa", "este", "esse", "all", "around", "my", "fans", "players", "kids", "people", "parents", "students",
     "school", "team", "just", "out", "outside", "we", "hanging", "painted", "pintada", "pintado"]
)  # fmt: skip
_FEW_LINKS = frozenset(
    ["of", "a", "an", "the", "my", "our", "these", "those", "this", "that", "little", "all", "and", "some", "such", "at",
     "de", "da", "do", "dos", "das", "del", "los", "las", "el", "la", "o", "os", "as", "esse", "esses", "essa",
     "estes", "estos", "esos", "este", "esta", "que", "mis", "meus", "minha", "high", "school", "entire", "whole", "group",
     "bunch", "batch", "crop", "grupo", "bando", "set"]
)  # fmt: skip
_OF_SOMETHING = frozenset(
    ["of", "at", "in", "from", "for", "de", "del", "da", "do", "das", "dos", "en", "em", "na", "no", "by", "about"]
)
_PART = frozenset(
    ["all", "half", "most", "some", "many", "any", "each", "lot", "both", "mitad", "mayoria", "metade", "maioria"]
)
_SEEN = frozenset(
    ["seen", "had", "met", "taught", "known", "been", "vi", "visto", "tuve", "tenido", "tive", "conoci", "conheci"]
)
_IS_BEFORE = frozenset(["is", "are", "esta", "estan", "es", "son", "e", "sao", "ficou", "quedo"])
_OURSELVES = frozenset(
    ["we", "we're", "i", "i'm", "im", "myself", "ourselves", "somos", "soy", "nosotros", "sou", "nos", "me"]
)
_THEY = frozenset(["they", "they're", "theyre", "ellos", "ellas", "eles", "elas", "these", "this", "it", "it's", "all"])


class Aim(NamedTuple):
    """Scorn with its target, in folded offsets; `tie` says by what it reaches the target."""

    start: int
    end: int
    sentence: int
    tie: Tie


def heard(reading: Reading) -> bool:
    """Whether there is any scorn in a text; without it `Scorn` has nothing to aim."""
    groups = ("scorn.noun", *_TIED_ONLY, "scorn.predicate", "scorn.dislike")
    return any(group in reading.hits for group in groups)


class Scorn:
    """The scorn of one reading, ready to be asked about targets.

    Args:
        reading: the text.
        innocent: hits that take the harm out of what they cover ("trash can").
        more: further groups whose hits count as adjectives.

    """

    def __init__(self, reading: Reading, innocent: Iterable[TermHit], more: tuple[str, ...] = ()) -> None:
        self._reading = reading
        self._innocent = list(innocent)
        self._starts = [word.start for word in reading.words]
        self.nouns = self._clean("scorn.noun")
        self.adjectives = [hit for group in (*_TIED_ONLY, *more) for hit in self._clean(group)]
        self.predicates = self._clean("scorn.predicate")
        self.dislikes = self._clean("scorn.dislike")
        self.weak_nouns = [hit for group in ("scorn.noun_weak", *more) for hit in self._clean(group)]
        self._is = {hit.start for hit in reading.terms("scorn.is")}
        heaped = {hit.start for hit in [*self.nouns, *self.adjectives]}
        # "A lazy, whiny mess": scorn before scorn bars the way no more than "so" does.
        self._degree = {hit.start for hit in reading.terms("scorn.degree")} | self._is | heaped

    def __bool__(self) -> bool:
        return bool(self.nouns or self.adjectives or self.predicates or self.dislikes)

    def at(self, targets: list[TermHit]) -> Iterator[Aim]:
        """Everything aimed at one of the targets."""
        for target in targets:
            if covered(target, self._innocent):
                continue
            yield from self._in_sentence(target)
            yield from self._in_next(target)
            yield from self._in_cry_before(target)

    def unaddressed(self) -> Iterator[TermHit]:
        """What people are called after "those", "you", "bunch of" and the like, whoever they may be."""
        leads = {hit.end for hit in self._reading.terms("scorn.lead")}
        collectives = {hit.end for hit in self._reading.terms("scorn.collective")}
        intrinsic = {hit.start for hit in self._reading.terms("scorn.intrinsic")}
        words = self._reading.words
        for hit in [*self.nouns, *self.weak_nouns]:
            place, lead = self._place(hit.start), self._lead(hit)
            near = {word.end for word in words[max(0, place - 2) : place]}
            ends = collectives if hit in self.weak_nouns else collectives | leads
            if (hit.start in intrinsic and not _denied(lead)) or (
                near & ends and not _denied(lead) and not _OURSELVES.intersection(lead)
            ):
                yield hit

    def hated(self) -> Iterator[Aim]:
        """Dislike of people who are called names in the same breath: "can't stand those brats"."""
        for hit in self.dislikes:
            for noun in self._of_sentence([*self.nouns], hit.sentence):
                if hit.end <= noun.start and _FEW_LINKS.issuperset(self._between(hit.end, noun.start)):
                    yield _aim(hit, noun, "dislike")

    def _lead(self, hit: Span) -> list[str]:
        """The few words before a hit in its sentence."""
        return self._between(self._reading.sentences[self._reading.sentence_at(hit.start)][0], hit.start)[-4:]

    def _in_sentence(self, target: TermHit) -> Iterator[Aim]:
        for hit in self._of_sentence(self.dislikes, target.sentence):
            gap = self._between(hit.end, target.start) if hit.end <= target.start else None
            if gap is not None and len(gap) <= 2 and _FEW_LINKS.issuperset(gap) and "that" not in gap:
                yield _aim(hit, target, "dislike")
        for hit in self._of_sentence(self.predicates, target.sentence):
            gap = self._between(target.end, hit.start) if target.end <= hit.start else None
            if gap is not None and len(gap) <= TAIL and not _denied(gap) and not self._is_attribute(target):
                yield _aim(target, hit, "predicate")
        for hit in self._of_sentence([*self.nouns, *self.adjectives], target.sentence):
            tie = self._tie(target, hit)
            if tie:
                yield _pair(target, hit, tie)
        for hit in self._of_sentence(self.nouns, target.sentence):
            if not self._tie(target, hit) and self._is_near(target, hit):
                yield _pair(target, hit, "near")

    def _tie(self, target: TermHit, hit: TermHit) -> Tie | None:
        """How grammar binds an adjective or noun to the target."""
        if hit.end <= target.start:
            gap = [word for word in self._between(hit.end, target.start) if word not in _IS_BEFORE]
            tied = len(gap) <= 3 and _FEW_LINKS.issuperset(gap) and not _denied(self._lead(hit))
            return "before" if tied else None
        if target.end > hit.start:
            return None
        places = range(self._place(target.end), self._place(hit.start))
        if _denied(self._text(places)) or _denied(self._lead(target)):
            return None
        return self._tie_after(target, hit, places)

    def _tie_after(self, target: TermHit, hit: TermHit, places: range) -> Tie | None:
        """The tie of scorn that follows its target; `places` are the words between."""
        mark = self._reading.folded.text[target.end : hit.start]
        if ("=" in mark or ":" in mark) and len(places) <= TAIL:
            return "is"
        verbs = [place for place in places if self._starts[place] in self._is]
        if not verbs:
            return "before" if len(places) <= 2 and self._only_degree(places) else None
        before = self._text(range(places.start, verbs[0]))
        own_tail = len(before) <= TAIL and (not before or before[0] in _TAIL_STARTS)
        said = own_tail and not self._is_attribute(target) and self._only_degree(range(verbs[-1] + 1, places.stop))
        return "is" if said else None

    def _text(self, places: range) -> list[str]:
        return [self._reading.words[place].text for place in places]

    def _only_degree(self, places: range) -> bool:
        return all(self._starts[place] in self._degree for place in places)

    def _is_attribute(self, target: TermHit) -> bool:
        """Whether it only says where or whose the subject is: "the parents *at this school*"."""
        lead = self._between(self._reading.sentences[target.sentence][0], target.start)[-2:]
        return bool(lead) and lead[-1] in _OF_SOMETHING and not _PART.intersection(lead)

    def _is_near(self, target: TermHit, hit: TermHit) -> bool:
        low, high = (target.end, hit.start) if target.end <= hit.start else (hit.end, target.start)
        if low > high:
            return False
        gap = self._between(low, high)
        return len(gap) <= REACH and not _denied(gap) and not _denied(self._lead(hit))

    def _in_next(self, target: TermHit) -> Iterator[Aim]:
        """The next sentence, when it has no other subject: "They are idiots.", "Absolute clowns."."""
        following = target.sentence + 1
        if following >= len(self._reading.sentences):
            return
        start, end = self._reading.sentences[following]
        words = self._between(start, end)
        if not words or len(words) > SHORT or _denied(words):
            return
        they = words[0] in _THEY
        said = [
            *self.nouns,
            *self.predicates,
            *(self.adjectives if they else self.weak_nouns if len(words) <= 3 else ()),
        ]
        for hit in self._of_sentence(said, following):
            places = range(self._place(start), self._place(hit.start))
            lead = zip(places, self._text(places), strict=True)
            if all(self._starts[place] in self._degree or word in _THEY for place, word in lead):
                yield Aim(hit.start, hit.end, following, "next")

    def _in_cry_before(self, target: TermHit) -> Iterator[Aim]:
        """The sentence before, when it is a bare cry: "Embarrassing. Our new logo..."."""
        if not target.sentence:
            return
        start, end = self._reading.sentences[target.sentence - 1]
        words = self._between(start, end)
        for hit in self._of_sentence([*self.nouns, *self.weak_nouns], target.sentence - 1):
            places = range(self._place(start), self._place(hit.start))
            if len(words) <= 3 and not _denied(words) and self._only_degree(places):
                yield Aim(hit.start, hit.end, target.sentence - 1, "next")

    def _clean(self, group: str) -> list[TermHit]:
        """Hits that nobody else is quoted with, and that no innocent saying covers."""
        reading = self._reading
        hits = [hit for hit in reading.terms(group) if not covered(hit, self._innocent)]
        return [hit for hit in hits if not quoted(reading, hit) and not self._reported(hit)]

    def _reported(self, hit: Span) -> bool:
        """Whether somebody else is told to have said it, shortly before in the same sentence."""
        sentence = self._reading.sentence_at(hit.start)
        return any(
            told.end <= hit.start and len(self._between(told.end, hit.start)) <= REACH
            for told in self._reading.terms("scorn.reported")
            if told.sentence == sentence
        )

    @staticmethod
    def _of_sentence(hits: list[TermHit], sentence: int) -> list[TermHit]:
        return [hit for hit in hits if hit.sentence == sentence]

    def _place(self, offset: int) -> int:
        return bisect_left(self._starts, offset)

    def _between(self, low: int, high: int) -> list[str]:
        """The words that begin in a stretch of the folded text."""
        return [word.text for word in self._reading.words[self._place(low) : self._place(high)]]


def _denied(words: list[str]) -> bool:
    """Whether a "not" stands among them; "I have never seen" only says how bad it is."""
    pairs = pairwise([*words, ""])
    return any((word in _NOT and after not in _SEEN) or word.endswith("n't") for word, after in pairs)


def _aim(first: TermHit, last: TermHit, tie: Tie) -> Aim:
    return Aim(first.start, max(first.end, last.end), first.sentence, tie)


def _pair(target: TermHit, hit: TermHit, tie: Tie) -> Aim:
    return _aim(target, hit, tie) if target.start <= hit.start else _aim(hit, target, tie)
