"""What holds of every decision, tried on thousands of made-up cases."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from policy.cases import seen_rules, shipped_policy
from secondlook.contract import VERDICTS, AccountKind, Action, Attempt, Finding, Kind, Scope
from secondlook.policy.decide import decide
from secondlook.policy.rule import FACTS

scores = st.floats(0, 1)
people = st.fixed_dictionaries({}, optional={"name": st.text(max_size=40), "handle": st.text(max_size=20)})
findings = st.lists(
    st.builds(
        Finding,
        kind=st.sampled_from(get_args(Kind)),
        start=st.integers(0, 60),
        end=st.integers(0, 60),
        score=scores,
    ),
    max_size=6,
)
facts = st.dictionaries(st.sampled_from(FACTS), scores, max_size=6)
any_text = st.text(st.sampled_from("aZé🎉\ud83c\udf89\u0303\u200b{}\n "), max_size=60)
attempts = st.fixed_dictionaries(
    {"action": st.sampled_from(get_args(Action)), "site": st.sampled_from(["facebook", "instagram", "disney+"])},
    optional={
        "text": any_text,
        "account": st.fixed_dictionaries({"kind": st.sampled_from(get_args(AccountKind))}),
        "audience": st.fixed_dictionaries(
            {"scope": st.sampled_from(get_args(Scope)), "count": st.none() | st.integers(0, 50)},
            optional={"people": st.lists(people, max_size=3)},
        ),
        "target": st.none() | people,
    },
).map(Attempt.model_validate)
languages = st.sampled_from(["en", "es", "pt", "fr", ""])


@given(attempts, findings, facts, languages)
def test_decide_is_total(attempt, found, known, language):
    """Any attempt, findings and facts give a verdict that its warnings explain, in text that can be written."""
    outcome = decide(attempt, found, known, shipped_policy(), language)
    assert outcome.verdict == max((w.verdict for w in outcome.warnings), key=VERDICTS.index, default="allow")
    for warning in outcome.warnings:
        assert (warning.start is None) == (warning.kind is None)
        warning.model_dump_json()


@given(attempts, findings, facts, st.randoms(use_true_random=False))
def test_rule_order_never_matters(attempt, found, known, random):
    """Shuffled rules and findings give the same decision, warning for warning."""
    policy = shipped_policy()
    rules = list(policy.rules)
    random.shuffle(rules)
    shuffled = random.sample(found, len(found))
    again = decide(attempt, shuffled, known, replace(policy, rules=tuple(rules)))
    once = decide(attempt, found, known, policy)
    assert (again.verdict, again.warnings) == (once.verdict, once.warnings)


@given(attempts, findings, findings, facts)
def test_more_findings_never_weaken_a_decision(attempt, found, more, known):
    """Another finding may add a reason or a severity; it takes none away."""
    before = decide(attempt, found, known, shipped_policy())
    after = decide(attempt, [*found, *more], known, shipped_policy())
    assert VERDICTS.index(after.verdict) >= VERDICTS.index(before.verdict)


EXCUSES = {
    "own_child", "consented", "consented_elsewhere", "said_for_school", "adults_only", "protected_topic", "target_shares_name",
    "coach", "copied", "medical_or_academic",
}  # fmt: skip
"""Facts that may take a reason away; each stands in an `unless` or in a rule with `replaces`."""


@given(attempts, findings, facts, st.sampled_from(sorted(set(FACTS) - EXCUSES)), scores)
def test_only_an_excuse_weakens_a_decision(attempt, found, known, fact, sure):
    """A fact that is no excuse never makes a decision gentler."""
    before = decide(attempt, found, {k: v for k, v in known.items() if k != fact}, shipped_policy())
    after = decide(attempt, found, {**known, fact: sure}, shipped_policy())
    assert VERDICTS.index(after.verdict) >= VERDICTS.index(before.verdict)


TONE_RULES = {
    "student-anecdote", "put-down-on-professional", "put-down-on-personal", "unconfirmed-news", "logo-ridiculed",
    "ridicule-or-hazing", "opening-the-profile",
}  # fmt: skip


@settings(max_examples=300)
@given(attempts, findings, facts)
def test_protected_speech_never_shields_a_student(attempt, found, known):
    """However surely a text is protected, only tone, opinion and anonymous stories fall silent; all else stays."""
    calm = {k: v for k, v in known.items() if k != "protected_topic"}
    before = seen_rules(decide(attempt, found, calm, shipped_policy()))
    after = seen_rules(decide(attempt, found, {**calm, "protected_topic": 1.0}, shipped_policy()))
    assert set(before) - set(after) <= TONE_RULES
