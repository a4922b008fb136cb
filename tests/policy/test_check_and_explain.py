"""What `secondlook rules check` and `rules explain` print."""

from __future__ import annotations

from policy.cases import SHARED_RULES, attempt, finding, shipped_policy
from secondlook.policy.check_folder import check_folder
from secondlook.policy.decide import decide
from secondlook.policy.explain import explain


def test_good_folder_is_summed_up():
    """A folder that can be used is summed up by counts and digest, without a problem."""
    report = check_folder(SHARED_RULES)
    assert report.ok
    assert report.text.startswith(f"{len(shipped_policy().rules)} rules (")
    assert report.text.endswith(shipped_policy().digest)


def explained(**fields):
    made = attempt(text="Emma and the budget", target={"name": "Emma R."}, **fields)
    found = [finding(), finding("STUDENT_RECORD", 9, 19, 0.4)]
    facts = {"protected_topic": 0.9, "own_child": 1.0, "target_is_student": 0.9}
    return explain(found, facts, decide(made, found, facts, shipped_policy()))


def test_explanation_tells_every_rule():
    """Each rule stands in exactly one of three lists: matched, replaced, not matched."""
    lines = explained().splitlines()
    assert "Verdict: warn" in lines
    for rule in shipped_policy().rules:
        assert len([line for line in lines if line.startswith((f"  {rule.id} ", f"  {rule.id}:"))]) == 1


def test_explanation_gives_reasons():
    """A matched rule says because of what, a replaced one by which, a silent one at which line."""
    text = explained()
    assert "student-name-in-post -> warn [D-student-info, E-student-pii] because when.action post; when.found" in text
    assert "student-anecdote -> inform, replaced by protected-speech" in text
    assert "follow-student: when.action asks for follow; there was post" in text
    assert "comment-on-student: stopped by unless.fact (own_child)" in text
    assert "protected_topic, sureness 0.90" in text
    assert "STUDENT_NAME at 0-4, sureness 0.95" in text


def test_explanation_repeats_no_text_and_no_name():
    """Neither what was typed nor who was meant is printed."""
    assert "Emma" not in explained()
    assert "budget" not in explained()
