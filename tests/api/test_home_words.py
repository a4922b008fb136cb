"""The home page's words: the same keys and gaps in three languages, none missing, none left over; no markup from strings."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import secondlook
from secondlook.contract import LinkReport, StatusReport
from secondlook.mine import contract

PAGE = Path(secondlook.__file__).parent / "api" / "home" / "page"
WORDS = {code: json.loads((PAGE / f"words-{code}.json").read_text(encoding="utf-8")) for code in ("en", "es", "pt")}
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in PAGE.glob("*.js")}
TEXT = "\n".join([*SCRIPTS.values(), (PAGE / "home.html").read_text(encoding="utf-8")])
MADE = {
    # `say(`thing_${name}`)` and its like: beginning -> what may follow.
    "thing_": [end for name in contract.ThingName.__args__ for end in (name, f"{name}_how")],
    "because_": list(contract.Because.__args__),
    "day_": list(contract.DayKind.__args__),
    "rests_on_": ["own", "group", "default"],
    "kind_": ["own_child", "alumni", "not_student"],
    "for_": ["standing", "event", "album", "event_named", "album_named"],
    "how_": ["said", "written"],
    "consent_": ["said", "written"],
    "site_": ["any", "facebook", "instagram"],
    "verdict_": ["allow", "inform", "warn", "block"],
    "level_": list(LinkReport.model_fields["level"].annotation.__args__),
    "pause_": [*StatusReport.model_fields["pauses"].annotation.__args__[0].__args__, "over"],
    "step_": ["1", "2", "3", "4"],
    "nav_": ["glance", "people", "accounts", "hours", "kept", "policy", "orientation"],
    "group_": ["rights", "students", "posts", "work", "rest", "all"],
    "error_": [],
    "closed_": [],
}


def used() -> set[str]:
    """Keys written out in the scripts and the shell."""
    return set(re.findall(r'(?<![\w/.#-])"([a-z][a-z0-9]*(?:_[a-z0-9]+)*)"', TEXT)) | set(
        re.findall(r"\{\{(\w+)\}\}", TEXT)
    )


@pytest.mark.parametrize("code", ["es", "pt"])
def test_the_languages_say_the_same_things(code):
    """Same keys in the same order, the same gaps in each sentence."""
    assert list(WORDS[code]) == list(WORDS["en"])
    for key, sentence in WORDS["en"].items():
        gaps = re.findall(r"\{(\w+)\}", sentence)
        assert sorted(re.findall(r"\{(\w+)\}", WORDS[code][key])) == sorted(gaps), key
        assert WORDS[code][key].strip() or key == "and"


def test_every_made_up_key_has_its_sentence():
    """Whatever the agent may say, the page has words for it."""
    for beginning, ends in MADE.items():
        assert f"`{beginning}${{" in TEXT, beginning
        for end in ends:
            assert f"{beginning}{end}" in WORDS["en"], f"{beginning}{end}"


def test_no_sentence_is_missing_and_none_is_left_over():
    """Each key that a script names is there, each that is there is named."""
    called = set(re.findall(r'\bsay\(\s*"([a-z_0-9]+)"', TEXT))
    assert called <= set(WORDS["en"])
    made = {f"{beginning}{end}" for beginning, ends in MADE.items() for end in ends}
    loose = {key for key in WORDS["en"] if key.startswith(("error_", "closed_"))}
    counted = {f"{key}_{end}" for key in re.findall(r'\bcount\("([a-z_]+)"', TEXT) for end in ("one", "many")}
    assert set(WORDS["en"]) - used() - made - loose - counted == set()


def test_every_refusal_that_a_form_can_meet_is_worded():
    """By its code and field; anything else falls back to a sentence for all."""
    for field in ("name", "until", "label", "handle", "staff_group"):
        assert f"error_not-kept_{field}" in WORDS["en"]
    for code in ("used-code", "expired-code", "bad-code", "other-user", "signed_out"):
        assert f"closed_{code}" in WORDS["en"]


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_markup_from_strings(name):
    """Elements are built one by one; nothing is evaluated, nothing comes from elsewhere."""
    text = SCRIPTS[name]
    assert text.startswith("//"), "say what it is"
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text)
    assert not re.search(r"https?://|document\.cookie|localStorage", text)
    assert all(path.startswith("./") for path in re.findall(r'from "([^"]+)"', text))
