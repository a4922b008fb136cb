"""The rules an agent goes by: taken up when they change, kept when the change is broken."""

from __future__ import annotations

import json
import shutil

import pytest

from secondlook.config import shipped
from secondlook.errors import BadRuleError
from secondlook.policy.load import load_policy
from secondlook.rules_in_use import RulesInUse


@pytest.fixture
def overlay(tmp_path):
    """Where an overlay may come to lie; nothing is there yet."""
    return tmp_path / "overlay"


def write(overlay, text):
    overlay.mkdir(exist_ok=True)
    (overlay / "levels.json").write_text(text, encoding="utf-8")


def level(rules, name="student-id"):
    return next(rule.then for rule in rules.policy.rules if rule.id == name)


@pytest.fixture
def rules(overlay):
    """The shipped rules, read, with that overlay watched."""
    made = RulesInUse(shipped("shared_rules"), overlay)
    made.load()
    return made


def test_overlay_comes_changes_and_goes(rules, overlay):
    """A new overlay counts from the next look on, so does a change of it, and without it all is as shipped."""
    assert (level(rules), rules.refresh()) == ("warn", False)
    write(overlay, json.dumps({"rules": {"student-id": "block"}}))
    assert (rules.refresh(), level(rules)) == (True, "block")
    write(overlay, json.dumps({"rules": {"student-id": "inform"}}))
    assert (rules.refresh(), level(rules)) == (True, "inform")
    (overlay / "levels.json").unlink()
    overlay.rmdir()
    assert (rules.refresh(), level(rules)) == (True, "warn")


def test_broken_change_leaves_the_last_good_rules(rules, overlay):
    """A half-written or mistaken overlay changes nothing and is told; mended, it counts."""
    write(overlay, json.dumps({"rules": {"student-id": "block"}}))
    rules.refresh()
    write(overlay, '{"rules": {')
    assert (rules.refresh(), level(rules)) == (False, "block")
    assert "levels.json" in rules.problem
    write(overlay, json.dumps({"rules": {"student-id": "inform"}}))
    assert (rules.refresh(), level(rules), rules.problem) == (True, "inform", None)


def test_start_with_a_broken_overlay(overlay):
    """With no older rules to go on with, the policy itself is used and the problem told."""
    write(overlay, '{"rules": {"no-such-rule": "warn"}}')
    rules = RulesInUse(shipped("shared_rules"), overlay)
    rules.load()
    assert level(rules) == "warn"
    assert "no-such-rule" in rules.problem


def test_broken_policy_is_refused_at_the_start(tmp_path, overlay):
    """A policy folder that cannot be used stops the start; there is nothing to go by."""
    with pytest.raises(BadRuleError):
        RulesInUse(tmp_path, overlay).load()


def test_site_labels_come_change_and_go(rules, tmp_path):
    """A district's labels stand in place of the shipped ones while they are there; broken ones change nothing."""

    def label():
        return rules.policy.sites["facebook"].labels["post_submit"].en

    sites = tmp_path / "sites"
    sites.mkdir()
    words = {"en": ["Share now"], "es": [], "pt": []}
    (sites / "facebook.json").write_text(json.dumps({"site": "facebook", "labels": {"post_submit": words}}))
    rules.sites = sites
    assert (rules.refresh(), label()) == (True, ["Share now"])
    (sites / "facebook.json").write_text("{")
    assert (rules.refresh(), label()) == (False, ["Share now"])
    assert "sites/facebook.json" in rules.problem
    rules.sites = None
    assert (rules.refresh(), label()) == (True, ["Post"])


def test_start_with_broken_site_labels(overlay, tmp_path):
    """The shipped labels are used and the problem told."""
    (tmp_path / "sites").mkdir()
    (tmp_path / "sites" / "orkut.json").write_text("{}")
    rules = RulesInUse(shipped("shared_rules"), overlay)
    rules.sites = tmp_path / "sites"
    rules.load()
    assert rules.policy.sites["facebook"].labels["post_submit"].en == ["Post"]
    assert "orkut.json" in rules.problem


def test_lists_known_to_be_sound_are_not_looked_into(tmp_path, overlay):
    """The rules and their digest are the same; a list that nobody vouches for, or that an overlay adds to, is read."""
    folder = tmp_path / "policy"
    shutil.copytree(shipped("shared_rules"), folder)
    whole, quick = RulesInUse(folder, overlay), RulesInUse(folder, overlay)
    whole.load()
    quick.load(sound_terms=True)
    assert (quick.policy.rules, quick.policy.digest) == (whole.policy.rules, whole.policy.digest)
    terms = folder / "terms" / "private_phone.json"
    terms.write_text(terms.read_text(encoding="utf-8").replace('"about"', '"abuot"'), encoding="utf-8")
    quick.load(sound_terms=True)
    assert quick.policy.digest != whole.policy.digest
    with pytest.raises(BadRuleError, match="private_phone"):
        whole.load()
    write(overlay, json.dumps({"rules": {"student-id": "block"}}))
    with pytest.raises(BadRuleError, match="private_phone"):
        load_policy(folder, overlay, sound_terms=True)
