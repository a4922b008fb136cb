"""Reads the three tweet corpora as running text with name spans, and writes their case copies.

"Names only": the corpora label "@" and the handle after it as a person; a handle is glued together and left
unlabelled, and the "#" of a hashtag stays outside the span. Called by `train.py` and `score.py`.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = {"PER": "PERSON", "person": "PERSON", "ORG": "ORG", "corporation": "ORG", "LOC": "LOC", "location": "LOC"}
"""Corpus label -> ours; every other label is dropped."""

NO_SPACE_BEFORE = re.compile(r"^(?:[.,:;!?%)\]}…]+|['’](?:s|m|re|ve|ll|d)|n['’]t|['’])$", re.IGNORECASE)
NO_SPACE_AFTER = frozenset("([{#$£€")


@dataclass(frozen=True)
class Post:
    """A text and its spans (start, end, label), in code points."""

    text: str
    spans: tuple[tuple[int, int, str], ...]


def read_tweets(path: Path, tag_column: int) -> list[Post]:
    """The posts of a CoNLL-like file: a token a line, tab separated, blank line between posts."""
    posts = []
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8").replace("\r", "")):
        rows = [line.split("\t") for line in block.split("\n") if line.strip() and not line.startswith("-DOCSTART-")]
        rows = [row for row in rows if len(row) > tag_column]
        if rows:
            posts.append(detokenised([row[0] for row in rows], [row[tag_column].strip() for row in rows]))
    return posts


def detokenised(tokens: list[str], tags: list[str]) -> Post:
    """Running text as a person would have typed it, with the spans moved along."""
    text, spans, open_span = "", [], None
    glue = True
    for word, tag in handles_joined(tokens, tags):
        if not glue and not NO_SPACE_BEFORE.match(word):
            text += " "
        start, text = len(text), text + word
        glue = word in NO_SPACE_AFTER
        kind = LABELS.get(tag[2:]) if len(tag) > 2 else None
        hash_sign = 1 if word.startswith("#") and len(word) > 1 else 0
        if kind is None or word == "#":
            open_span = None
        elif open_span and tag.startswith("I-") and spans[open_span[0]][2] == kind:
            spans[open_span[0]] = (spans[open_span[0]][0], len(text), kind)
        else:
            spans.append((start + hash_sign, len(text), kind))
            open_span = (len(spans) - 1,)
    return Post(text, tuple(spans))


def handles_joined(tokens: list[str], tags: list[str]) -> Iterator[tuple[str, str]]:
    """Glue "@" to the word after it, and label neither."""
    skip = False
    for place, (word, tag) in enumerate(zip(tokens, tags, strict=True)):
        if skip:
            skip = False
        elif word == "@" and place + 1 < len(tokens):
            skip = True
            yield "@" + tokens[place + 1], "O"
        elif word.startswith("@"):
            yield word, "O"
        else:
            yield word, tag


def case_copies(posts: list[Post], rng: random.Random) -> list[Post]:
    """A quarter of the posts again in lower case and a twelfth in capitals, where that keeps the length."""
    copies = []
    for post in posts:
        draw = rng.random()
        text = post.text.lower() if draw < 0.25 else post.text.upper() if draw < 0.33 else post.text
        if text != post.text and len(text) == len(post.text):
            copies.append(Post(text, post.spans))
    return copies
