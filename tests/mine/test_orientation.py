"""The orientation: due once a school year, its posts checked by the real engine, its posts' names invented."""

from __future__ import annotations

from datetime import date

import pytest

from secondlook.checker import Asked, Checker, Parts
from secondlook.config import shipped
from secondlook.contract import Attempt
from secondlook.detection.engine import Engine
from secondlook.mine import orientation
from secondlook.policy.load import load_policy
from secondlook.rosters import invented_rosters
from secondlook.store import Store


@pytest.fixture(scope="module")
def checker() -> Checker:
    engine = Engine()
    engine.load()
    rosters, _ = invented_rosters()
    return Checker(Parts(engine, load_policy(shipped("shared_rules")), rosters.names, "invented", rosters.settings))


@pytest.mark.parametrize("language", ["en", "es", "pt"])
def test_the_engine_says_of_each_post_what_the_page_promises(checker: Checker, language):
    """Praise by name and a record are held, the rewrite and protected speech are not."""
    posts = orientation.practice_posts()[language]
    told = {
        post.id: checker.check(Attempt(action=post.action, site="facebook", text=post.text), Asked(language=language))
        for post in posts
    }
    assert {name: decision.verdict for name, decision in told.items()} == {post.id: post.expect for post in posts}
    assert {"warn", "allow"} == {post.expect for post in posts}


def test_the_languages_have_the_same_posts():
    """In the same order."""
    posts = orientation.practice_posts()
    assert [post.id for post in posts["en"]] == [post.id for post in posts["es"]] == [post.id for post in posts["pt"]]


@pytest.mark.parametrize(
    ("done", "today", "due"),
    [
        (None, date(2026, 11, 23), True),
        (date(2026, 11, 23), date(2027, 6, 30), False),
        (date(2026, 11, 23), date(2027, 7, 1), True),
        (date(2027, 7, 1), date(2028, 6, 30), False),
    ],
)
def test_it_is_due_once_a_school_year(tmp_path, done, today, due):
    """From 1 July to 30 June."""
    store = Store(tmp_path / "store.sqlite")
    if done:
        orientation.finish(store, done)
    assert orientation.is_due(store, today) is due


def test_a_date_that_is_none_counts_as_never(tmp_path):
    """Whoever wrote it."""
    store = Store(tmp_path / "store.sqlite")
    store.set_setting(orientation.DONE, {"not": "a date"})
    assert orientation.is_due(store, date(2026, 11, 23))


def test_it_is_offered_once_a_school_year(tmp_path):
    """Whoever closed the page is not asked again until the next year, and never after reading."""
    store = Store(tmp_path / "store.sqlite")
    first, later, next_year = date(2026, 11, 23), date(2027, 2, 1), date(2027, 9, 1)
    assert orientation.wants_offer(store, first)
    orientation.note_offer(store, first)
    assert not orientation.wants_offer(store, later)
    assert orientation.wants_offer(store, next_year)
    orientation.finish(store, next_year)
    assert not orientation.wants_offer(store, next_year)
