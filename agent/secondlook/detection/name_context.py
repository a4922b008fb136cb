"""What stands around a name: words of school, home or the stage, a title, a building, a quotation. Pure; it weighs nothing.

All spans are of the folded text unless said otherwise. Read by `name_cues.py` and `name_candidates.py`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from secondlook.detection import name_bearer
from secondlook.detection.anchors import STAFF_TITLE
from secondlook.detection.first_names import is_first_name
from secondlook.detection.fold import fold
from secondlook.detection.once import Once
from secondlook.detection.reading import Reading, whole_group
from secondlook.detection.terms import TermHit

Span = tuple[int, int]

CHILD = ("student_record.child_known", "student_record.child_one")
"""Groups of words for a child that is told of."""
FAR = 4
"""Sentences on either side that still belong to the same story."""
_LEVELS = ("same", "near", *(["far"] * (FAR - 1)), "")
"""Level of a cue by how many sentences away it is."""
FEW = 12
"""Hits of a group up to which all of them are looked at."""
_NOWHERE: frozenset[Span] = frozenset()
_BESIDE = re.compile(r"[\s,:\"'“‘(*_-]{0,4}(?:(?:named|called|is|was|llamad[oa]|chamad[oa]|a|o|la|el),? )?[\"'“‘(*_]?")
_AFTER = re.compile(
    r"(?:['’]s?|s['’])?[\s,\"'”’)*_-]{0,4}(?:(?:is|was|from|has|just|also|really|who|already|finally|still|actually|even|"
    r"totally|literally|ya|hoy|tambien|siempre|que|hj|hoje|ja|tambem|sempre|today|again|once) ){0,2}"
)
_ORDINAL = r"(?:(?:[1-9]|1[0-2])(?:st|nd|rd|th|mo|to|ro|vo|no|do|er|o|a)|septimo|setimo|octavo|oitavo|sexto|quinto|noveno|nono)"
_GRADE_AFTER = re.compile(
    r"(?:'s)?(?: [a-z]\.?(?![a-z]))?,? ?[(-]?(?:(?:in|from|of|de|do|da|d|del|no|na|n|,|my|el|la|o|a|our|the) ){0,2}"
    r"(?:gr(?:ade)?\.? ?(?:[1-9]|1[0-2])\b|(?:meu |minha |mi )?"
    + _ORDINAL
    + r"\b(?! (?:of|place|lugar|birthday|floor)))"
)
"""A school year straight after a name: "donald 10th", "Emma (7th)", "Bryan G (7th)", "Isaac de 6to", "Nicolas do meu sétimo ano"."""
_SCHOOL_YEAR = re.compile(
    r"(?:(?<=from )|(?<=in )|(?<=de )|(?<=do )|(?<=da )|(?<=no )|(?<=na ))(?:[1-9]|1[0-2])[a-h]\b|"
    r"(?<!\w)(?<!of )(?<!the )(?<!el )(?:[1-9]|1[0-2])(?:st|nd|rd|th|mo|to|ro|vo|er|o)\b"
    r"(?! (?:of|st|street|ave|floor|place|lugar|birthday|anniversary|annual|inning|quarter|qtr|century|time|vez|piso|andar))"
)
"""A bare ordinal as schools write their grades: "10th", "6to", "8o"."""
_DIGIT = re.compile(r"[1-9]")
_MONTH = re.compile(r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.? $")
_QUOTED = re.compile(r"[\"“«][^\"“”«»\n]{1,70}[\"”»]")
_TITLE_LENGTH = 22
"""Code points of a quotation up to which it may be a title."""
_KIN_GAP = re.compile(r"[\s,:\"'“(]{1,3}(?:(?:named|called|is called|se llama|se chama|llamad[oa]|chamad[oa]) )?")
_APPOSED = re.compile(r",? \(?(?:is |es |e |was |el |la |o |a )?|[\"”)]?, (?:is |es |e )?")
_OF_MANY = frozenset({", ", ", both ", ", all ", ", two of ", ", one of ", ", dois dos ", ", uma das ", ", um dos "})
"""Between a name and the pupils it is told to be one of."""
_BE = re.compile(r"\b(?:is|es|e|was)\b")
_IS_MINE = re.compile(r"['’]?s?,? (?:is |es |e |was |era )?$")
_OPENING = re.compile(r"(?:^|[.!?:\n•])[\s\"'(*_\W]*$")
_NEXT_CAPITAL = re.compile(r" (?:d[aeo]s? |de la )?([A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][a-záéíóúâêôãõçñ]+)")
_OTHER_TITLE = re.compile(
    r"\b(?:dom|king|queen|prince|princess|pope|padre|papa|rei|rey|rainha|reina|pastor|pastora|rev|reverend|father|frei|fray|sor"
    r"|capt|sgt|judge|sen|gov|rep|mayor|chef|lady|lord|sir|madame|uncle|aunt|auntie|san|sao|santo|santa|saint|st)\.? $"
)
"""Titles of history, church and family, on top of those of school."""
_OWN = re.compile(
    r"(?:(?:in|of|from|to|for|en|de|em|a|na|no|da|do) )?(?:my|our|mi|mis|meus?|minhas?|nuestr[oa]s?|noss[oa]s?) "
)
_NAME_WORDS = re.compile(r"(?:(?<!\w)\w+ ){1,2}$")


class NameContext:
    """The surroundings of names in one reading."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.folded.text
        self._found: dict[tuple[str, ...], tuple[str, ...]] = {}
        self._spoken: list[tuple[str, tuple[str, ...]]] | None = None

    def folded_span(self, start: int, end: int) -> Span:
        """A span of the original in folded offsets."""
        return self.reading.folded_offset(start), self.reading.folded_offset(end)

    def words(self, span: Span) -> str:
        """The folded words of a span."""
        return self.text[span[0] : span[1]]

    def first_word(self, span: Span) -> str:
        """The first word of a name."""
        return re.split(r"[\s,]", self.words(span), maxsplit=1)[0]

    def is_capital(self, start: int) -> bool:
        """Whether the original shows a capital there."""
        return self.reading.text[start : start + 1].isupper()

    @Once
    def style(self) -> str:
        """How the writer types: "small" without capitals, "shouted" without small letters, else "mixed"."""
        letters = "".join(filter(str.isalpha, self.reading.text))
        capitals = sum(map(str.isupper, letters))
        if capitals * 50 <= len(letters):
            return "small"
        return "shouted" if capitals * 10 >= len(letters) * 7 else "mixed"

    def surname_after(self, end: int) -> bool:
        """Whether a capitalised word follows at once that is no roster name, so that somebody else's full name begins here."""
        match = _NEXT_CAPITAL.match(self.reading.text, end)
        return bool(match) and match.start(1) not in self._name_starts  # type: ignore[union-attr]

    @Once
    def _name_starts(self) -> set[int]:
        return {hit.start for hit in self.reading.names if hit.form == "first"}

    def opens(self, span: Span) -> bool:
        """Whether the name is the first word of its sentence, where a capital proves nothing."""
        return bool(_OPENING.search(self.text[max(0, span[0] - 12) : span[0]]))

    def by_ner(self, start: int, end: int) -> float:
        """How sure the NER is that these words (in the original) are a person, 0 to 1; 0 when it says nothing."""
        scores = self.reading.person_scores
        touching = (scores.get(it, 1.0) for it in self.reading.persons if it[0] < end and start < it[1])
        return max(touching, default=0.0)

    def past_year(self, span: Span) -> bool:
        """Whether its sentence names a year long past."""
        return self.reading.sentence_at(span[0]) in self._past_years

    @Once
    def _past_years(self) -> set[int]:
        return {self.reading.sentence_at(start) for start in name_bearer.years_past(self.text)}

    @Once
    def addressed(self) -> bool:
        """Whether a quotation in the text calls somebody teacher."""
        return name_bearer.addressed(self.text)

    def introduced(self, span: Span) -> bool:
        """Whether a child told of before is called this name."""
        return any(
            name_bearer.introduced(self.text, span, hit.end)
            for group in self._present(CHILD)
            for hit in self._window(group, self.reading.sentence_at(span[0]))
        )

    def called_something_else(self, span: Span) -> bool:
        """Whether the name is said to be a relation, an animal, or a grown-up at work ("Max is a Labrador")."""
        return any(
            name_bearer.called(self.text, span, hit.start)
            for group in ("kin", "adult", "home")
            for hit in self._near(group, span[1])
            if span[1] < hit.start <= span[1] + 24
        )

    def within(self, group: str, span: Span) -> bool:
        """Whether a longer term of the group holds these words."""
        return any(
            hit.start <= span[0] and span[1] <= hit.end and hit.end - hit.start > span[1] - span[0]
            for hit in self._near(group, span[0])
        )

    def overlaps(self, groups: tuple[str, ...], span: Span) -> bool:
        """Whether the words are themselves part of a term, as an NER takes "BANNER" or "nova" for a name."""
        return any(
            hit.start < span[1] and span[0] < hit.end
            for group in self._present(groups)
            for hit in self._near(group, span[0])
        )

    def held(self, groups: tuple[str, ...], span: Span) -> bool:
        """Whether one term of the groups holds all these words, and maybe more."""
        return any(
            hit.start <= span[0] and span[1] <= hit.end
            for group in self._present(groups)
            for hit in self._near(group, span[0])
        )

    def covered(self, groups: tuple[str, ...], span: Span) -> bool:
        """Whether a term of the groups is the whole of these words."""
        return any(
            hit.start == span[0] and span[1] <= hit.end
            for group in self._present(groups)
            for hit in self._near(group, span[0])
        )

    def beside_before(self, span: Span, group: str = "before") -> bool:
        """Whether a term of the group ends directly before the name ("my student Emma")."""
        return any(
            hit.end <= span[0] and _BESIDE.fullmatch(self.text[hit.end : span[0]]) for hit in self._near(group, span[0])
        )

    def beside_after(self, span: Span) -> bool:
        """Whether a pupil's act or thing follows directly ("Emma turned in", "Emma's mom called")."""
        gap = _AFTER.match(self.text, span[1])
        places = {span[1] + 1, gap.end() if gap else span[1]}
        return any(hit.start in places for hit in self._near("after", span[1]))

    def grade_after(self, span: Span) -> bool:
        """Whether a school year follows directly ("Emma (7th)")."""
        return bool(_GRADE_AFTER.match(self.text, span[1]))

    def pupil_after(self, span: Span) -> bool:
        """Whether the name is explained as a pupil's ("Wendy, one of my students", "Luz, minha aluna nova")."""
        found = (
            (group, self.text[span[1] : hit.start])
            for group in ("student_record.child_known", "student_record.child_one", "before")
            for hit in self._near(group, span[1])
            if hit.start >= span[1]
        )
        if any(
            _APPOSED.fullmatch(gap) and (group != "before" or gap.startswith(",") or _BE.search(gap))
            for group, gap in found
        ):
            return True
        return any(self.text[span[1] : hit.start] in _OF_MANY for hit in self._own_class if hit.start > span[1])

    def kin_before(self, span: Span) -> bool:
        """Whether a relation stands directly before the name ("my daughter Emma", "prima Valentina")."""
        return any(
            hit.end <= span[0] and _KIN_GAP.fullmatch(self.text[hit.end : span[0]])
            for hit in self._near("kin", span[0])
        )

    def kin_after(self, span: Span) -> bool:
        """Whether a relation of the writer's own follows ("Emma, my niece", "Emma is my cousin")."""
        hits = self._hits("student_record.own_family")
        low = bisect_left(hits, span[1], key=lambda hit: hit.start)
        return low < len(hits) and bool(_IS_MINE.fullmatch(self.text[span[1] : min(hits[low].start, span[1] + 12)]))

    def and_i(self, span: Span) -> bool:
        """Whether the writer joins in ("Emma and I")."""
        return any(hit.start == span[1] + 1 for hit in self._near("home_after", span[1]))

    def is_titled(self, span: Span) -> bool:
        """Whether an adult's title stands before the name."""
        before = self.text[max(0, span[0] - 40) : span[0]]
        if name_bearer.missed(before):
            return False
        if STAFF_TITLE.search(before) or _OTHER_TITLE.search(before):
            return True
        given = _NAME_WORDS.search(before)
        return (
            given is not None
            and all(is_first_name(word) for word in given[0].split())
            and bool(STAFF_TITLE.search(before[: given.start()]))
        )

    def is_place(self, span: Span) -> bool:
        """Whether the name is that of a building, street or town: "Kane Elementary", "rua Augusta"."""
        if self.text[span[1] : span[1] + 1] == " " and any(
            hit.start == span[1] + 1 for hit in self._near("place", span[1])
        ):
            return True
        return any(hit.end == span[0] - 1 for hit in self._near("place_before", span[0]))

    def is_school_name(self, span: Span) -> bool:
        """Whether the words belong to the name of a school named after a person."""
        return any(start <= span[0] and span[1] <= end for start, end in self._school_names)

    def is_quoted(self, span: Span) -> bool:
        """Whether the name stands in quotation marks, as titles of books and films do."""
        return any(end - start <= _TITLE_LENGTH for start, end in self._quoting(span))

    def in_speech(self, span: Span) -> bool:
        """Whether the name stands in a quotation too long for a title: somebody speaks."""
        return not self.is_quoted(span) and any(self._quoting(span))

    def _quoting(self, span: Span) -> Iterator[Span]:
        return (it for it in self._quotations if it[0] < span[0] and span[1] < it[1])

    def level(self, groups: tuple[str, ...], span: Span) -> str:
        """How near words of these groups stand, the name itself aside: "same" sentence, "near" (the next), "far", or ""."""
        here, nearest = self.reading.sentence_at(span[0]), FAR + 1
        for group in self._present(groups):
            young = _NOWHERE if group == "young" else self._young
            for hit in self._hits(group):
                away = abs(hit.sentence - here)
                if away < nearest and not _touch(hit, span) and (not young or hit[1:3] not in young):
                    nearest = away
        return _LEVELS[nearest]

    def families(self, all_of_them: Mapping[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
        """Those families of groups that the text has a word of at all, in their order; always asked with the same ones."""
        if self._spoken is None:
            self._spoken = [(family, here) for family, groups in all_of_them.items() if (here := self._present(groups))]
        return self._spoken

    def own_class_level(self, span: Span) -> str:
        """How near the writer's own class or pupils are named ("my advisory", "meus alunos"): as `level`."""
        here = self.reading.sentence_at(span[0])
        places = (abs(hit.sentence - here) for hit in self._own_class if not _touch(hit, span))
        return _LEVELS[min(FAR + 1, min(places, default=FAR + 1))]

    @Once
    def _own_class(self) -> list[TermHit]:
        return own_class(self.reading)

    @Once
    def _young(self) -> frozenset[Span]:
        """Words such as "my kids", by which teachers mean their classes: they weigh by themselves and in no other family."""
        return frozenset((hit.start, hit.end) for hit in self._hits("young"))

    def count_in_sentence(self, group: str, span: Span) -> int:
        """How many words of a group its sentence has, the name itself aside."""
        here = self.reading.sentence_at(span[0])
        return sum(hit.sentence == here and not _touch(hit, span) for hit in self._window(group, here))

    def school_year_level(self, span: Span) -> str:
        """How near a bare ordinal stands that schools write for a grade: as `level`."""
        here = self.reading.sentence_at(span[0])
        places = (abs(sentence - here) for sentence in self._school_years)
        return _LEVELS[min(FAR + 1, min(places, default=FAR + 1))]

    @Once
    def _school_years(self) -> list[int]:
        if not _DIGIT.search(self.text):
            return []
        found = (
            match
            for match in _SCHOOL_YEAR.finditer(self.text)
            if not _MONTH.search(self.text[max(0, match.start() - 11) : match.start()])
        )
        return [self.reading.sentence_at(match.start()) for match in found]

    @Once
    def _quotations(self) -> list[Span]:
        return [match.span() for match in _QUOTED.finditer(self.text)]

    @Once
    def _school_names(self) -> list[Span]:
        names = [(hit.start, hit.end) for hit in self._hits("school_name")]
        for name in self.reading.settings.school_names:
            words = fold(name).text
            if words:
                names += [match.span() for match in re.finditer(rf"\b{re.escape(words)}\b", self.text)]
        return names

    def _present(self, groups: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the groups that the text has a word of at all."""
        if groups not in self._found:
            hits = self.reading.hits
            self._found[groups] = tuple([group for group in groups if whole_group(group) in hits])
        return self._found[groups]

    def _hits(self, group: str) -> list[TermHit]:
        """Hits of a group; one without a file is of `school_context`."""
        return self.reading.terms(whole_group(group))

    def _window(self, group: str, sentence: int) -> Iterator[TermHit]:
        hits = self._hits(group)
        for place in range(bisect_left(hits, sentence - FAR, key=lambda hit: hit.sentence), len(hits)):
            if hits[place].sentence > sentence + FAR:
                return
            yield hits[place]

    def _near(self, group: str, offset: int) -> list[TermHit]:
        """Hits of a group that begin within reach of an offset."""
        hits = self._hits(group)
        if len(hits) < FEW:
            return [hit for hit in hits if offset - 40 <= hit.start < offset + 40]
        low = bisect_left(hits, offset - 40, key=lambda hit: hit.start)
        high = bisect_left(hits, offset + 40, key=lambda hit: hit.start)
        return hits[low:high]


def own_class(reading: Reading) -> list[TermHit]:
    """The words of school that the writer calls his or her own."""
    text = reading.folded.text
    return [hit for hit in reading.terms("school_context.strong") if _OWN.match(text, hit.start)]


def _touch(hit: TermHit, span: Span) -> bool:
    return hit.start < span[1] and span[0] < hit.end
