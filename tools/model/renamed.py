"""Copies of real posts with other people's names in them, so that the model learns the sentence and not the celebrity.

Real tweets name a few hundred famous people again and again. Called by `train.py`.
"""

from __future__ import annotations

import random

from corpora import Post
from synthetic import NamePool

SHARE = 0.6
"""Of the posts with a name that get a copy."""
LONE_FAMILY = 0.25
"""How often a name of one word becomes a family name."""
LANGUAGES = ("en", "en", "en", "es", "pt")


def renamed_copies(posts: list[Post], pool: NamePool, rng: random.Random) -> list[Post]:
    """Each copy has every PERSON replaced by an invented one of about the same shape and case."""
    copies = []
    for post in posts:
        named = any(label == "PERSON" for _, _, label in post.spans)
        if named and rng.random() < SHARE:
            copies.append(renamed(post, pool, rng))
    return copies


def renamed(post: Post, pool: NamePool, rng: random.Random) -> Post:
    """One copy; the other spans move along."""
    text, at, spans = "", 0, []
    for start, end, label in sorted(post.spans):
        if start < at:
            continue
        old = post.text[start:end]
        text += post.text[at:start]
        new = a_name_like(old, pool, rng) if label == "PERSON" else old
        spans.append((len(text), len(text) + len(new), label))
        text, at = text + new, end
    return Post(text + post.text[at:], tuple(spans))


def a_name_like(old: str, pool: NamePool, rng: random.Random) -> str:
    """A name with about as many words as the old one, in its case."""
    language = rng.choice(LANGUAGES)
    first, last = rng.choice(pool.first[language]), rng.choice(pool.last[language])
    lone = last if rng.random() < LONE_FAMILY else first
    new = f"{first} {last}" if " " in old else lone
    return new.lower() if old.islower() else new.upper() if old.isupper() and len(old) > 1 else new
