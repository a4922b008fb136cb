"""Term matching: folded, whole words, capitals, endings, gaps, numbers."""

from __future__ import annotations

import json
import shutil

import pytest

from secondlook.config import shipped
from secondlook.detection.fold import fold
from secondlook.detection.sentences import sentences
from secondlook.detection.term_lists import load_terms, make
from secondlook.detection.terms import TermIndex, split_words

TABLE = [
    ("suspend*", "was SUSPENDED twice", "suspended"),
    ("suspend*", "a suspicious mind", None),
    ("EL", "el mejor", None),
    ("EL", "an EL student", "el"),
    ("sent ... to the nurse", "i sent the poor kid to the nurse", "sent the poor kid to the nurse"),
    ("sent ... to the nurse", "i sent one two three four to the nurse", None),
    ("sent ... to the nurse", "i sent him. off to the nurse", None),
    ("level #", "now at level 4!", "level 4"),
    ("#th grade", "my 7th grade crew", "7th grade"),
    ("#th grade", "my 7 grade crew", None),
    ("educación especial", "EDUCACION ESPECIAL ya", "educacion especial"),
    ("mom", "emma's mom's car", "mom's"),
    ("não tem dinheiro", "o pablo n tem dinheiro", "n tem dinheiro"),
    ("504 plan", "504-plan", "504-plan"),
]


@pytest.mark.parametrize(("term", "text", "words"), TABLE)
def test_terms(term, text, words):
    """A term matches as the list's own notation says, within one sentence."""
    folded = fold(text)
    found = TermIndex({"group": [term]}).find(split_words(folded.text, sentences(folded.text)), folded)
    assert [folded.text[it.start : it.end] for it in found.get("group", [])] == ([words] if words else [])


def test_groups_carry_the_file_name(tmp_path):
    """Two files may use the same group name."""
    for name in ("one", "two"):
        content = {"about": "a list for a test", "groups": {"same": {"en": [name]}}}
        (tmp_path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    folded = fold("one two")
    found = load_terms(tmp_path).find(split_words(folded.text, sentences(folded.text)), folded)
    assert set(found) == {"one.same", "two.same"}


def test_term_without_a_word_is_refused():
    """A term of punctuation or a mere gap would match anything."""
    with pytest.raises(ValueError, match="first word"):
        TermIndex({"group": ["... x"]})


def test_a_ready_made_index_is_the_same_and_never_stale(tmp_path):
    """What a package carries finds what the lists say; once a list is another, or the file is damaged, it is passed over."""
    lists, made = tmp_path / "terms", tmp_path / "terms.index"
    shutil.copytree(shipped("shared_rules") / "terms", lists)
    make(made)
    whole = load_terms(lists, made=made)
    anew = load_terms(lists, made=tmp_path / "none")
    assert (whole.tables, whole.ready_made, anew.ready_made) == (anew.tables, True, False)
    assert "private_phone.offered" not in find(whole, "zizzle me")
    overlay = tmp_path / "overlay"
    overlay.mkdir()
    content = {"about": "Our own words.", "groups": {"offered": {"en": ["zizzle me"]}}}
    (overlay / "private_phone.json").write_text(json.dumps(content), encoding="utf-8")
    laid = load_terms(lists, overlay, made=made)
    assert "private_phone.offered" in find(laid, "zizzle me")
    assert not laid.ready_made
    made.write_bytes(made.read_bytes()[:5_000])
    assert load_terms(lists, made=made).tables == whole.tables


def find(index, text):
    """The hits of a text."""
    folded = fold(text)
    return index.find(split_words(folded.text, sentences(folded.text)), folded)


def test_a_slot_stands_for_each_word_of_its_group(tmp_path):
    """Of the same language and of every folder; the words that fill it are no terms by themselves."""
    for folder, groups in (
        ("shipped", {"known": {"en": ["{child} of mine", "my advisee"]}, "child": {"en": ["kid"], "es": ["nena"]}}),
        ("own", {"child": {"en": ["scholar"]}}),
    ):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "who.json").write_text(json.dumps({"groups": groups}), encoding="utf-8")
    terms = load_terms(tmp_path / "shipped", tmp_path / "own")
    assert terms.listed("who.known") == ("kid of mine", "scholar of mine", "my advisee")
    assert terms.listed("who.child") == ()
