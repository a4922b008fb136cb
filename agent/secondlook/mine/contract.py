"""The wire between the home page and the agent: JSON shapes, strict as those of `contract.py`, of no use to the extension.

Data only. `docs/openapi.json` is generated from these models and the other ones.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from secondlook.calendar.day import DayKind
from secondlook.calendar.day_plan import Because
from secondlook.contract import Action, Day, Verdict, Wire
from secondlook.settings.files import GroupName, WorkWeek
from secondlook.settings.profile import ProfessionalAccount

Span = Annotated[str, Field(pattern=r"^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$")]
"""From and to in wall time, such as "07:30-14:30"."""


def _is_yes(word: bool) -> bool:
    if not word:
        raise ValueError("only a yes is taken")
    return word


Yes = Annotated[bool, AfterValidator(_is_yes), Field(json_schema_extra={"const": True})]
"""True alone; `Literal[True]` would let a 1 through."""


class SignInCode(Wire):
    """A code that opens the home page once, within so many seconds."""

    code: str = Field(repr=False)
    seconds: int


class SignIn(Wire):
    """The code from the address's fragment."""

    code: Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{20,100}$")] = Field(repr=False)


class HomeToken(Wire):
    """What the page sends as a header from now on; it lies in the tab's sessionStorage alone."""

    token: str = Field(repr=False)


class Accounts(Wire):
    """The accounts that are work: the person's own list and the district's, and whether the person coaches a team."""

    own: list[ProfessionalAccount]
    district: list[ProfessionalAccount]
    coach: bool


class Coach(Wire):
    """Whether the person coaches a team (clause D-coach)."""

    coach: bool


class ExemptToday(Wire):
    """A window of today that does not count; `note`: a note at most."""

    time: Span
    note: bool


class HoursToday(Wire):
    """Today as the checks see it, and whose word that rests on. `in_doubt`: the clock is not the school's, so silence."""

    date: Day
    kind: DayKind
    because: Because
    spans: list[Span]
    exempt: list[ExemptToday]
    said: Literal["snow_day", "half_day"] | None
    in_doubt: bool


class Hours(Wire):
    """Whose hours hold (`own`, a staff `group`, or the `default`), the groups there are, the week, and today."""

    rests_on: Literal["own", "group", "default"]
    group: str | None
    groups: list[str]
    week: list[list[Span]]
    today: HoursToday


class ChooseHours(Wire):
    """The person's staff group, or a week of their own; neither goes back to the district's default."""

    staff_group: GroupName | None = None
    own_week: WorkWeek | None = None


ThingName = Literal[
    "exceptions", "consents", "today", "pause", "orientation", "settings", "damaged", "log", "students", "staff", "overlay", "district",
    "key", "link", "other",
]  # fmt: skip


class KeptThing(Wire):
    """One kind of thing that is kept: how many of it, and where it lies. `yours`: the delete button takes it."""

    name: ThingName
    count: int
    place: str
    yours: bool


class Kept(Wire):
    """Everything that lies in the home, in one list."""

    home: str
    things: list[KeptThing]


class DeleteEverything(Wire):
    """The person's word that they mean it."""

    everything: Yes


class Deleted(Wire):
    """What is gone, and what is left."""

    gone: list[ThingName]
    left: list[KeptThing]


class PlainClause(Wire):
    """One clause: in plain words in the reader's language, and in the policy's own words."""

    key: str
    heading: str
    plain: str
    text: str


class PolicyInWords(Wire):
    """The whole policy."""

    title: str
    clauses: list[PlainClause]


class PracticePost(Wire):
    """A post to try in the orientation; its names are invented. `expect` is what the engine says of it, for the test."""

    id: str
    action: Action
    text: str
    expect: Verdict


class Orientation(Wire):
    """Clause C-reminder: whether this school year's reading is due, and when the last one was."""

    due: bool
    done: Day | None
    school_year: str
    posts: list[PracticePost]


class FinishOrientation(Wire):
    """The person has read it. Only the date is kept, on this laptop."""

    read: Yes
