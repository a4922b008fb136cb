"""An overlay: levels, rules and terms of a district's own over a policy, and everything it is refused for."""

from __future__ import annotations

import json

import pytest

from policy.cases import SHARED_RULES, attempt, finding, shipped_policy
from secondlook.detection.term_lists import load_terms
from secondlook.errors import BadRuleError
from secondlook.policy.check_folder import check_folder
from secondlook.policy.decide import decide
from secondlook.policy.load import load_policy, term_folders

WORDS = {"en": "A raffle.", "es": "Una rifa.", "pt": "Uma rifa."}
RAFFLE = {
    "id": "raffle", "clauses": ["E-logo"], "when": {"action": ["post"], "found": ["COPYRIGHT"]}, "then": "inform",
    "title": WORDS, "why": WORDS,
    "examples": [
        {"name": "on Instagram", "attempt": {"action": "post", "site": "instagram", "text": "song"},
         "findings": [{"kind": "COPYRIGHT", "start": 0, "end": 4, "score": 0.9}], "expect": "warn"},
        {"name": "nothing", "attempt": {"action": "post", "site": "facebook"}, "expect": "allow"},
    ],
}  # fmt: skip


@pytest.fixture
def overlay(tmp_path):
    """Writes an overlay and gives its folder."""

    def write(levels=None, **files):
        (tmp_path / "levels.json").write_text(json.dumps({"rules": levels or {}}), encoding="utf-8")
        for name, content in files.items():
            path = tmp_path / f"{name.replace('__', '/')}.json"
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(content), encoding="utf-8")
        return tmp_path

    return write


def verdict(policy, case, found=(), facts=None):
    return decide(case, found, facts or {}, policy).verdict


NAMED = (attempt(text="Emma"), [finding()])


def test_block_is_switched_on(overlay):
    """IT raises a rule to block; the shipped policy blocks nothing by itself."""
    assert verdict(shipped_policy(), *NAMED) == "warn"
    assert verdict(load_policy(SHARED_RULES, overlay({"student-name-in-post": "block"})), *NAMED) == "block"


def test_rule_is_lowered_and_switched_off(overlay):
    """IT lowers the question about tagging to a note, or to nothing."""
    tag = (attempt("tag", target={"name": "Dana"}), [], {"target_is_employee": 1.0})
    assert verdict(shipped_policy(), *tag) == "warn"
    assert verdict(load_policy(SHARED_RULES, overlay({"tag-of-employee": "inform"})), *tag) == "inform"
    assert verdict(load_policy(SHARED_RULES, overlay({"tag-of-employee": "allow"})), *tag) == "allow"


def test_rule_is_added(overlay):
    """A rule of the overlay takes its place beside the shipped ones, and its origin is known."""
    policy = load_policy(SHARED_RULES, overlay({"student-id": "block"}, rules__raffle=RAFFLE))
    song = decide(attempt(text="song"), [finding("COPYRIGHT")], {}, policy)
    assert [warning.rule for warning in song.warnings] == ["copyrighted-work", "raffle"]
    assert policy.origin == {"raffle": "rules/raffle.json", "student-id": "levels.json: warn -> block"}


def test_empty_overlay_changes_no_decision(overlay):
    """Without a level, a rule or a term everything stays, but the digest tells that an overlay is there."""
    policy = load_policy(SHARED_RULES, overlay())
    assert policy.rules == shipped_policy().rules
    assert policy.digest != shipped_policy().digest


def test_terms_reach_the_recognizers(overlay):
    """A district's word is found like a shipped one, beside the shipped ones."""
    folder = overlay(terms__private_phone={"about": "Our own words.", "groups": {"offered": {"en": ["zizzle me"]}}})
    shipped, laid = load_terms(*term_folders(SHARED_RULES)), load_terms(*term_folders(SHARED_RULES, folder))
    assert load_policy(SHARED_RULES, folder).terms["private_phone"].groups["offered"].en[-1] == "zizzle me"
    hits = [index.find(*read("zizzle me")).get("private_phone.offered", []) for index in (shipped, laid)]
    assert [len(found) for found in hits] == [0, 1]


def test_a_slot_is_filled_by_both(overlay):
    """A district's word fills the shipped terms, and its own term is filled by the shipped words."""
    ours = {"child": {"en": ["zizzler"]}, "child_known": {"en": ["{child} from Zizzle Street"]}}
    folder = overlay(terms__student_record={"about": "Words of our own.", "groups": ours})
    assert load_policy(SHARED_RULES, folder).terms["student_record"].groups["child"].en[-1] == "zizzler"
    laid = load_terms(*term_folders(SHARED_RULES, folder))
    for text in ("a zizzler of mine", "kid from zizzle street"):
        assert laid.find(*read(text)).get("student_record.child_known")


def read(text):
    from secondlook.detection.fold import fold
    from secondlook.detection.sentences import sentences
    from secondlook.detection.terms import split_words

    folded = fold(text)
    return split_words(folded.text, sentences(folded.text)), folded


def test_a_term_that_is_there_already_does_no_harm(overlay):
    """When the product learns a district's word, the overlay goes on working."""
    word = shipped_policy().terms["private_phone"].groups["offered"].en[0]
    folder = overlay(terms__private_phone={"about": "Our own words.", "groups": {"offered": {"en": [word, "zizzle"]}}})
    assert "terms/private_phone.json adds 1 terms; 1 are there already." in check_folder(folder).summary


def test_check_tells_what_an_overlay_moves(overlay):
    """Each level is told with its direction, with the rules it meets, and with the shipped cases that change."""
    told = check_folder(overlay({"coach-to-one-or-two": "inform", "student-id": "warn", "shared-name": "allow"})).text
    assert "coach-to-one-or-two is lowered from warn to inform, and with it what message-to-student would say" in told
    assert "it still stands aside where coach-copied" in told
    assert "student-id is warn already" in told
    assert "shared-name is lowered from warn to allow (switched off)." in told
    assert "rules/shared-name.json, the case 'a friend request': warn becomes allow." in told
    assert "more cases come out otherwise." in told


TONE_RULE = {**RAFFLE, "when": {"found": ["UNPROFESSIONAL"]}}
REFUSED = [
    ({"levels": {"tag-of-employe": "inform"}}, "levels.json, rules.tag-of-employe", "'tag-of-employee' is near"),
    ({"levels": {"protected-speech": "warn"}}, "levels.json, rules.protected-speech", "cannot be raised"),
    ({"levels": {"tag-of-employee": "off"}}, "levels.json, rules.tag-of-employee", "'off' is not one of"),
    ({"levels": {"raffle": "warn"}, "rules__raffle": RAFFLE}, "levels.json, rules.raffle", "own rule"),
    ({"rules__student-id": {**RAFFLE, "id": "student-id"}}, "rules/student-id.json, id", "the policy below has a rule"),
    ({"rules__raffle": {**RAFFLE, "clauses": ["Z-none"]}}, "rules/raffle.json, clauses[0]", "no clause 'Z-none'"),
    ({"rules__raffle": {**RAFFLE, "then": "block"}}, "rules/raffle.json, examples[0].expect", "is block, not warn"),
    ({"rules__raffle": TONE_RULE}, "rules/raffle.json, unless", "must stand aside for protected speech"),
    (
        {"rules__raffle": {**RAFFLE, "when": {"fact": ["protected_topic"]}}},
        "rules/raffle.json, when.fact",
        "may only be silent",
    ),
    ({"terms__unheard": {"about": "Words of ours.", "groups": {"a": {}}}}, "terms/unheard.json", "no recognizer reads"),
    (
        {"terms__private_phone": {"about": "Words of ours.", "groups": {"ofered": {"en": ["x"]}}}},
        "terms/private_phone.json, groups.ofered",
        "no such group",
    ),
    (
        {"terms__private_phone": {"about": "Words of ours.", "groups": {"offered": {"en": ["call", "Call"]}}}},
        "terms/private_phone.json, groups.offered.en",
        "twice",
    ),
    (
        {"terms__private_phone": {"about": "Words of ours.", "groups": {"offered": {"pt": [" "]}}}},
        "terms/private_phone.json, groups.offered.pt",
        "entry 1 is empty",
    ),
    ({"clauses": {"policy": "Ours"}}, "clauses.json", "nothing reads this"),
]


@pytest.mark.parametrize(("files", "place", "reason"), REFUSED, ids=[place for _, place, _ in REFUSED])
def test_refused(overlay, files, place, reason):
    """A broken overlay is refused with file, place and reason, and never half used."""
    folder = overlay(**files)
    problems = check_folder(folder).problems
    assert any(problem.startswith(f"{place}: ") and reason in problem for problem in problems), problems
    with pytest.raises(BadRuleError):
        load_policy(SHARED_RULES, folder)


def test_overlay_without_its_mark_is_refused(tmp_path):
    """A folder named as an overlay that lacks `levels.json` is refused rather than taken for an empty one."""
    with pytest.raises(BadRuleError, match=r"levels.json: an overlay needs this file"):
        load_policy(SHARED_RULES, tmp_path)
