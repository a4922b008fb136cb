"""The texts of `make bench`: posts of the corpus' tune half as they are, joined to about 300 characters, and long ones.

Hostile long texts beside them, which must take no longer than their length allows. Called by `bench.py`.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from corpus.read_corpus import read_corpus

SEED = 5
POSTS = 400
VOICES = frozenset({"a", "b", "c", "d", "e", "f", "g", "kinds", "kinds2", "o", "p", "protected"})
"""Folders of the corpus that posts are drawn from. Newer voices are left out, so that figures of one year and the next compare."""
JOINED_LENGTH = 300
LENGTHS = (1_000, 2_000, 4_000, 8_000, 12_000, 16_000, 20_000)


def posts() -> list[str]:
    """Posts of the voices drawn from, as they were written, in a fixed random order."""
    drawn = (post for post in read_corpus() if post.half == "tune" and post.topic.split("/")[0] in VOICES)
    found = [post.text for post in drawn if post.text.strip()]
    random.Random(SEED).shuffle(found)  # noqa: S311 - repeatable, not secret
    return found[:POSTS]


def joined(texts: list[str]) -> list[str]:
    """Neighbours put together, a line each, until about 300 characters are reached."""
    made, text = [], ""
    for one in texts:
        text = f"{text}\n{one}" if text else one
        if len(text) >= JOINED_LENGTH * 0.8:
            made.append(text)
            text = ""
    return made


def long_texts(texts: list[str]) -> dict[str, Callable[[int], str]]:
    """What long texts may be, each as a function of its length in characters."""
    everything = "".join(letter for letter in "\n".join(texts) if letter <= "\uffff")  # the limit counts UTF-16
    everything *= 1 + max(LENGTHS) // len(everything)
    return {
        "posts": lambda size: everything[:size],
        "one name": lambda size: ("Emma Rodrigues " * size)[:size],
        "dots": lambda size: "." * size,
        "a@a@": lambda size: "a@" * (size // 2),
    }
