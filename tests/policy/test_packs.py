"""Other districts' policies: the same engine, other data."""

from __future__ import annotations

import json

import pytest

from policy.cases import SHARED_RULES, attempt, finding, shipped_policy
from secondlook.policy.check_folder import check_folder
from secondlook.policy.decide import decide
from secondlook.policy.load import load_policy, term_folders

PACKS = sorted(path for path in (SHARED_RULES / "packs").iterdir() if path.is_dir())


def test_there_is_a_second_policy():
    """At least one invented district proves that a policy is data."""
    assert PACKS


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_pack_does_what_it_says(pack):
    """Every example and vector of the pack comes out as written, and every clause that expects a rule has one."""
    report = check_folder(pack)
    assert report.ok, report.text
    assert "Clauses without a rule" not in report.text
    assert "0 vectors" not in report.text


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_pack_shares_no_clause_and_no_rule(pack):
    """Nothing of the shipped policy is needed: other clauses, other rules."""
    policy = load_policy(pack)
    assert not set(policy.clauses) & set(shipped_policy().clauses)
    assert not {rule.id for rule in policy.rules} & {rule.id for rule in shipped_policy().rules}


def test_same_attempt_other_verdicts():
    """One post, one tag, one request: each district decides by its own rules."""
    policy = load_policy(SHARED_RULES / "packs" / "quabbin-hills")
    cases = [
        (attempt(text="Emma"), [finding()], {}, ("warn", "block")),
        (attempt("tag", target={"name": "Dana"}), [], {"target_is_employee": 1.0}, ("warn", "allow")),
        (attempt("friend_request", target={"name": "Emma"}), [], {"target_is_student": 1.0}, ("warn", "inform")),
    ]
    for made, found, facts, verdicts in cases:
        assert tuple(decide(made, found, facts, it).verdict for it in (shipped_policy(), policy)) == verdicts


def test_pack_names_its_own_platforms():
    """The sentence about where to write names what this district accepts."""
    policy = load_policy(SHARED_RULES / "packs" / "quabbin-hills")
    facts = {"target_is_student": 1.0}
    (warning,) = decide(attempt("friend_request", target={"name": "Emma"}), [], facts, policy).warnings
    assert "Class Post or the team line" in warning.why


def test_pack_without_terms_is_read_with_the_shipped_ones():
    """Recognizers are the product's; a policy that brings no words of its own uses theirs."""
    assert term_folders(SHARED_RULES / "packs" / "quabbin-hills") == [SHARED_RULES / "terms"]


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_pack_files_name_a_schema(pack):
    """An editor finds the schema of every file of a pack."""
    for path in pack.rglob("*.json"):
        assert (path.parent / json.loads(path.read_text(encoding="utf-8"))["$schema"]).is_file()
