"""The recipe of the name model, as far as it can be told without training: pinned sources, true spans, the same posts each time."""

from __future__ import annotations

import importlib
import json
import random
import re
import sys
from pathlib import Path

import pytest

from corpus.read_corpus import CORPUS, read_corpus

RECIPE = Path(__file__).resolve().parents[2] / "tools" / "model"


@pytest.fixture
def recipe(monkeypatch):
    """Import a module of the recipe, which is a folder of scripts and no package."""
    monkeypatch.syspath_prepend(str(RECIPE))
    before = set(sys.modules)
    yield importlib.import_module
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", "")).startswith(str(RECIPE)):
            del sys.modules[name]


def test_sources_are_pinned_and_hold_no_test_split():
    """Every source has a SHA-256, a licence and an origin; no test split is among them."""
    files = json.loads((RECIPE / "sources.json").read_text(encoding="utf-8"))["files"]
    assert len(files) == 9
    for entry in files:
        assert re.fullmatch(r"[0-9a-f]{64}", entry["sha256"])
        assert entry["licence"]
        assert entry["from"].startswith("https://")
        assert "test" not in entry["path"]


def test_a_changed_source_stops_the_build(recipe, tmp_path):
    """A file that is not the pinned one is named and nothing is built."""
    (tmp_path / "btc").mkdir()
    (tmp_path / "btc" / "train.conll").write_text("Other\tO\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"btc/train\.conll"):
        recipe("sources").verified(tmp_path)


def test_handles_are_no_names(recipe):
    """The sign "@" and the handle after it become one unlabelled word; a hashtag's sign stays outside of the span."""
    tokens, tags = (
        ["@", "anna", "met", "#Ben", "Lee", "'s", "dog", "!"],
        ["B-PER", "I-PER", "O", "B-PER", "I-PER", *"OOO"],
    )
    post = recipe("corpora").detokenised(tokens, tags)
    assert post.text == "@anna met #Ben Lee's dog!"
    assert [post.text[start:end] for start, end, _ in post.spans] == ["Ben Lee"]


def test_invented_posts_are_true_and_repeatable(recipe):
    """A seed gives the same posts twice; every span is a whole name of the pool; about a third have no name."""
    synthetic = recipe("synthetic")
    people = {language: ["Wanda", "Otto"] for language in ("en", "es", "pt")}
    pool = synthetic.NamePool(people, {language: ["Quill"] for language in people}, ["Hope"])
    first, second = (synthetic.synthetic_posts(300, pool, random.Random(3)) for _ in range(2))  # noqa: S311 - repeatable, not secret
    assert first == second
    rng = random.Random(1)  # noqa: S311 - repeatable, not secret
    clean = [synthetic.filled(line, "en", pool, rng) for line in synthetic.read_templates("en")[0]]
    for post in clean:
        for start, end, _ in post.spans:
            assert re.fullmatch(r"(Wanda|Otto|Hope|Quill|Q\.|W\.|[ -]|de|la|da|dos?)+", post.text[start:end])
    assert 0.2 < sum(not post.spans for post in first) / len(first) < 0.45


def test_enough_templates(recipe):
    """At least 150 templates, a quarter of them without a name, in all three languages."""
    books = {language: recipe("synthetic").read_templates(language) for language in ("en", "es", "pt")}
    assert sum(len(named) + len(unnamed) for named, unnamed in books.values()) >= 150
    assert all(len(unnamed) * 4 >= len(named) for named, unnamed in books.values())


def test_made_up_names_are_nobodys(recipe):
    """Spelt letter by letter from names, the same each time, and never a word that a list knows."""
    people = {language: ["Wanda", "Walter", "Dalton", "Wendell"] for language in ("en", "es", "pt")}
    pool = recipe("synthetic").NamePool(people, people, [])
    known = frozenset(["wanda", "walter", "dalton", "wendell"])
    first, second = (
        [recipe("made_up").MadeUp(pool, known).draw(rng) for rng in [random.Random(5)] for _ in range(5)]  # noqa: S311 - repeatable, not secret
        for _ in range(2)
    )
    assert first == second
    assert all(name.istitle() and name.lower() not in known for name in first)


def test_school_posts_mark_names_and_are_none_of_the_corpus(recipe):
    """What is marked is written as a name; nothing that `make quality` measures with is learnt."""
    posts = recipe("school_posts").school_posts()
    measured = {post.text for post in read_corpus(CORPUS / "posts")}
    assert len(posts) > 10_000
    assert not measured.intersection(post.text for post in posts)
    for post in posts:
        for start, end, label in post.spans:
            assert label == "PERSON"
            assert re.fullmatch(r"[^\W\d_][\w'’.,\n -]*", post.text[start:end])


def test_copies_have_other_names_in_the_same_places(recipe):
    """Every name is another one, of as many words and in the same case; the rest of the text stays."""
    people = {language: ["Ottilie"] for language in ("en", "es", "pt")}
    pool = recipe("synthetic").NamePool(people, {language: ["Quill"] for language in people}, [])
    post = recipe("corpora").Post("hi ROSA, ask lia paz", ((3, 7, "PERSON"), (13, 20, "PERSON")))
    renamed = recipe("renamed")
    (copy,) = renamed.renamed_copies([post], renamed.Namer(pool), random.Random(2), share=1.0)  # noqa: S311 - repeatable, not secret
    assert re.fullmatch(r"hi (OTTILIE|QUILL), ask ottilie quill", copy.text)
    assert [copy.text[start:end].lower() for start, end, _ in copy.spans][1] == "ottilie quill"
