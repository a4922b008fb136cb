"""The shape of a policy folder: a rule, its examples, a clause, a decision vector, and the facts a rule may ask about.

Data only, no evaluation (that is `decide.py`) and no files (that is `load.py`). `make gen` writes
`shared_rules/schema` from it. No regular expressions: patterns belong to recognizers, rules speak of kinds and facts.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import Field, StringConstraints

from secondlook.contract import AccountKind, Action, Attempt, Finding, Kind, Scope, Verdict, Wire

FactName = Literal[
    "target_is_student",
    "target_shares_name",
    "target_is_employee",
    "recipient_is_student",
    "recipients_unknown",
    "adults_only",
    "own_child",
    "consented",
    "consented_elsewhere",
    "copied",
    "coach",
    "medical_or_academic",
    "protected_topic",
    "work_hours",
    "work_edge",
    "said_for_school",
    "inappropriate_site",
    "student_in_file_name",
    "opens_profile",
    "mixed_account",
]
"""What the agent may know beyond the text. `docs/rules.md` says in one sentence what each means and who supplies it."""

FACTS: tuple[str, ...] = get_args(FactName)

Facts = dict[FactName, Annotated[float, Field(ge=0, le=1)]]
"""A fact that holds, with how sure we are (1.0 = known). A fact that is absent does not hold."""

TONE: frozenset[Kind] = frozenset({"UNPROFESSIONAL", "FALSE_INFO", "LOGO_NEGATIVE", "BULLYING"})
"""Kinds that are about tone, opinion and falsity: no policy may speak of them where the text is protected speech (IHB
E-protected-speech; the product promises it of every policy)."""

RuleId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]{2,60}$")]
ClauseKey = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9]+([.-][A-Za-z0-9]+){1,6}$")]
"""How a policy numbers its clauses is its own affair: `D-coach`, `4.2-photos`."""
PlatformName = Annotated[str, StringConstraints(pattern=r"^[^{}\s][^{}\n]{0,39}$")]


class Wording(Wire):
    """One sentence or two in each language. `{sureness}` = is / looks like / could be.

    `{words}` = the person's own words; for an act on somebody, the name as the page shows it. `{platforms}` = where the
    district has its staff write to students.
    """

    en: Annotated[str, Field(min_length=1, max_length=300)]
    es: Annotated[str, Field(min_length=1, max_length=300)]
    pt: Annotated[str, Field(min_length=1, max_length=300)]


class Count(Wire):
    """A comparison on the number of recipients. An unknown number never matches: ask for `recipients_unknown`."""

    at_least: Annotated[int, Field(ge=0)] | None = None
    at_most: Annotated[int, Field(ge=0)] | None = None


class Condition(Wire):
    """Lists are any-of, but for `every_fact`; an empty list asks nothing.

    `score_at_least` and `score_below` bound the sureness of the findings and facts this condition sees: one outside the
    bounds is not seen by it at all.
    """

    action: list[Action] = []
    site: list[str] = []
    account: list[AccountKind] = []
    audience: list[Scope] = []
    found: list[Kind] = []
    fact: list[FactName] = []
    every_fact: list[FactName] = []
    recipients: Count | None = None
    score_at_least: Annotated[float, Field(ge=0, le=1)] = 0.0
    score_below: Annotated[float, Field(gt=0, le=1)] | None = None


class Example(Wire):
    """A case a rule brings with itself. `expect` is the verdict of the whole policy on it."""

    name: Annotated[str, Field(min_length=3)]
    attempt: Attempt
    findings: list[Finding] = []
    facts: Facts = {}
    expect: Verdict


class Rule(Wire):
    """One rule, one file named for its id.

    `when` holds if all of its lines hold; `unless` stops the rule if any of its lines holds. A matching rule drops the
    rules named in `replaces`, also when it is itself dropped. `when_agent_away` is what the extension does about the
    bare action when nobody can check, and `away` what it says then, after "Second Look isn't checking right now."
    `suggest` stands in for the words of a finding; for a rule about an act it is a message to copy. A rule about words that
    has none may say in `no_suggestion` why nothing would stand in for them.
    """

    id: RuleId
    clauses: Annotated[list[ClauseKey], Field(min_length=1)]
    when: Condition
    unless: Condition = Condition()
    then: Verdict
    replaces: list[RuleId] = []
    when_agent_away: Literal["allow", "inform", "warn"] = "allow"
    title: Wording
    why: Wording
    suggest: Wording | None = None
    no_suggestion: Annotated[str, Field(min_length=10, max_length=300)] | None = None
    away: Wording | None = None
    examples: Annotated[list[Example], Field(min_length=2)]


class Clause(Wire):
    """A clause of the policy as staff see it: `text` in the policy's own words, `plain` in ours."""

    key: ClauseKey
    heading: Wording
    text: Annotated[str, Field(min_length=10)]
    plain: Wording
    rules_expected: bool = True


class ClauseFile(Wire):
    """`clauses.json`: the policy's name and every clause of it, in the policy's order.

    Attributes:
        platforms: where staff may write to students, as the policy names them; a district's settings may name others.

    """

    policy: Annotated[str, Field(min_length=3)]
    platforms: list[PlatformName] = []
    clauses: Annotated[list[Clause], Field(min_length=1)]


class Levels(Wire):
    """`levels.json`, the mark of an overlay: rule -> the verdict it gets here in place of the one it shipped with.

    `allow` switches a rule off, `block` holds until the words are changed.
    """

    about: str = ""
    rules: dict[RuleId, Verdict]


class Vector(Wire):
    """A whole-decision case.

    Attributes:
        expect: the verdict.
        rules: the rules that must be seen, each once, in the order of the warnings.
        words: what each warning with a span points at, in order; left out where spans are not the point.
        rewritten: the text once every suggestion is taken, in English; left out where suggestions are not the point.

    """

    name: Annotated[str, Field(min_length=3)]
    attempt: Attempt
    findings: list[Finding] = []
    facts: Facts = {}
    expect: Verdict
    rules: list[RuleId]
    words: list[str] | None = None
    rewritten: str | None = None


class VectorFile(Wire):
    """`vectors/<topic>.json`."""

    about: Annotated[str, Field(min_length=10)]
    vectors: Annotated[list[Vector], Field(min_length=1)]
