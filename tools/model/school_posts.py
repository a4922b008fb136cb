"""The invented posts that were written for this project with every name in them marked, as the name model learns them.

They are `tools/judge/posts`: whose name it is does not matter here, pupil, colleague or star. Of the corpus of `tests`
nothing is learnt. Called by `train.py`.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

from corpora import Post
from score import in_handle

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "tools" / "judge" / "posts"
VOICES = re.compile(r"n[a-ln]|g[i-o]")
"""Those whose writers were asked to mark every person; older ones mark pupils alone, and later ones came after the model."""
NAMES = frozenset(["STUDENT_NAME", "PERSON"])
_NAME = re.compile(r"[^\W\d_][\w'’.-]*(?:[ \n,]+[^\W\d_][\w'’.-]*){0,4}")
"""As a person would write it, and not spaced out or in figures."""


def school_posts() -> list[Post]:
    """Every post of these voices, in order; posts with a name in disguise are left out."""
    sys.path.insert(0, str(ROOT / "tests"))
    from corpus.read_corpus import read_corpus  # noqa: PLC0415 - the corpus's reader is not of this folder

    posts = []
    for voice in sorted(it for it in FOLDER.iterdir() if VOICES.fullmatch(it.name)):
        for post in read_corpus(voice):
            marks = [(it.start, it.end) for it in post.expected if it.kind in NAMES]
            spans = [(start, end) for start, end in marks if not in_handle(post.text, start)]
            if all(_NAME.fullmatch(post.text[start:end].lstrip("#")) for start, end in spans):
                posts.append(Post(post.text, tuple((_behind_sign(post.text, a), b, "PERSON") for a, b in spans)))
    return posts


def _behind_sign(text: str, start: int) -> int:
    return start + 1 if text[start] == "#" else start
