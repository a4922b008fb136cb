"""The evaluator, on policies small enough to see through."""

from __future__ import annotations

import pytest

from policy.cases import attempt, finding, policy, rule, seen_rules
from secondlook.policy.decide import decide
from secondlook.policy.rule import Condition

HOLDS, FAILS = True, False
OPERATORS = {
    "action": ({"action": ["post", "story"]}, {"action": "post"}, {"action": "comment"}),
    "site": ({"site": ["instagram"]}, {"site": "instagram"}, {"site": "facebook"}),
    "account": (
        {"account": ["professional"]},
        {"account": {"kind": "professional"}},
        {"account": {"kind": "personal"}},
    ),
    "audience": ({"audience": ["public"]}, {"audience": {"scope": "public"}}, {"audience": {"scope": "friends"}}),
    "found": ({"found": ["STUDENT_NAME"]}, {"findings": [finding()]}, {"findings": [finding("SEXUAL")]}),
    "fact": ({"fact": ["coach", "copied"]}, {"facts": {"copied": 0.5}}, {"facts": {"consented": 1.0}}),
    "every_fact": (
        {"every_fact": ["coach", "copied"]},
        {"facts": {"coach": 1.0, "copied": 0.5}},
        {"facts": {"coach": 1.0}},
    ),
    "recipients": ({"recipients": {"at_most": 2}}, {"audience": {"count": 2}}, {"audience": {"count": 3}}),
    "score_at_least": (
        {"found": ["STUDENT_NAME"], "score_at_least": 0.6},
        {"findings": [finding(score=0.6)]},
        {"findings": [finding(score=0.59)]},
    ),
    "score_below": (
        {"found": ["STUDENT_NAME"], "score_below": 0.6},
        {"findings": [finding(score=0.59)]},
        {"findings": [finding(score=0.6)]},
    ),
}
"""Operator -> a condition that uses it, a case in which it holds, a case in which it does not."""


def outcome_of(rules, case):
    fields = {"action": "post", **case}
    findings, facts = fields.pop("findings", []), fields.pop("facts", {})
    return decide(attempt(fields.pop("action"), text="abcd", **fields), findings, facts, policy(*rules))


def test_every_operator_is_tried():
    """No operator can be added to the shape of a condition without being seen deciding and not deciding."""
    assert set(OPERATORS) == set(Condition.model_fields)


@pytest.mark.parametrize("name", OPERATORS)
def test_operator_decides_in_when(name):
    """In `when`, a line that holds lets the rule match, and one that does not keeps it out."""
    condition, holding, failing = OPERATORS[name]
    rules = [rule("tried", when=condition)]
    assert outcome_of(rules, holding).verdict == "warn"
    assert outcome_of(rules, failing).verdict == "allow"


@pytest.mark.parametrize("name", OPERATORS)
def test_operator_decides_in_unless(name):
    """In `unless`, a line that holds keeps the rule out, and one that does not lets it match."""
    condition, holding, failing = OPERATORS[name]
    rules = [rule("tried", when={"action": ["post", "comment"]}, unless=condition)]
    assert outcome_of(rules, holding).verdict == "allow"
    assert outcome_of(rules, failing).verdict == "warn"


def test_all_lines_of_when_must_hold():
    """One failing line of `when` is enough to keep a rule out."""
    rules = [rule("both", when={"action": ["post"], "fact": ["coach"]})]
    assert outcome_of(rules, {"facts": {"coach": 1.0}}).verdict == "warn"
    assert outcome_of(rules, {}).verdict == "allow"


def test_any_line_of_unless_is_enough():
    """One holding line of `unless` keeps a rule out, whatever the others say."""
    rules = [rule("either", unless={"account": ["professional"], "fact": ["coach"]})]
    assert outcome_of(rules, {"facts": {"coach": 1.0}}).verdict == "allow"
    assert outcome_of(rules, {"account": {"kind": "professional"}}).verdict == "allow"
    assert outcome_of(rules, {}).verdict == "warn"


def test_somebody_left_out_makes_more_than_are_named():
    """A title or a shortened list: at least as many as are named, and never at most so many."""
    people = [{"name": "Ana"}, {"name": "Bruno"}, {"name": "Carla"}]
    left_out = {"audience": {"people": [*people, {}]}}
    assert outcome_of([rule("several", when={"recipients": {"at_least": 3}})], left_out).verdict == "warn"
    few = [rule("few", when={"recipients": {"at_most": 4}})]
    assert outcome_of(few, left_out).verdict == "allow"
    assert outcome_of(few, {"audience": {"people": people}}).verdict == "warn"


@pytest.mark.parametrize("count", [None, 2, 3, 7, 8])
def test_recipients_between_two_bounds(count):
    """Both bounds are inclusive, and an unknown number never matches."""
    rules = [rule("several", when={"recipients": {"at_least": 3, "at_most": 7}})]
    assert outcome_of(rules, {"audience": {"count": count}}).verdict == ("warn" if count in (3, 7) else "allow")


@pytest.mark.parametrize(("people", "verdict"), [(2, "allow"), (3, "warn")])
def test_people_are_counted_where_no_number_is_shown(people, verdict):
    """The people a page shows stand in for a number it does not show."""
    rules = [rule("several", when={"recipients": {"at_least": 3}})]
    shown = [{"name": "Ana Reis"}] * people
    assert outcome_of(rules, {"audience": {"count": None, "people": shown}}).verdict == verdict


def test_a_warning_is_as_sure_as_the_weakest_fact_it_needs():
    """A rule that needs several facts speaks with the sureness of the weakest, unless it asks for one of several too."""
    case = {"facts": {"coach": 1.0, "copied": 0.7, "target_is_student": 0.95}}
    alone = outcome_of([rule("all", when={"every_fact": ["coach", "copied"]})], case)
    beside = outcome_of([rule("all", when={"every_fact": ["copied"], "fact": ["target_is_student"]})], case)
    assert "looks like" in alone.warnings[0].why
    assert " is it" in beside.warnings[0].why


def test_unknown_account_is_personal():
    """An absent or unknown account answers to `personal` and to `unknown`, not to `professional`."""
    for kind, verdict in (("personal", "warn"), ("unknown", "warn"), ("professional", "allow")):
        assert outcome_of([rule("kind", when={"account": [kind]})], {}).verdict == verdict


def test_bounds_of_sureness_apply_to_facts():
    """A fact outside the bounds is not seen."""
    rules = [rule("sure", when={"fact": ["coach"], "score_at_least": 0.5})]
    assert outcome_of(rules, {"facts": {"coach": 0.5}}).verdict == "warn"
    assert outcome_of(rules, {"facts": {"coach": 0.4}}).verdict == "allow"


def test_fact_without_sureness_does_not_hold():
    """Sureness nought, or a value that is no number, is the same as not knowing."""
    rules = [rule("known", when={"fact": ["coach"]})]
    assert outcome_of(rules, {"facts": {"coach": 0.0}}).verdict == "allow"
    assert outcome_of(rules, {"facts": {"coach": float("nan")}}).verdict == "allow"


@pytest.mark.parametrize("loser", ["allow", "inform", "warn"])
def test_most_severe_verdict_wins(loser):
    """`block` outranks every other verdict, whichever rule comes first."""
    rules = [rule("mild", loser), rule("severe", "block")]
    assert outcome_of(rules, {}).verdict == outcome_of(rules[::-1], {}).verdict == "block"


def test_replaces_drops_the_named_rule_alone():
    """A matching rule drops the rules it names, and no other."""
    rules = [rule("gentle", "inform", replaces=["strict"]), rule("strict"), rule("other", "inform")]
    assert seen_rules(outcome_of(rules, {})) == ["gentle", "other"]


def test_rule_that_does_not_match_replaces_nothing():
    """`replaces` of a rule that stays out has no effect."""
    rules = [rule("gentle", "inform", when={"fact": ["copied"]}, replaces=["strict"]), rule("strict")]
    assert seen_rules(outcome_of(rules, {})) == ["strict"]


def test_dropped_rule_still_drops():
    """In a chain both later rules go: otherwise the outcome would hang on the order of dropping."""
    rules = [rule("one", "inform", replaces=["two"]), rule("two", replaces=["three"]), rule("three", "block")]
    assert seen_rules(outcome_of(rules, {})) == ["one"]


def test_allow_is_silent():
    """A matching `allow` rule shows nothing."""
    outcome = outcome_of([rule("quiet", "allow")], {})
    assert (outcome.verdict, outcome.warnings) == ("allow", [])


def test_warnings_are_sorted_by_severity_then_place():
    """The act before its words, words in reading order, the most severe before all."""
    rules = [
        rule("act", "inform"),
        rule("names", "inform", when={"found": ["STUDENT_NAME"]}),
        rule("records", "warn", when={"found": ["STUDENT_RECORD"]}),
    ]
    found = [finding(start=2, end=4), finding(start=0, end=1), finding("STUDENT_RECORD", 3, 4)]
    warnings = outcome_of(rules, {"findings": found}).warnings
    assert [(w.rule, w.start) for w in warnings] == [("records", 3), ("act", None), ("names", 0), ("names", 2)]


def test_warning_speaks_of_the_words_found_in_the_language_asked_for():
    """The sentence repeats the person's words and says how sure, in each language; another language is English."""
    rules = policy(rule("names", when={"found": ["STUDENT_NAME"]}))
    text, found = "🎉 Emma won", [finding(start=3, end=7, score=0.7)]
    said = {
        code: decide(attempt(text=text), found, {}, rules, code).warnings[0].why for code in ("en", "es", "pt", "fr")
    }
    assert said == {"en": "Emma looks like it.", "es": "Emma parece eso.", "pt": "Emma parece isso.", "fr": said["en"]}


def test_warning_about_an_act_names_the_person_as_the_page_shows_them():
    """The target's name, else the handle, else the only recipient, else nobody in particular."""
    rules = policy(rule("act", when={"fact": ["target_is_student"]}))

    def said(**fields):
        return decide(attempt(**fields), [], {"target_is_student": 0.95}, rules).warnings[0].why

    assert said(target={"name": "Emma R.", "handle": "emma08"}) == "Emma R. is it."
    assert said(target={"handle": "emma08"}) == "emma08 is it."
    assert said(audience={"people": [{"name": "Emma R."}]}) == "Emma R. is it."
    assert said(audience={"people": [{"name": "Emma R."}, {"name": "Dana W."}]}) == "This person is it."
    assert said() == "This person is it."


def test_trace_tells_why():
    """The trace holds every line of every rule, what was asked, what was there, and who dropped whom."""
    rules = [rule("gentle", "inform", replaces=["strict"]), rule("strict", unless={"fact": ["coach"]})]
    trace = {entry.rule.id: entry for entry in outcome_of(rules, {}).trace}
    assert trace["gentle"].counts
    assert trace["strict"].matched
    assert trace["strict"].dropped_by == ("gentle",)
    lines = [(line.name, line.asks, line.saw, line.holds) for line in trace["strict"].lines]
    assert lines == [("when.action", "post", "post", HOLDS), ("unless.fact", "coach", "none", FAILS)]
