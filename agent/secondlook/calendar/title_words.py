"""The words that tell what a calendar entry's title says: the shipped ones in three languages, and those a district adds.

Data and its shape, no reading of titles (that is `titles.py`). The shipped words are `titles.json`; a district's are
`calendar_titles` in its settings. Called by `titles.py` and `settings/files.py`.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints

from secondlook.contract import Wire

SHIPPED = Path(__file__).with_name("titles.json")
TitleWord = Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=80, pattern=r"\w")]
"""One or more whole words. One without a letter or figure would stand in every title, and is refused."""
Words = Annotated[list[TitleWord], Field(max_length=100)]


class TitleWords(Wire):
    """Words by what they say, in any language; case, accents and an English plural do not matter.

    Attributes:
        school, staff_day, delayed, half_day, snow_day, off: the day is such a one.
        first_day, last_day: of school.
        staff_first_day: the first day on which staff work.
        something_else: the title speaks of a concert or a game, unless a word of `announces` stands in it, too.
        announces: says so plainly, whatever else the title names: "No School - Committee Day".
        never: the title says nothing about the day, whatever else stands in it: "No School Committee meeting".

    """

    school: Words = []
    staff_day: Words = []
    delayed: Words = []
    half_day: Words = []
    snow_day: Words = []
    off: Words = []
    first_day: Words = []
    last_day: Words = []
    staff_first_day: Words = []
    something_else: Words = []
    announces: Words = []
    never: Words = []


NO_WORDS = TitleWords()


@cache
def shipped_words() -> TitleWords:
    """What ships, the three languages together: feeds here mix them."""
    held = json.loads(SHIPPED.read_text(encoding="utf-8"))
    return TitleWords.model_validate(
        {name: [word for words in languages.values() for word in words] for name, languages in held.items()}
    )
