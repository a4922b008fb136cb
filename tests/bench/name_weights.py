"""Fits what each cue around a name is worth, and shows how well it carries over to a voice it has not seen.

`python tests/bench/name_weights.py` prints cross-voice figures on the tune half; with `--write` it writes
`agent/secondlook/detection/name_weights.json`. Logistic regression pulled towards figures set by hand (`BY_HAND`) with the
strength of `SPREAD`, so a cue that the corpus hardly shows keeps them. Tune half only. What words around a name say is learned
beside these weights, so after them (`tools/judge/names.py`, in `make judge`).
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.namesakes import namesake_school
from corpus.read_corpus import ROSTER, Post, read_corpus
from secondlook.detection.cue_families import NAMESAKE
from secondlook.detection.engine import Engine
from secondlook.detection.fold import fold
from secondlook.detection.name_cues import of_namesake
from secondlook.detection.name_weights import FILE, LIMIT
from secondlook.detection.name_words import NameRows
from secondlook.detection.reading import Reading
from secondlook.detection.recognizers.student_name import Gathered, gather, judge
from secondlook.detection.settings import DetectionSettings
from secondlook.rosters import Rosters, rosters_of_files

SPREAD, SPREAD_OF_NAMESAKES = 0.7, 1.0
"""How far, in log-odds, a fitted weight may easily stray from the one set by hand; farther where that was set for anybody."""
VOICES = (
    "a", "b", "c", "d", "e", "f", "o", "p", "ee", "ff", "gg", "hh", "ii", "jj", "kk", "ll",
    "mm", "nn", "oo", "pp", "rr", "ss", "tt", "uu", "vv", "xx", "yy", "ba", "bb", "bc", "bd", "be",
    "bf", "bg", "bh", "bi", "bj", "bk", "bl",
)  # fmt: skip
"""Folders of the corpus with names enough to be left out one at a time; the others are always fitted on."""
ROUNDS = 3
"""Fits; what surer names say of others depends on the weights themselves."""
_SET: dict[str, float] = json.loads(Path(__file__).with_name("name_weights_by_hand.json").read_text(encoding="utf-8"))
_ANYBODYS = {cue: worth for cue, worth in _SET.items() if not cue.startswith("namesake_")}
BY_HAND = dict(zip(of_namesake(_ANYBODYS), _ANYBODYS.values(), strict=True)) | _SET
"""A cue of a namesake is worth what it is of anybody, unless set otherwise."""
CUES = sorted(BY_HAND)


@dataclass(frozen=True)
class Case:
    """One candidate of one post: its cues, the log-odds its roster score gives, and whether it is a pupil's name.

    Attributes:
        odds: what the cues say together under the weights it was heard with.
        words: the words around it.

    """

    voice: str
    language: str
    cues: tuple[str, ...]
    start: float
    right: bool
    odds: float
    words: NameRows


@dataclass(frozen=True)
class Heard:
    """All cases of some posts, and how many expected names no candidate touches."""

    cases: list[Case]
    out_of_reach: int


class Reader:
    """Turns posts into cases with the shipped engine and a roster; each post is read once."""

    def __init__(self, rosters: Rosters) -> None:
        self._engine = Engine()
        self._engine.load()
        self._names = rosters.names
        self._gathered: dict[str, Gathered] = {}

    def _gather(self, post: Post) -> Gathered:
        """The candidates of a post, as the shipped weights let the NER read it."""
        if post.id not in self._gathered:
            reading = Reading(fold(post.text), self._names, self._engine.terms, DetectionSettings())
            self._engine.find(reading)
            self._gathered[post.id] = gather(reading)
        return self._gathered[post.id]

    def hear(self, posts: Iterable[Post], weights: dict[str, float]) -> Heard:
        """The cases of posts under some weights."""
        cases, out_of_reach = [], 0
        for post in posts:
            gathered = self._gather(post)
            weighed = judge(gathered, weights)
            words = gathered.words(it.candidate.span for it in weighed)
            expected = [it for it in post.expected if it.kind == "STUDENT_NAME"]
            out_of_reach += sum(
                not any(it.start < w.candidate.end and w.candidate.start < it.end for w in weighed) for it in expected
            )
            for it in weighed:
                one = it.candidate
                right = any(e.start < one.end and one.start < e.end for e in expected)
                score = min(one.hit.score, LIMIT) if one.sort == "full" and one.hit else 0.5
                start = float(np.log(score / (1 - score)))
                voice = post.topic.split("/")[0]
                cases.append(Case(voice, post.language, it.cues, start, right, it.odds, words[one.span]))
        return Heard(cases, out_of_reach)


def matrix(cases: list[Case]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Cues as ones, the starting log-odds, and what is right."""
    place = {cue: at for at, cue in enumerate(CUES)}
    ones = np.zeros((len(cases), len(CUES)))
    for row, case in enumerate(cases):
        for cue in case.cues:
            ones[row, place[cue]] = 1.0
    return ones, np.array([case.start for case in cases]), np.array([float(case.right) for case in cases])


def fit(cases: list[Case]) -> dict[str, float]:
    """The weights, by Newton's steps on the penalised likelihood."""
    ones, start, right = matrix(cases)
    prior = np.array([BY_HAND[cue] for cue in CUES])
    held = 1 / np.array([SPREAD_OF_NAMESAKES if cue.startswith("namesake_") else SPREAD for cue in CUES]) ** 2
    weights = prior.copy()
    for _ in range(30):
        likely = 1 / (1 + np.exp(-np.clip(start + ones @ weights, -30, 30)))
        slope = ones.T @ (right - likely) - (weights - prior) * held
        curve = (ones * (likely * (1 - likely))[:, None]).T @ ones + np.diag(held)
        weights = weights + np.linalg.solve(curve, slope)
    return {cue: round(float(value), 2) for cue, value in zip(CUES, weights, strict=True)}


def likelihoods(cases: list[Case], weights: dict[str, float]) -> np.ndarray:
    """How likely each case is under some weights."""
    ones, start, _ = matrix(cases)
    odds = start + ones @ np.array([weights[cue] for cue in CUES])
    return np.asarray(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


class Readers:
    """The corpus's school, and the one where pupils share the names of public figures."""

    def __init__(self, posts: list[Post]) -> None:
        self.corpus = Reader(rosters_of_files(ROSTER / "users.csv", ROSTER / "staff.csv"))
        self._school = namesake_school(posts)
        self._namesakes = Reader(self._school.rosters)

    def cases(self, posts: list[Post], weights: dict[str, float]) -> list[Case]:
        """The cases of posts, and of the namesakes' posts among those."""
        ids = {post.id for post in posts}
        about = [post for post in self._school.about_pupils if post.id in ids]
        innocent = [post for post in self._school.innocent if post.id in ids]
        shared = [it for posts in (innocent, about) for it in self._namesakes.hear(posts, weights).cases]
        return self.corpus.hear(posts, weights).cases + [it for it in shared if NAMESAKE in it.cues]


def trained(readers: Readers, posts: list[Post]) -> dict[str, float]:
    """Weights fitted on posts, in a few rounds."""
    weights = BY_HAND
    for _ in range(ROUNDS):
        weights = fit(readers.cases(posts, weights))
    return weights


def shown(label: str, heard: Heard, weights: dict[str, float]) -> str:
    """Recall and precision of cases at one half."""
    found = likelihoods(heard.cases, weights) >= 0.5
    right = np.array([case.right for case in heard.cases])
    there = int(right.sum()) + heard.out_of_reach
    both = int((found & right).sum())
    return f"{label:34} names {there:4}  recall {both / max(1, there):.3f}  precision {both / max(1, int(found.sum())):.3f}"


def main() -> None:
    """Cross-voice figures; with `--write` the file."""
    posts = [post for post in read_corpus() if post.half == "tune"]
    readers = Readers(posts)
    reader = readers.corpus
    by_voice = {voice: [p for p in posts if p.topic.split("/")[0] == voice] for voice in VOICES}
    others = [p for p in posts if p.topic.split("/")[0] not in by_voice]
    for voice, its in by_voice.items():
        elsewhere = [p for name, group in by_voice.items() if name != voice for p in group] + others
        for label, weights in (("by hand", BY_HAND), ("fitted on the others", trained(readers, elsewhere))):
            print(shown(f"voice {voice}, {label}", reader.hear(its, weights), weights))
    weights = trained(readers, posts)
    heard = reader.hear(posts, weights)
    print(shown("all, fitted on all", heard, weights))
    if "--write" in sys.argv:
        about = "Log-odds of each cue around a name; fitted by tests/bench/name_weights.py on the corpus's tune half."
        FILE.write_text(json.dumps({"about": about, "weights": weights}, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
