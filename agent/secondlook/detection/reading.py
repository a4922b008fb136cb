"""A text under examination: folded once, cut once, with names, persons and term hits found at most once each.

Recognizers read it and may not change it. It lives for one check, is never logged, and its repr shows nothing of the
text. Offsets inside are of the folded text; `original_span` turns them back. Made by `detect.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING

from secondlook.detection.fold import Folded
from secondlook.detection.language import without_false_friends
from secondlook.detection.names import NameBook, NameHit, PersonMatch
from secondlook.detection.once import Once, OnceIn
from secondlook.detection.other_places import without_other_places
from secondlook.detection.sentence_terms import hits_by_sentence
from secondlook.detection.sentences import sentences
from secondlook.detection.settings import DetectionSettings
from secondlook.detection.terms import TermHit, TermIndex, Word, split_words

if TYPE_CHECKING:
    from secondlook.detection.anchors import Anchors
    from secondlook.detection.recognizers.student_name import Weighed

_SIGNS = bytes(code if chr(code).isalnum() or chr(code) == "_" else ord(" ") for code in range(256))
"""What each byte of ASCII is taken for: a letter, a figure or a blank."""
_DIGIT = re.compile(r"\d")


class Reading:
    """One text, one check."""

    def __init__(self, folded: Folded, names: NameBook, terms: TermIndex, settings: DetectionSettings) -> None:
        self.folded = folded
        self.text = folded.original
        self.settings = settings
        self.persons: tuple[tuple[int, int], ...] = ()
        """Code-point spans that the NER calls a person; set before recognizers run, empty while it loads."""
        self.person_scores: dict[tuple[int, int], float] = {}
        """For each of `persons` how sure the NER is of it, 0 to 1."""
        self._book = names
        self._terms = terms

    def __repr__(self) -> str:
        return "Reading(…)"

    @Once
    def sentences(self) -> list[tuple[int, int]]:
        """Sentence spans of the folded text."""
        return sentences(self.folded.text)

    @Once
    def words(self) -> list[Word]:
        """Words of the folded text."""
        return split_words(self.folded.text, self.sentences)

    @Once
    def bare_words(self) -> frozenset[bytes] | None:
        """The words, with apostrophes and all other signs as their ends; None where a sign beyond ASCII may be one.

        For quick looks at whether a word is there at all, without which a slow pattern need not be tried.
        """
        text = self.folded.text
        return frozenset(text.encode().translate(_SIGNS).split()) if text.isascii() else None

    @Once
    def characters(self) -> frozenset[str]:
        """Everything that stands in the folded text at all."""
        return frozenset(self.folded.text)

    @Once
    def has_digit(self) -> bool:
        """Whether any figure is in the folded text."""
        return bool(_DIGIT.search(self.folded.text))

    links: OnceIn[list[tuple[int, int]]] = OnceIn("inappropriate.links")
    """Web addresses, handles, hashtags and the like, in folded offsets."""

    @Once
    def names(self) -> list[NameHit]:
        """Roster names, in code points of the original."""
        return self._book.find(self.text, self.folded)

    def find(self, text: str, folded: Folded) -> list[NameHit]:
        """The name book's own method, so that a reading can stand in for it and look each text up once."""
        return self.names if text is self.text or text == self.text else self._book.find(text, folded)

    def match(self, name: str | None, handle: str | None) -> PersonMatch:
        """As the name book."""
        return self._book.match(name, handle)

    def has_id(self, token: str) -> bool:
        """As the name book."""
        return self._book.has_id(token)

    weighed_names: OnceIn[list[Weighed]] = OnceIn("recognizers.student_name.weigh")
    """Every possible pupil's name with what speaks for it."""

    anchors: OnceIn[Anchors] = OnceIn("anchors.Anchors")
    """Who each sentence is about."""

    tells_of_somebody: OnceIn[bool] = OnceIn("anchors.tells_of_somebody")
    """Whether anybody is spoken of who could be a child."""

    tells_of_others_alone: OnceIn[bool] = OnceIn("anchors.tells_of_others_alone")
    """Whether stars or the writer's own family are told of, and nobody who could be a pupil."""

    tells_of_own: OnceIn[bool] = OnceIn("anchors.tells_of_own")
    """Whether somebody is called the writer's own, and no child of a class is told of."""

    protected: OnceIn[float] = OnceIn("protected.protected_score")
    """How surely it speaks of a protected topic, 0 to 1."""

    @Once
    def hits(self) -> Mapping[str, list[TermHit]]:
        """The term hits by group ("<file>.<group>"), in order of start; groups without a hit are absent."""
        hits = hits_by_sentence(self._terms, self.words, self.folded)
        return without_other_places(without_false_friends(hits, self.words))

    @Once
    def files(self) -> frozenset[str]:
        """The lists of which any term is in the text."""
        return frozenset(map(_file_of, self.hits))

    def terms(self, group: str) -> list[TermHit]:
        """The hits of one group ("<file>.<group>")."""
        return self.hits.get(group, [])

    def listed(self, group: str) -> tuple[str, ...]:
        """The terms of a group as they stand in its list."""
        return self._terms.listed(group)

    def is_star(self, word: str) -> bool:
        """Whether a handle or hashtag is a public figure's name written as one word."""
        from secondlook.detection.star_names import letters_of, star_names  # noqa: PLC0415 - seldom asked

        return letters_of(word) in star_names(self._terms)

    def found_in(self, other: Folded) -> dict[str, list[TermHit]]:
        """The term hits of a second spelling of this text (`Folded.spellings`), by group, in offsets of that spelling."""
        return self._terms.find(split_words(other.text, sentences(other.text)), other)

    def sentence_at(self, offset: int) -> int:
        """Which sentence a folded offset stands in."""
        return max(0, bisect_right(self.sentences, (offset, len(self.folded.text) + 1)) - 1)

    def folded_offset(self, offset: int) -> int:
        """The folded offset of an offset of the original."""
        return bisect_left(self.folded.starts, offset)

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """A folded span in code points of the original."""
        return self.folded.span(start, end)


@cache
def whole_group(group: str) -> str:
    """A group's whole name; one without a file is of `school_context`."""
    return group if "." in group else f"school_context.{group}"


@cache
def _file_of(group: str) -> str:
    return group.partition(".")[0]
