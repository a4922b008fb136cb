"""Who is named in a text, pupil or not: rosters, the NER's persons, titles with a name, handles, a first name with a surname.

Pure. Says where names stand, not whose they are; the NER reads only sentences that may concern a pupil, so the shape of
a name and the public lists of first names do the rest. Called by recognizers of what is said about a named person.
"""

from __future__ import annotations

import re
from itertools import pairwise

from secondlook.detection.first_names import is_everyday, is_first_name, is_surname
from secondlook.detection.reading import Reading
from secondlook.detection.terms import Word

Span = tuple[int, int]

TITLED = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Prof|Coach|Principal|Vice Principal|Superintendent|Councilor|Officer|Nurse|Sr|Sra|Srta"
    r"|[Pp]rofe|[Pp]rofesora?|[Mm]aestr[oa]|[Ss]eñora?|[Dd]irectora?|[Dd]on|[Dd]oña|[Dd]ona|[Ss]eu|[Pp]rofessora?"
    r"|[Dd]iretora?|[Tt]i[ao]|[Tt]reinador|[Ee]ntrenador|[Ll]icenciad[oa]|[Vv]ereadora?)"
    r"\.? (?:[A-Z]\.? )?(?:(?:de|da|do|dos|del) )?[A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][\w'’-]+(?: [A-ZÁÉÍÓÚÂÊÔÃÕÇÑ][\w'’-]+)?"
)
"""A title with a name; case counts, so "coach stole" is nobody."""
_ARTICLES = frozenset(
    {"the", "a", "an", "el", "la", "los", "las", "o", "os", "as", "um", "uma", "un", "una", "my", "our"}
)
_CAMEL = re.compile(r"(?:Mc|Mac|De|O['’]|D['’])[A-Z]")
HANDLE = re.compile(r"(?<![\w.])@[\w.]{3,30}")


def named(reading: Reading) -> list[Span]:
    """Everybody named in the text, as folded spans in order; spans may overlap."""
    spans = [(hit.start, hit.end) for hit in reading.names if hit.form != "first" or reading.text[hit.start].isupper()]
    spans += reading.persons
    spans += [match.span() for pattern in (TITLED, HANDLE) for match in pattern.finditer(reading.text)]
    found = [(reading.folded_offset(start), reading.folded_offset(end)) for start, end in spans]
    return sorted({*found, *_pairs(reading), *_first_names(reading)})


def _first_names(reading: Reading) -> list[Span]:
    """Capitalised first names that are no everyday words."""
    starts = reading.folded.starts
    return [
        (word.start, word.end)
        for word in reading.words
        if reading.text[starts[word.start]].isupper() and is_first_name(word.text) and len(word.text) > 2
    ]


def _pairs(reading: Reading) -> list[Span]:
    """Two words side by side that look like a first name and a surname."""
    places = {hit.start for hit in reading.terms("defamatory.place")}
    text = reading.folded.text
    return [
        (first.start, last.end)
        for first, last in pairwise(reading.words)
        if text[first.end : last.start] == " "
        and not {first.start, last.start} & places
        and _is_pair(reading, first, last)
    ]


def _written(reading: Reading, word: Word) -> str:
    start, end = reading.original_span(word.start, word.end)
    return reading.text[start:end]


def _is_pair(reading: Reading, first: Word, last: Word) -> bool:
    """Capitals on both words, or a well-known first name before a word that is none of every day."""
    if len(last.text) < 3:
        return False
    capitals = [_written(reading, word).istitle() or _CAMEL.match(_written(reading, word)) for word in (first, last)]
    if all(capitals):
        opens = first.start == reading.sentences[first.sentence][0]
        if is_everyday(first.text):
            return not opens and first.text not in _ARTICLES and not is_everyday(last.text)
        return len(first.text) > 2
    return (
        not any(capitals)
        and not is_everyday(last.text)
        and (is_first_name(first.text) or is_surname(first.text))
        and len(last.text) > 3
    )
