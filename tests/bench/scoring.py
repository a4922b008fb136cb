"""Counts of right and wrong for `make quality`: spans by kind, form and language, verdicts, false alarms.

Knows Posts and predicted spans, nothing of any detector, so that two detectors are counted by the same hand.
A predicted span is right when it overlaps an expected one of its kind; what is expected counts once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from corpus.read_corpus import Expected, Post

Key = tuple[str, ...]
VERDICT_ONLY = {"STUDENT_ANECDOTE"}
"""Kinds whose words no post marks, since a story has no exact bounds; the verdict alone says whether it was seen."""


@dataclass
class Tally:
    """Right, missed and wrong spans.

    Attributes:
        exact: of the right ones, those with the very same span.
    """

    right: int = 0
    missed: int = 0
    wrong: int = 0
    exact: int = 0

    @property
    def recall(self) -> float:
        """Share of what is there that was found; 0 when nothing is there."""
        return self.right / max(1, self.right + self.missed)

    @property
    def precision(self) -> float:
        """Share of what was found that is there; 1 when nothing was found."""
        found = self.right + self.wrong
        return self.right / found if found else 1.0

    def as_json(self) -> dict[str, float | int]:
        """Counts and shares, rounded to three places."""
        return {
            "expected": self.right + self.missed,
            "right": self.right,
            "missed": self.missed,
            "wrong": self.wrong,
            "exact": self.exact,
            "recall": round(self.recall, 3),
            "precision": round(self.precision, 3),
        }


@dataclass(frozen=True)
class Answer:
    """What a detector said of one post: spans in code points, and the verdict."""

    spans: tuple[Expected, ...]
    verdict: str


@dataclass
class Scores:
    """Everything counted over one half of the corpus."""

    spans: dict[Key, Tally] = field(default_factory=lambda: defaultdict(Tally))
    posts: int = 0
    innocent: int = 0
    alarms: int = 0
    right_verdicts: int = 0
    verdicts_by_topic: dict[str, list[int]] = field(default_factory=lambda: defaultdict(lambda: [0, 0]))
    misses: list[str] = field(default_factory=list)
    false_finds: list[str] = field(default_factory=list)
    wrong_verdicts: list[str] = field(default_factory=list)

    def add(self, post: Post, answer: Answer) -> None:
        """Count one post."""
        self.posts += 1
        right = answer.verdict == post.verdict
        self.right_verdicts += right
        topic = self.verdicts_by_topic[post.topic]
        topic[0] += right
        topic[1] += 1
        if not right:
            self.wrong_verdicts.append(f"{post.id}: {post.verdict} → {answer.verdict}")
        if post.verdict == "allow":
            self.innocent += 1
            self.alarms += answer.verdict != "allow"
        for kind in {span.kind for span in (*post.expected, *answer.spans)} - VERDICT_ONLY:
            self._count(post, kind, answer)

    def _count(self, post: Post, kind: str, answer: Answer) -> None:
        expected = [span for span in post.expected if span.kind == kind]
        found = [span for span in answer.spans if span.kind == kind]
        tally = Tally(
            right=sum(_touched(span, found) for span in expected),
            missed=sum(not _touched(span, found) for span in expected),
            wrong=sum(not _touched(span, expected) for span in found),
            exact=sum(span in found for span in expected),
        )
        keys: list[Key] = [(kind,), (kind, "language", post.language)]
        keys += [(kind, "form", form) for form in post.forms]
        for key in keys:
            _merge(self.spans[key], tally)
        if tally.missed:
            self.misses.append(f"{post.id}: {kind}")
        if tally.wrong:
            self.false_finds.append(f"{post.id}: {kind}")

    def as_json(self) -> dict[str, object]:
        """All figures, keys joined by a slash."""
        return {
            "posts": self.posts,
            "right_verdict": round(self.right_verdicts / max(1, self.posts), 3),
            "innocent_posts": self.innocent,
            "false_alarms": self.alarms,
            "false_alarm_share": round(self.alarms / max(1, self.innocent), 4),
            "spans": {"/".join(key): tally.as_json() for key, tally in sorted(self.spans.items())},
        }


def _touched(span: Expected, others: Iterable[Expected]) -> bool:
    return any(other.start < span.end and span.start < other.end for other in others)


def _merge(into: Tally, more: Tally) -> None:
    into.right += more.right
    into.missed += more.missed
    into.wrong += more.wrong
    into.exact += more.exact
