"""Copies of posts with other people's names in them, so that the model learns the sentence and not the celebrity.

Real tweets name a few hundred famous people again and again; and no list knows every name. Called by `train.py`.
"""

from __future__ import annotations

import random

from corpora import Post
from made_up import MadeUp
from synthetic import NamePool

SHARE = 0.6
"""Of the posts with a name that get a copy."""
MADE_UP = 0.5
"""Of the words of names where any are made up, those that are."""
LONE_FAMILY = 0.25
"""How often a name of one word becomes a family name."""
LANGUAGES = ("en", "en", "en", "es", "pt")


class Namer:
    """Draws names for copies.

    Args:
        pool: names that there are.
        made_up: names that nobody bears; without it, none of those are drawn.

    """

    def __init__(self, pool: NamePool, made_up: MadeUp | None = None) -> None:
        self._pool, self._made_up = pool, made_up

    def first(self, rng: random.Random) -> str:
        """A first name."""
        return self._word(self._pool.first, rng)

    def last(self, rng: random.Random) -> str:
        """A surname."""
        return self._word(self._pool.last, rng)

    def _word(self, names: dict[str, list[str]], rng: random.Random) -> str:
        if self._made_up is not None and rng.random() < MADE_UP:
            return self._made_up.draw(rng)
        return rng.choice(names[rng.choice(LANGUAGES)])


def renamed_copies(posts: list[Post], namer: Namer, rng: random.Random, share: float = SHARE) -> list[Post]:
    """Each copy has every PERSON replaced by an invented one of about the same shape and case."""
    copies = []
    for post in posts:
        named = any(label == "PERSON" for _, _, label in post.spans)
        if named and rng.random() < share:
            copies.append(renamed(post, namer, rng))
    return copies


def renamed(post: Post, namer: Namer, rng: random.Random) -> Post:
    """One copy; the other spans move along."""
    text, at, spans = "", 0, []
    for start, end, label in sorted(post.spans):
        if start < at:
            continue
        old = post.text[start:end]
        text += post.text[at:start]
        new = a_name_like(old, namer, rng) if label == "PERSON" else old
        spans.append((len(text), len(text) + len(new), label))
        text, at = text + new, end
    return Post(text + post.text[at:], tuple(spans))


def a_name_like(old: str, namer: Namer, rng: random.Random) -> str:
    """A name with about as many words as the old one, in its case."""
    first, last = namer.first(rng), namer.last(rng)
    lone = last if rng.random() < LONE_FAMILY else first
    new = f"{first} {last}" if " " in old else lone
    return new.lower() if old.islower() else new.upper() if old.isupper() and len(old) > 1 else new
