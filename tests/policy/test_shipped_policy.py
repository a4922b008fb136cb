"""The shipped policy: every clause, the rules of the first road, what they say and that each of them matters."""

from __future__ import annotations

from dataclasses import replace

import pytest

from policy.cases import SHARED_RULES, decide_case, seen_rules, shipped_cases, shipped_policy
from secondlook.policy.load import try_folder
from secondlook.policy.rule import TONE, Condition

CLAUSES = [
    "C-reminder",
    "D-email",
    "D-professional-sites",
    "D-coach",
    "D-fraternize",
    "D-sexual",
    "D-substances",
    "D-hazing-bullying",
    "D-false-info",
    "D-private-phone",
    "D-inappropriate-sites",
    "D-work-hours",
    "D-proprietary",
    "D-student-info",
    "D-confidential",
    "E-communicate",
    "E-privacy-settings",
    "E-speaks-for-district",
    "E-protected-speech",
    "E-tag",
    "E-work-interfere",
    "E-student-pii",
    "E-logo",
    "F-discipline",
]
TEXT_ONLY = {"C-reminder", "D-professional-sites", "F-discipline"}
CASES = dict(shipped_cases())
RULES = {rule.id: rule for rule in shipped_policy().rules}
HARSH = ("violat", "prohibit", "must not", "illegal", "viola la", "prohib", "proíb", "infra")


def spoken(rule):
    wordings = [w for w in (rule.title, rule.why, rule.suggest, rule.away) if w]
    return [text for wording in wordings for text in (wording.en, wording.es, wording.pt)]


def test_every_clause_is_there():
    """Every clause of Policy IHB that the product reads has its key, and three have text only."""
    clauses = shipped_policy().clauses
    assert sorted(clauses) == sorted(CLAUSES)
    assert {key for key, clause in clauses.items() if not clause.rules_expected} == TEXT_ONLY


def test_text_only_clauses_have_no_rule():
    """Orientation, guidance and discipline are never decided by a rule."""
    assert not TEXT_ONLY & {key for rule in RULES.values() for key in rule.clauses}


def rules_of(key):
    return [rule for rule in RULES.values() if key in rule.clauses]


@pytest.mark.parametrize("key", sorted(set(CLAUSES) - TEXT_ONLY))
def test_every_clause_has_a_rule(key):
    """Each clause but the three with text only has a rule of its own, seen in a vector (or silent in one)."""
    _, _, folder = try_folder(SHARED_RULES)
    vectors = [vector for file in folder.vectors.values() for vector in file.vectors]
    rules = rules_of(key)
    assert rules, f"{key} has no rule"
    met = {trace.rule.id for vector in vectors for trace in decide_case(vector, shipped_policy()).trace if trace.counts}
    assert met & {rule.id for rule in rules}, f"no vector shows {key}"


@pytest.mark.parametrize("kind", sorted(TONE))
def test_protected_speech_silences_tone(kind):
    """A finding about tone, opinion or falsity alone says nothing in protected speech, on any account, in any place."""
    cases = [case for case in CASES.values() if {found.kind for found in case.findings} == {kind}]
    assert cases
    for case in cases:
        calm = case.model_copy(update={"facts": {**case.facts, "protected_topic": 1.0}})
        assert not [w for w in decide_case(calm, shipped_policy()).warnings if w.kind == kind]


@pytest.mark.parametrize("name", CASES)
def test_case_is_decided_as_it_says(name):
    """Every shipped example and vector gives its verdict, and a vector its rules in their order."""
    case, outcome = CASES[name], decide_case(CASES[name], shipped_policy())
    assert outcome.verdict == case.expect
    if hasattr(case, "rules"):
        assert seen_rules(outcome) == case.rules


@pytest.mark.parametrize("name", RULES)
def test_rule_has_several_examples_each_way(name):
    """At least two examples in which the rule holds and one in which it does not, so that its edge is visible."""
    held = [
        any(trace.rule.id == name and trace.counts for trace in decide_case(example, shipped_policy()).trace)
        for example in RULES[name].examples
    ]
    assert held.count(True) >= 2
    assert held.count(False) >= 1


SEEN = {name: seen_rules(decide_case(case, shipped_policy())) for name, case in CASES.items()}


def is_noticed(policy, name):
    """Whether a shipped case comes out differently under another policy; the rule's own examples are asked first."""
    own_first = sorted(CASES, key=lambda case: not case.startswith(f"{name}::"))
    outcomes = ((case, decide_case(CASES[case], policy)) for case in own_first)
    return any(new.verdict != CASES[case].expect or seen_rules(new) != SEEN[case] for case, new in outcomes)


@pytest.mark.parametrize("name", RULES)
def test_switching_a_rule_off_is_noticed(name):
    """Without the rule at least one example or vector comes out differently: no rule is there for nothing."""
    policy = shipped_policy()
    assert is_noticed(replace(policy, rules=tuple(rule for rule in policy.rules if rule.id != name)), name)


def loosened():
    """Every rule with one of its lines taken out, or one entry of a list."""
    for name, rule in RULES.items():
        for part in ("when", "unless"):
            condition = getattr(rule, part)
            for line in sorted(condition.model_fields_set):
                default = Condition.model_fields[line].default
                yield f"{name}: {part} without {line}", rule, part, condition.model_copy(update={line: default})
                value = getattr(condition, line)
                for entry in value if isinstance(value, list) and len(value) > 1 else ():
                    rest = [other for other in value if other != entry]
                    yield (
                        f"{name}: {part}.{line} without {entry}",
                        rule,
                        part,
                        condition.model_copy(update={line: rest}),
                    )


LOOSENED = {name: (rule, part, condition) for name, rule, part, condition in loosened()}


@pytest.mark.parametrize("name", LOOSENED)
def test_every_line_of_a_rule_is_noticed(name):
    """Taking any line or any entry out of a rule changes at least one shipped case."""
    rule, part, condition = LOOSENED[name]
    policy = shipped_policy()
    other = rule.model_copy(update={part: condition})
    assert is_noticed(
        replace(policy, rules=tuple(other if kept.id == rule.id else kept for kept in policy.rules)), rule.id
    )


@pytest.mark.parametrize("name", RULES)
def test_wording_is_calm(name):
    """No sentence accuses, threatens or shouts, in any of the three languages."""
    for text in spoken(RULES[name]):
        assert not [word for word in HARSH if word in text.casefold()]
        assert "!" not in text.replace("Hi!", "").replace("¡Hola!", "").replace("Oi!", "")


@pytest.mark.parametrize("name", [name for name, rule in RULES.items() if rule.when.found and rule.then != "allow"])
def test_words_have_a_rewrite_or_a_reason(name):
    """A rule about words offers others in every language, or says why none would do."""
    rule = RULES[name]
    assert (rule.suggest is None) == (rule.no_suggestion is not None)
    if rule.suggest:
        for text in (rule.suggest.en, rule.suggest.es, rule.suggest.pt):
            assert len(text) <= 60  # it stands on a button
            assert "{" not in text


def test_a_rewrite_is_shown_by_a_vector():
    """A vector holds each suggestion that the words of a rule about findings have, and the text that comes of it."""
    _, _, folder = try_folder(SHARED_RULES)
    shown = [vector.rewritten or "" for file in folder.vectors.values() for vector in file.vectors]
    for name in ("obscene-words", "student-record", "student-id", "inappropriate-link", "student-name-in-post"):
        assert any(RULES[name].suggest.en in text for text in shown), name


@pytest.mark.parametrize("name", RULES)
def test_why_is_at_most_two_short_sentences(name):
    """What was seen and why it matters: two sentences, under 160 characters in any language."""
    for text in (RULES[name].why.en, RULES[name].why.es, RULES[name].why.pt):
        assert len(text) <= 160
        assert sum(text.count(mark) for mark in (". ", "? ", "! ")) <= 1


@pytest.mark.parametrize("name", RULES)
def test_languages_are_not_copies(name):
    """Spanish and Portuguese are translated, and speak of the same placeholders as the English."""
    rule = RULES[name]
    for wording in (rule.title, rule.why):
        assert wording.en not in (wording.es, wording.pt)
        for placeholder in ("{words}", "{sureness}"):
            assert len({placeholder in text for text in (wording.en, wording.es, wording.pt)}) == 1
