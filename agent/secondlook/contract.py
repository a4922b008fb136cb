"""The wire: what an Attempt, a Finding, a Warning and a Decision look like in JSON.

Nothing here decides, detects or does I/O. The JSON Schemas in `shared_rules/schema`, the extension's `contract.gen.ts`
and `docs/openapi.json` are generated from these models (`make gen`), so this page is the one place to change the wire.
Offsets are UTF-16 code units, end exclusive, as in the Language Server Protocol. What a person typed never shows in a repr.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

MAX_TEXT = 20_000
"""The longest text checked, in UTF-16 code units; a Facebook post ends at 63,206, but nobody proof-reads that."""

Action = Literal[
    "post", "comment", "message", "story", "bio", "friend_request", "accept_request", "follow", "tag", "visit"
]
AccountKind = Literal["personal", "professional", "unknown"]
Scope = Literal["public", "friends", "group", "people", "unknown"]
Verdict = Literal["allow", "inform", "warn", "block"]
Kind = Literal[
    "STUDENT_NAME", "STUDENT_RECORD", "STUDENT_ANECDOTE", "STUDENT_ID", "STAFF_CONFIDENTIAL", "SEXUAL", "SUBSTANCE",
    "BULLYING", "OBSCENE", "DEFAMATORY", "PRIVATE_PHONE", "PERSONAL_EMAIL", "LOGO_NEGATIVE", "COPYRIGHT",
    "UNPROFESSIONAL", "FALSE_INFO", "VIOLENT_LINK",
]  # fmt: skip
Language = Literal["en", "es", "pt"]
Protection = Literal["protected", "starting", "limited", "paused", "not_protecting"]
Level = Literal["ok", "warning", "broken"]
LinkName = Literal[
    "agent", "browser", "hosts", "roster", "names", "rules", "district", "calendar", "clock", "settings", "key", "kept",
    "home", "practice",
]  # fmt: skip
"""Each link of the chain, in the order in which it is told."""
SaidToday = Literal["snow_day", "half_day", "normal"]
PauseLength = Literal["15_minutes", "until_tomorrow"]

VERDICTS: tuple[Verdict, ...] = ("allow", "inform", "warn", "block")
"""From silent to severe; the place in this tuple is the order."""


class Wire(BaseModel):
    """Strict base of all that crosses the wire: unknown fields and loose types are refused, values are frozen."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


Name = Annotated[str, Field(max_length=300)]
Day = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")]
"""A date in ISO form."""


class Person(Wire):
    """Somebody acted on or written to, as the page shows them. Without name and handle: whoever else the page leaves out."""

    name: Name | None = Field(default=None, repr=False)
    handle: Name | None = Field(default=None, repr=False)

    @property
    def is_named(self) -> bool:
        """Whether the page shows who it is."""
        return bool(self.name or self.handle)


class Account(Wire):
    """The account that acts. An absent or unknown kind is treated as personal."""

    kind: AccountKind = "unknown"
    name: Name | None = Field(default=None, repr=False)


class Audience(Wire):
    """Who will see it. `count` is the number of recipients, or null when the page does not show it."""

    scope: Scope = "unknown"
    count: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    people: list[Person] = Field(default=[], max_length=500)


class Attachments(Wire):
    """What hangs on the post; file names as the browser gives them, never the files."""

    photos: Annotated[int, Field(ge=0, le=1_000)] = 0
    names: list[Name] = Field(default=[], max_length=1_000, repr=False)
    located: bool = False


class Attempt(Wire):
    """What a person is about to do. Only `action` and `site` are required."""

    action: Action
    site: Annotated[str, Field(pattern=r"^[a-z0-9_+.-]{1,40}$")]
    text: str = Field(default="", repr=False)
    account: Account = Account()
    audience: Audience = Audience()
    target: Person | None = None
    attachments: Attachments = Attachments()


class Finding(Wire):
    """Something recognised in `Attempt.text`: `text[start:end]` in UTF-16 code units, and how sure we are (0 to 1)."""

    kind: Kind
    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]
    score: Annotated[float, Field(ge=0, le=1)]


class Warning(Wire):
    """One reason why the person is asked to look again. No offsets where it is about the action, not about words."""

    rule: str
    clauses: list[str]
    verdict: Verdict
    kind: Kind | None = None
    start: int | None = None
    end: int | None = None
    title: str
    why: str = Field(repr=False)
    suggestion: str | None = Field(default=None, repr=False)


class Checked(Wire):
    """What the check could rely on, so that a missing part is never taken for a clean text."""

    roster: Literal["fresh", "stale", "missing", "invented"]
    names: Literal["ready", "loading", "missing"]
    calendar: Literal["ready", "missing", "doubtful"]
    rules: str


class Decision(Wire):
    """The answer to one Attempt."""

    id: str
    verdict: Verdict
    findings: list[Finding]
    warnings: list[Warning]
    checked: Checked


class ProofRequest(Wire):
    """A fresh nonce (32 hex digits or more) from the extension, sent before any text or token."""

    nonce: Annotated[str, Field(pattern=r"^[0-9a-f]{32,128}$")]


class Proof(Wire):
    """HMAC-SHA256, in hex, of `nonce|port|version|started` under the token that native messaging delivered."""

    port: int
    version: str
    started: str
    mac: str


class Health(Wire):
    """All that an unpaired caller learns."""

    ok: bool


class Status(Wire):
    """What the extension learns of the agent with each look; `StatusReport` says it in full."""

    ok: bool
    version: str
    protection: Protection
    checked: Checked


class LinkReport(Wire):
    """One link of the chain: how it stands, in one sentence, and the exact next step ("" when none is needed).

    `detail` is for whoever mends it: file, place and reason, in English. Never a name, never a text.
    """

    name: LinkName
    level: Level
    title: str
    says: str
    next: str = ""
    detail: str = ""


class StatusReport(Wire):
    """The state of everything, for tray, home page and doctor alike. Counts of people, never a name.

    `paused_until` is local time in ISO form; `pauses` are the lengths that IT allows.
    """

    protection: Protection
    says: str
    version: str
    paused_until: str | None = None
    pauses: list[PauseLength] = []
    today: SaidToday
    links: list[LinkReport]


class Pause(Wire):
    """The person pauses the checks for a while, or (`over`) goes on at once."""

    length: Literal["15_minutes", "until_tomorrow", "over"]


class NotAStudent(Wire):
    """The person says that a name is not a current student's. Kept as a keyed hash, listed by kind and date."""

    name: Name = Field(repr=False)
    kind: Literal["not_student", "own_child", "alumni"] = "not_student"


class ForSchool(Wire):
    """The person says "this is for school": no work-hours remark for the site until the spell ends. Kept in memory alone."""

    site: Annotated[str, Field(pattern=r"^[a-z0-9_+.-]{1,40}$")]


class KeptException(Wire):
    """One exception as the person sees it: kind and dates, and an id to remove it by. The name cannot be told."""

    id: str
    kind: Literal["not_student", "own_child", "alumni"]
    added: Day
    expires: Day


class KeptExceptions(Wire):
    """Every exception that is kept, oldest first."""

    exceptions: list[KeptException]


class RemoveException(Wire):
    """Which exception to forget: by the id of the list, or by typing the name again. Exactly one of the two."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{1,32}$")] | None = None
    name: Name | None = Field(default=None, repr=False)


class Consent(Wire):
    """A colleague has agreed to be tagged. Without `until` it holds to the end of the school year."""

    name: Annotated[str, Field(min_length=1, max_length=300)] = Field(repr=False)
    handle: Name | None = Field(default=None, repr=False)
    what: Literal["event", "album", "standing"] = "standing"
    label: Annotated[str, Field(max_length=120)] = Field(default="", repr=False)
    how: Literal["said", "written"] = "said"
    until: Day | None = None


class KeptConsent(Consent):
    """One consent of the ledger, with the id to withdraw it by."""

    id: str
    added: Day
    until: Day


class KeptConsents(Wire):
    """The consent ledger, oldest first."""

    consents: list[KeptConsent]


class WithdrawConsent(Wire):
    """Which consent has been withdrawn, by the id of the list."""

    id: Annotated[str, Field(pattern=r"^[0-9a-f]{1,32}$")]


class Today(Wire):
    """What the person says of today: school is shut, it is a half day, or (`normal`) what they said before is taken back."""

    day: SaidToday


class Removed(Wire):
    """Whether there was something to remove."""

    removed: bool


class Problem(Wire):
    """An RFC 9457 problem. Never carries what was typed."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    field: str | None = None
