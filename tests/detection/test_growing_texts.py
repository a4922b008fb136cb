"""What is remembered never shows: a text that grows or is edited has at each state the findings it has when it is met for the first time."""

from __future__ import annotations

import random

import pytest

from corpus.read_corpus import read_corpus
from secondlook.detection.detect import detect
from secondlook.detection.engine import Engine

DICE = random.Random(11)  # noqa: S311 - repeatable, not secret
POSTS = [post.text for post in read_corpus() if post.half == "tune" and 4 < len(post.text.split(" ")) < 60]
WORDS = [word for post in POSTS for word in post.split(" ")]


@pytest.fixture(scope="module")
def forgetful():
    """An engine that is made to forget before each text."""
    engine = Engine()
    engine.load()
    return engine


def grown(text: str) -> list[str]:
    """A word at a time."""
    words = text.split(" ")
    return [" ".join(words[:count]) for count in range(1, len(words) + 1)]


def edited(text: str) -> list[str]:
    """Words put in, taken out, replaced and moved to a line of their own, anywhere."""
    states, words = [], text.split(" ")
    for _ in range(8):
        place = DICE.randrange(len(words))
        deed = DICE.choice(("in", "out", "other", "line", "stop"))
        if deed == "in":
            words.insert(place, DICE.choice(WORDS))
        elif deed == "out" and len(words) > 1:
            words.pop(place)
        else:
            words[place] = {"line": f"{words[place]}\n", "stop": f"{words[place]}."}.get(deed, DICE.choice(WORDS))
        states.append(" ".join(words))
    return states


def typed_and_deleted(text: str) -> list[str]:
    """A character at a time, now and then with some taken back and typed again, as people do."""
    states, place = [], 0
    while place < len(text) and len(states) < 60:
        place += 1
        states.append(text[:place])
        if DICE.random() < 0.1:
            back = max(0, place - DICE.randrange(1, 12))
            states += [text[:end] for end in range(place - 1, back, -1)]
            place = back
    return states


@pytest.mark.parametrize("change", [grown, edited, typed_and_deleted])
def test_memory_never_shows(change, engine, forgetful, names):
    """All findings, scores, evidence, topics: as if nothing had been read before."""
    engine.forget()
    for post in DICE.sample(POSTS, 25):
        neighbour = DICE.choice(POSTS)
        for state in change(f"{post}\n{neighbour}" if DICE.random() < 0.4 else post):
            forgetful.forget()
            assert detect(state, names, engine) == detect(state, names, forgetful), state
