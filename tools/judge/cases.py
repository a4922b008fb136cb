"""The posts that the judge of content learns from, cut as it reads them, with what a recognizer said and what is there. Called by `train.py`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np

from corpus.read_corpus import CORPUS, ROSTER, Post
from secondlook.detection.engine import Engine
from secondlook.detection.fold import fold
from secondlook.detection.kind_stretches import Stretch, stretches_of
from secondlook.detection.match import Match
from secondlook.detection.reading import Reading
from secondlook.rosters import rosters_of_files

TUNED_ON = frozenset({"a", "b", "c", "d", "kinds", "kinds2", "protected", "short"})
VOICES = frozenset(it.name for it in (CORPUS / "posts").iterdir())
"""The corpus's own voices, whose mix of posts is the likeliest."""
NAME = re.compile(r"[^\W\d_][\w'’.-]+(?: [^\W\d_][\w'’.-]*){0,3}")


@dataclass(frozen=True)
class Case:
    """A stretch of a post, or one sentence of it: its rows, the best recognizer's score by kind, and which kinds are there."""

    voice: str
    rows: Any
    scores: dict[str, float]
    kinds: frozenset[str]
    sentences: tuple[Case, ...] = ()

    @property
    def of_corpus(self) -> bool:
        """Whether its post is of the corpus, and not written for the judge."""
        return self.voice in VOICES

    @property
    def tuned_on(self) -> bool:
        """Whether the recognizers were tuned with an eye on such posts."""
        return self.voice in TUNED_ON


def cases_of(posts: list[Post], users: Path = ROSTER / "users.csv") -> list[Case]:
    """Every stretch of the posts, read with a roster (the corpus's, if no other) and no judge."""
    engine = Engine(judge=None)
    engine.load()
    rosters = rosters_of_files(users, ROSTER / "staff.csv")
    cases = []
    for post in posts:
        settings = replace(rosters.settings, account=post.attempt["account"]["kind"])
        reading = Reading(fold(post.text), rosters.names, engine.terms, settings)
        matches = engine.find(reading)
        cases += [_case(post, reading, stretch, matches) for stretch in stretches_of(reading)]
    return cases


def roster_of(posts: list[Post], file: Path) -> Path:
    """Writes a OneRoster file with the pupils that the posts mark, but for those who are on no roster; a lone first name gets a surname."""
    header = (ROSTER / "users.csv").read_text(encoding="utf-8").splitlines()[0]
    names = {
        tuple(post.text[it.start : it.end].strip("#@.,'’\"").title().split(" ", 1))
        for post in posts
        for it in post.expected
        if it.kind == "STUDENT_NAME" and "off_roster" not in post.forms
    }
    rows = [
        f"x{number:05},,,true,mhs,student,u{number},,{name[0]},{name[-1] if len(name) > 1 else 'Vasquez-Holm'},,8{number:06},,,,,09,"
        for number, name in enumerate(sorted(it for it in names if NAME.fullmatch(" ".join(it))))
    ]
    file.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    return file


def _case(post: Post, reading: Reading, stretch: Stretch, matches: list[Match]) -> Case:
    whole = _there(post, stretch.rows(), (stretch.start, stretch.end), matches)
    if post.verdict == "inform" and not post.expected:
        whole = replace(whole, kinds=whole.kinds | {"STUDENT_ANECDOTE"})
    return replace(whole, sentences=tuple(_sentences(post, reading, stretch, matches)))


def _sentences(post: Post, reading: Reading, stretch: Stretch, matches: list[Match]) -> Iterator[Case]:
    for it in stretch.sentences:
        span = reading.original_span(it.start, it.start + len(it.text)) if it.text else (0, 0)
        yield _there(post, np.array([*it.rows(), *sorted(it.lists), stretch.account]), span, matches)


def _there(post: Post, rows: Any, span: tuple[int, int], matches: list[Match]) -> Case:
    """What is there between two places of a post."""
    start, end = span
    scores: dict[str, float] = {}
    for match in matches:
        if start <= match.start < end:
            scores[match.kind] = max(match.score, scores.get(match.kind, 0.0))
    kinds = frozenset(it.kind for it in post.expected if it.start < end and start < it.end)
    return Case(post.topic.split("/")[0], rows, scores, kinds)
