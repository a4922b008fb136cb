"""What stands directly beside a name: a pupil's role, act or school year, a relation, a title, a place, what the name is said to be.

Pure; it weighs nothing. Spans are of the folded text. Called by `name_beside.py`, `name_candidates.py` and `name_cues.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from secondlook.detection import name_bearer
from secondlook.detection.anchors import STAFF_TITLE
from secondlook.detection.cue_families import CHILD
from secondlook.detection.first_names import is_first_name
from secondlook.detection.late_pattern import late
from secondlook.detection.name_context import NameContext, Span

_BESIDE = late(r"[\s,:\"'“‘(*_-]{0,4}(?:(?:named|called|is|was|llamad[oa]|chamad[oa]|a|o|la|el),? )?[\"'“‘(*_]?")
_AFTER = late(
    r"(?:['’]s?|s['’])?[\s,\"'”’)*_-]{0,4}(?:(?:is|was|from|has|just|also|really|who|already|finally|still|actually|even|"
    r"totally|literally|ya|hoy|tambien|siempre|que|hj|hoje|ja|tambem|sempre|today|again|once) ){0,2}"
)
_ORDINAL = (
    r"(?:(?:[1-9]|1[0-2])(?:st|nd|rd|th|mo|to|ro|vo|no|do|er|o|a)|septimo|setimo|octavo|oitavo|sexto|quinto|noveno|nono"
    r"|(?:prim|terc)er[oa]? (?:ano|grado)|(?:segund|quart|cuart)[oa] (?:ano|grado|serie)|(?:prim|terc)eir[oa] (?:ano|serie)"
    r"|decimo|undecimo|duodecimo|onceavo)"
)
_GRADE_AFTER = late(
    r"(?:'s)?(?: [a-z]\.?(?![a-z]))?,? ?[(-]?(?:(?:is|va|esta|ta|cursa|vai)(?: (?:only|just|apenas|so|solo|ya|ja))? )?(?:(?:in|en|from|of|de|do|da|d|del|no|na|n|,|my|el|la|o|a|our|the) ){0,2}"
    r"(?:gr(?:ade)?\.? ?(?:[1-9]|1[0-2])\b|(?:meu |minha |mi )?"
    + _ORDINAL
    + r"\b(?! (?:of|place|lugar|birthday|floor|andar|piso|street|anivers|cumple)))"
)
"""A school year straight after a name: "donald 10th", "Emma (7th)", "Bryan G (7th)", "Isaac de 6to", "Nicolas do meu sétimo ano"."""
_KIN_GAP = late(r"[\s,:\"'“(]{1,3}(?:(?:named|called|is called|se llama|se chama|llamad[oa]|chamad[oa]) )?")
_APPOSED = late(r",? \(?(?:is |es |e |was |el |la |o |a )?|[\"”)]?, (?:is |es |e )?")
_OF_MANY = frozenset({", ", ", both ", ", all ", ", two of ", ", one of ", ", dois dos ", ", uma das ", ", um dos "})
"""Between a name and the pupils it is told to be one of."""
_BE = late(r"\b(?:is|es|e|was)\b")
_IS_MINE = late(r"['’]?s?,? (?:is |es |e |was |era )?$")
_OTHER_TITLE = late(
    r"\b(?:dom|king|queen|prince|princess|pope|padre|papa|rei|rey|rainha|reina|pastor|pastora|rev|reverend|father|frei|fray|sor"
    r"|fr|msgr|monsignor|deacon|bishop|cardinal|rabbi|imam|cantor|obispo|bispo|diacono|capt|sgt|lt|cpl|trooper|detective|sheriff|(?<!class )officer"
    r"|councilor|councillor|selectman|selectwoman|concejal|vereadora?|prefeit[oa]|alcalde(?:sa)?|diputad[oa]|deputad[oa]|sargento|capitan|capitao|delegad[oa]|judge|sen|gov|rep|mayor|chef|lady|lord|sir|madame|uncle|aunt|auntie|san|sao|santo|santa|saint|st)\.? $"
)
"""Titles of history, church and family, on top of those of school."""
_RULER = late(
    r" (?:I(?=[.,;:!?)]|$| (?:of|de|da|do|y|e|and)\b)|II{1,2}|IV|VI{0,3}|IX|XI{0,3}|XIV|XVI?)\b"
    r"(?! (?:am|was|have|had|will|think|love|can|do|did|just)\b|')"
)
_AMPERSAND_I = late(r" & i(?!\w)")
"""What kings and popes have behind their names: "Henry VIII"."""
_PUPILS_OFFICE = late(
    r"\b(?:student (?:council|body|government|union)|class|club|society|nhs|gremio|consejo estudiantil|conselho estudantil)"
    r"(?:'s)?(?: vice)? (?:president|presidenta|presidente)[\s,]+$"
)
"""A president who is a pupil."""
_YEAR_REACH = 6
"""Letters between a pupil and the year: " de 2006"."""
_NAME_WORDS = late(r"(?:(?<!\w)\w+ ){1,2}$")


def beside_before(around: NameContext, span: Span, group: str = "before") -> bool:
    """Whether a term of the group ends directly before the name ("my student Emma"), and not as part of "my former student"."""
    return any(
        hit.end <= span[0]
        and _BESIDE.fullmatch(around.text[hit.end : span[0]])
        and not (group == "before" and _has_left(around, (hit.start, hit.end)))
        for hit in around.terms.near(group, span[0])
    )


def beside_after(around: NameContext, span: Span) -> bool:
    """Whether a pupil's act or thing follows directly ("Emma turned in", "Emma's mom called")."""
    gap = _AFTER.match(around.text, span[1])
    places = {span[1] + 1, gap.end() if gap else span[1]}
    return any(hit.start in places for hit in around.terms.near("after", span[1]))


def grade_after(around: NameContext, span: Span) -> bool:
    """Whether a school year follows directly ("Emma (7th)")."""
    return bool(_GRADE_AFTER.match(around.text, span[1]))


def pupil_after(around: NameContext, span: Span) -> bool:
    """Whether the name is explained as a pupil's ("Wendy, one of my students", "Luz, minha aluna nova")."""
    if any(not _has_left(around, child) for child in _explaining(around, span)):
        return True
    own = (hit for hit in around.nearness.own_class if hit.start > span[1])
    return any(
        around.text[span[1] : hit.start] in _OF_MANY and not _has_left(around, (hit.start, hit.end)) for hit in own
    )


def has_left(around: NameContext, span: Span) -> bool:
    """Whether the name is explained as that of a pupil who is none any more ("a former student, Ana", "Luz, meu aluno de 2006")."""
    return beside_before(around, span, "alumni") or any(_has_left(around, child) for child in _explaining(around, span))


def _explaining(around: NameContext, span: Span) -> Iterator[Span]:
    """The children told of right after a name that it is said to be."""
    for group in (*CHILD, "before", "alumni"):
        for hit in around.terms.near(group, span[1]):
            gap = around.text[span[1] : hit.start]
            if (
                hit.start >= span[1]
                and _APPOSED.fullmatch(gap)
                and (group != "before" or gap.startswith(",") or _BE.search(gap))
            ):
                yield hit.start, hit.end


def _has_left(around: NameContext, child: Span) -> bool:
    """Whether a pupil told of is one no more ("my former student", "meu aluno de 2006")."""
    year = any(child[1] <= start <= child[1] + _YEAR_REACH for start in around.nearness.years_past)
    return year or around.terms.held(("alumni",), child)


def kin_before(around: NameContext, span: Span) -> bool:
    """Whether a relation stands directly before the name ("my daughter Emma", "prima Valentina")."""
    return any(
        hit.end <= span[0] and _KIN_GAP.fullmatch(around.text[hit.end : span[0]])
        for hit in around.terms.near("kin", span[0])
    )


def kin_after(around: NameContext, span: Span) -> bool:
    """Whether a relation of the writer's own follows ("Emma, my niece", "Emma is my cousin")."""
    hits = around.terms.hits("student_record.own_family")
    low = bisect_left(hits, span[1], key=lambda hit: hit.start)
    return low < len(hits) and bool(_IS_MINE.fullmatch(around.text[span[1] : min(hits[low].start, span[1] + 12)]))


def and_i(around: NameContext, span: Span) -> bool:
    """Whether the writer joins in ("Emma and I", "Emma & I"; a term of the lists is of words alone)."""
    if around.text[span[1] : span[1] + 2] == " &" and _AMPERSAND_I.match(around.text, span[1]):
        return True
    return any(hit.start == span[1] + 1 for hit in around.terms.near("home_after", span[1]))


def is_titled(around: NameContext, span: Span) -> bool:
    """Whether an adult's title stands before the name."""
    before = around.text[max(0, span[0] - 40) : span[0]]
    if name_bearer.missed(before) or _PUPILS_OFFICE.search(before):
        return False
    if around.text[span[1] : span[1] + 2] in (" i", " v", " x") and _RULER.match(
        around.reading.text, around.reading.original_span(*span)[1]
    ):
        return True
    if STAFF_TITLE.search(before) or _OTHER_TITLE.search(before):
        return True
    given = _NAME_WORDS.search(before)
    return (
        given is not None
        and all(is_first_name(word) for word in given[0].split())
        and bool(STAFF_TITLE.search(before[: given.start()]))
    )


def is_place(around: NameContext, span: Span) -> bool:
    """Whether the name is that of a building, street or town: "Kane Elementary", "rua Augusta", "corner of Lincoln and Jordan"."""
    if name_bearer.at_a_corner(around.text, span):
        return True
    if around.text[span[1] : span[1] + 1] == " " and any(
        hit.start == span[1] + 1 for hit in around.terms.near("place", span[1])
    ):
        return True
    return any(hit.end == span[0] - 1 for hit in around.terms.near("place_before", span[0]))


def introduced(around: NameContext, span: Span) -> bool:
    """Whether a child told of before is called this name."""
    return any(
        name_bearer.introduced(around.text, span, hit.end)
        for group in around.terms.present(CHILD)
        for hit in around.terms.window(group, around.reading.sentence_at(span[0]))
    )


def called_something_else(around: NameContext, span: Span) -> bool:
    """Whether the name is said to be a relation, an animal, or a grown-up at work ("Max is a Labrador")."""
    return any(
        name_bearer.called(around.text, span, hit.start)
        for group in ("kin", "adult", "home")
        for hit in around.terms.near(group, span[1])
        if hit.start > span[1]
    )
