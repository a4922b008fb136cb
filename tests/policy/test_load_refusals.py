"""What a policy folder is refused for: each time the file, the place in it and the reason are named."""

from __future__ import annotations

import json
import shutil

import pytest

from policy.cases import SHARED_RULES
from secondlook.errors import BadRuleError
from secondlook.policy.check_folder import check_folder
from secondlook.policy.load import load_policy

RULE = "rules/friend-request-to-student.json"
TERMS = "terms/star_context.json"


@pytest.fixture
def folder(tmp_path):
    """A copy of the shipped policy, free to be broken."""
    copy = tmp_path / "policy"
    shutil.copytree(SHARED_RULES, copy, ignore=shutil.ignore_patterns("schema", "packs"))
    return copy


def change(folder, file, edit):
    """Edit one JSON file in place."""
    path = folder / file
    content = json.loads(path.read_text(encoding="utf-8"))
    edit(content)
    path.write_text(json.dumps(content), encoding="utf-8")


def put(path, value):
    """An edit that sets one place, given as keys and indexes."""

    def edit(content):
        *way, last = path
        for step in way:
            content = content[step]
        content[last] = value

    return edit


def only(*places):
    """An edit that keeps some of a rule's examples."""
    return lambda content: content.update(examples=[content["examples"][place] for place in places])


def circle(content):
    content["replaces"] = ["follow-student"]


EDITS = [
    (RULE, put(["wen"], {}), "wen", "no such field"),
    (RULE, put(["when", "acton"], []), "when.acton", "no such field"),
    (RULE, put(["when", "action", 0], "befriend"), "when.action[0]", "'befriend' is not one of 'post', 'comment'"),
    (RULE, put(["when", "found"], ["STUDENT_NAM"]), "when.found[0]", "'STUDENT_NAM' is not one of 'STUDENT_NAME'"),
    (RULE, put(["unless", "fact", 0], "own_kid"), "unless.fact[0]", "'own_kid' is not one of"),
    (RULE, put(["examples", 0, "facts", "coach_"], 1.0), "examples[0].facts.coach_", "'coach_' is not one of"),
    (RULE, put(["then"], "forbid"), "then", "'forbid' is not one of 'allow', 'inform', 'warn', 'block'"),
    (RULE, put(["when"], []), "when", "an object in braces belongs here"),
    (RULE, lambda rule: rule.pop("why"), "why", "this field must be there"),
    (RULE, lambda rule: rule["why"].pop("pt"), "why.pt", "this field must be there"),
    (RULE, put(["clauses"], []), "clauses", "at least 1 item"),
    (RULE, put(["id"], "friend-request"), "id", "must be 'friend-request-to-student', as the file is named"),
    (RULE, put(["id"], "follow-student"), "id", "belongs to rules/follow-student.json already"),
    (RULE, put(["clauses", 0], "D-nothing"), "clauses[0]", "has no clause 'D-nothing'"),
    (RULE, put(["replaces"], ["no-such-rule"]), "replaces[0]", "there is no rule 'no-such-rule'"),
    (RULE, put(["replaces"], ["friend-request-to-student"]), "replaces", "in a circle: friend-request-to-student ->"),
    (RULE, put(["when"], {}), "when", "asks for nothing"),
    (RULE, put(["when", "recipients"], {}), "when.recipients", "needs at_least, at_most or both"),
    (RULE, put(["when", "recipients"], {"at_least": 3, "at_most": 2}), "when.recipients", "no number fits"),
    (
        RULE,
        put(["when"], {"found": ["SEXUAL"], "score_at_least": 0.6, "score_below": 0.6}),
        "when.score_below",
        "no sureness",
    ),
    (RULE, put(["when"], {"fact": ["coach"]}), "when_agent_away", "needs when.action"),
    (RULE, put(["when_agent_away"], "allow"), "away", "is never shown"),
    (
        "rules/student-id.json",
        put(["no_suggestion"], "There are no words."),
        "no_suggestion",
        "says why there is no suggestion, and there is one",
    ),
    (RULE, put(["away", "en"], "{words}?"), "away.en", "may hold no placeholder"),
    (RULE, put(["why", "es"], "{palabras} parece"), "why.es", "{palabras} is no placeholder"),
    (RULE, put(["title", "pt"], "{words"), "title.pt", "{ is no placeholder"),
    (RULE, put(["examples", 0, "expect"], "allow"), "examples[0].expect", "is warn, not allow"),
    (RULE, only(3, 4), "examples", "none is true"),
    (RULE, only(0, 1), "examples", "none is false"),
    (
        "rules/student-id.json",
        put(["examples", 0, "findings", 0, "end"], 99),
        "examples[0].findings[0]",
        "points outside",
    ),
    (
        "rules/follow-student.json",
        put(["examples", 0, "attempt", "photos"], 1),
        "examples[0].attempt.photos",
        "no such",
    ),
    ("clauses.json", put(["clauses", 1, "key"], "C-reminder"), "clauses[1].key", "C-reminder stands 2 times"),
    ("clauses.json", put(["clauses", 0, "text"], ""), "clauses[0].text", "at least 10 characters"),
    ("clauses.json", put(["clauses", 0, "key"], "reminder"), "clauses[0].key", "'reminder' does not have the form"),
    (TERMS, put(["groups", "star", "en", 1], " "), "groups.star.en", "entry 2 is empty"),
    (TERMS, put(["groups", "star", "en", 1], "Act  #"), "groups.star.en", "entry 2 ('Act  #') stands there twice"),
    (TERMS, put(["groups", "star", "fr"], ["acteur"]), "groups.star.fr", "no such field"),
    (TERMS, put(["groups", "star", "en", 1], "the {nobody} tour"), "groups.star.en", "no group 'nobody' with words"),
    ("vectors/accounts.json", put(["vectors", 0, "expect"], "block"), "vectors[0].expect", "is inform, not block"),
    ("vectors/accounts.json", put(["vectors", 0, "rules"], []), "vectors[0].rules", "shows work-hours-visit"),
    ("vectors/accounts.json", put(["vectors", 0, "rules"], ["gone"]), "vectors[0].rules[0]", "there is no rule 'gone'"),
    ("vectors/precedence.json", put(["vectors", 0, "words"], ["Emma"]), "vectors[0].words", "points at"),
    ("vectors/rewrites.json", put(["vectors", 0, "rewritten"], "What a week"), "vectors[0].rewritten", "becomes"),
    ("sites/facebook.json", put(["site"], "facebok"), "site", "must be 'facebook', as the file is named"),
    ("sites/facebook.json", put(["labels", "post_buton"], {}), "labels.post_buton", "'post_buton' is not one of"),
    ("sites/facebook.json", put(["hosts", 0], "https://facebook.com"), "hosts[0]", "does not have the form"),
    ("sites/visit_only.json", put(["sites", 0, "site"], "facebook"), "sites[0].site", "is there already"),
]


@pytest.mark.parametrize(
    ("file", "edit", "path", "reason"), EDITS, ids=[f"{file}-{path}" for file, _, path, _ in EDITS]
)
def test_bad_edit_is_refused_with_file_path_and_reason(folder, file, edit, path, reason):
    """A wrong field, word, name, relation, sentence or example is refused, and the sentence says where and why."""
    change(folder, file, edit)
    problems = check_folder(folder).problems
    assert any(problem.startswith(f"{file}, {path}: ") and reason in problem for problem in problems), problems


def test_what_the_check_reports_is_what_the_agent_refuses(folder):
    """Both read a folder the same way, so an agent that is refused names the first line of the report."""
    for file, edit, _, _ in (EDITS[0], EDITS[-1]):
        change(folder, file, edit)
        with pytest.raises(BadRuleError) as refused:
            load_policy(folder)
        assert refused.value.sentence.startswith(check_folder(folder).problems[0])


TEXTS = [
    ("{", "not JSON: Expecting property name enclosed in double quotes at line 1, column 2"),
    ('{\n  "id": }', "at line 2, column 9"),
    ('{"id": "a", "id": "b"}', "the field 'id' stands twice in one object"),
    ('{"then": NaN}', "NaN and Infinity are no numbers in JSON"),
    ("[" * 100_000, "nested too deeply"),
    ("[]", "an object in braces belongs here"),
    (b"\xff\xfe{}", "the file is not UTF-8 (byte 0)"),
]


@pytest.mark.parametrize(("text", "reason"), TEXTS, ids=[reason[:25] for _, reason in TEXTS])
def test_bad_json_is_refused_with_its_place(folder, text, reason):
    """A file that is not JSON, or says a thing twice, is refused with line and column where there are any."""
    path = folder / RULE
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(BadRuleError, match=f"^{RULE}: ") as refused:
        load_policy(folder)
    assert reason in refused.value.sentence


def test_rules_that_replace_each_other_are_refused(folder):
    """A circle of two is found and named, whole."""
    change(folder, RULE, circle)
    change(folder, "rules/follow-student.json", put(["replaces"], ["friend-request-to-student"]))
    (problem,) = check_folder(folder).problems
    assert "follow-student -> friend-request-to-student -> follow-student" in problem


@pytest.mark.parametrize("name", ["vector", "notes.json", "rules/new-rule.jsn"])
def test_file_that_nothing_would_read_is_refused(folder, name):
    """A misspelt folder or ending is pointed out, not passed over."""
    (folder / name).write_text("{}") if "." in name else (folder / name).mkdir()
    (problem,) = check_folder(folder).problems
    assert problem.startswith(f"{name}: nothing reads this")


def test_folder_without_rules_or_clauses_is_refused(tmp_path):
    """An empty or missing folder is no policy."""
    assert [problem.split(":")[0] for problem in check_folder(tmp_path).problems] == ["clauses.json", "rules"]
    with pytest.raises(BadRuleError, match="no such folder"):
        load_policy(tmp_path / "nowhere")


def test_many_problems_are_counted(folder):
    """The error names the first problem and says how many more there are; the report lists them all."""
    for name in ("follow-student", "tag-of-employee", "student-id"):
        change(folder, f"rules/{name}.json", put(["then"], "forbid"))
    assert len([p for p in check_folder(folder).problems if "'forbid'" in p]) == 3
    with pytest.raises(BadRuleError, match=r"And [0-9]+ more"):
        load_policy(folder)


def test_byte_order_mark_is_no_reason(folder):
    """A file saved by an editor that adds a BOM is read like any other, to the same digest."""
    before = load_policy(folder).digest
    path = folder / RULE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert load_policy(folder).digest == before


def test_digest_is_blind_to_spacing_and_sees_every_word(folder):
    """Re-indenting a file keeps the digest; changing one word of a sentence does not."""
    before = load_policy(folder).digest
    change(folder, RULE, lambda _: None)
    assert load_policy(folder).digest == before
    change(folder, RULE, put(["title", "en"], "A student of today"))
    assert load_policy(folder).digest != before
    assert len(before) == len("sha256:") + 64
