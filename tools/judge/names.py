"""Learns what the very words around a name say of it (`make judge`): `python tools/judge/names.py [--write]`, about two minutes.

Learns beside the cues, whose weights are made first (`tests/bench/name_weights.py`), from the tune half of the corpus, from the
same as a school sees it whose pupils share the names of public figures, and from those of `tools/judge/posts` that mark names.
One logistic regression over the rows of `name_words.py` and the cues' log-odds. Prints how many names are told wrongly in posts
of voices left out, with the cues alone and with the words; with `--write` writes `agent/secondlook/detection/judge/names.*`.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests"))

from name_roster import roster_of_names
from reliability import Bin, picture, table

from bench.name_weights import Case, Reader, Readers
from corpus.read_corpus import ROSTER, Post, read_corpus
from secondlook.detection.kind_features import BITS
from secondlook.detection.name_weights import name_weights
from secondlook.detection.name_words import ABOUT, FOLDER, PARTS, TABLE
from secondlook.detection.recognizers.student_name import DOUBT
from secondlook.rosters import rosters_of_files

ROOT = Path(__file__).resolve().parents[2]
POSTS = Path(__file__).resolve().parent / "posts"
WORTH = (0.8, 0.45, 0.25)
"""Value of a row that is there, by part; smaller ones are held back more."""
HOLD = 1.0
"""How freely the weights may grow; of 0.5, 1, 2 and 4 this did best on voices left out."""
OF_POSTS = 0.2
"""How much a name of a post written for training counts against one of the corpus, whose mix is the likeliest."""
OF_TUNED = 0.4
"""How much the cues' log-odds count in the corpus, with an eye on which the lists were written; they count whole in the other posts."""
MOST = 6.0
"""Log-odds of the cues beyond which more of them say no more."""
FOLDS = 6
LARGEST = 127


def cases_of_posts() -> list[Case]:
    """The names of the posts written for training, each voice with a roster of its own."""
    cases: list[Case] = []
    with tempfile.TemporaryDirectory() as folder:
        for voice, posts in sorted(_by_voice().items()):
            if not any(it.kind == "STUDENT_NAME" for post in posts for it in post.expected):
                continue
            users = roster_of_names(posts, Path(folder) / f"{voice}.csv")
            reader = Reader(rosters_of_files(users, ROSTER / "staff.csv"))
            cases += reader.hear(posts, dict(name_weights())).cases
    return cases


def _by_voice() -> dict[str, list[Post]]:
    voices: dict[str, list[Post]] = {}
    for post in read_corpus(POSTS):
        voices.setdefault(post.topic.split("/")[0], []).append(post)
    return voices


def matrix(cases: list[Case]) -> Any:
    """The rows of each case, part by part; what its sentence says the text says too."""
    beside = _part([case.words.beside for case in cases], WORTH[0])
    sentence = _part([case.words.sentence for case in cases], WORTH[1])
    text = _part([{*case.words.sentence, *case.words.elsewhere} for case in cases], WORTH[2])
    return sparse.hstack([beside, sentence, text]).tocsr()


def _part(rows: list[Collection[int]], worth: float) -> Any:
    places = np.repeat(np.arange(len(rows)), [len(set(it)) for it in rows])
    columns = np.array([row for it in rows for row in sorted(set(it))], dtype=np.int64)
    return sparse.csr_matrix((np.full(len(columns), worth), (places, columns)), shape=(len(rows), 1 << BITS))


def tables(weights: Any) -> Any:
    """The three tables from what each row is worth: a row of the sentence is also one of the text."""
    beside, sentence, text = weights.reshape(PARTS, -1) * np.array(WORTH)[:, None]
    return np.stack([beside, sentence + text, text])


def odds_of(cases: list[Case]) -> Any:
    """What the cues say of each."""
    return np.clip([case.odds for case in cases], -MOST, MOST)


def fit(features: Any, odds: Any, right: Any, counts: Any) -> tuple[Any, float, float]:
    """What each row is worth, how much the cues count, and what to begin with."""
    model = LogisticRegression(C=HOLD, max_iter=500)
    model.fit(sparse.hstack([features, sparse.csr_matrix(odds[:, None])]).tocsr(), right, counts)
    return model.coef_[0][:-1], float(model.coef_[0][-1]), float(model.intercept_[0])


def wrong(odds: Any, right: Any, found: int) -> int:
    """How many names are told wrongly where so many are found."""
    least = np.sort(odds[right])[::-1][found - 1]
    return int(((odds >= least) & ~right).sum())


def left_out(features: Any, odds: Any, right: Any, counts: Any, voices: list[str]) -> Any:
    """Log-odds of the corpus's names from what other voices taught; the posts for training come after the corpus's."""
    folds = {voice: number % FOLDS for number, voice in enumerate(sorted(set(voices)))}
    fold = np.array([folds[voice] for voice in voices] + [-1] * (len(right) - len(voices)))
    told = np.zeros(len(right))
    for part in range(FOLDS):
        there = fold == part
        weights, share, bias = fit(features[~there], odds[~there], right[~there], counts[~there])
        told[there] = features[there] @ weights + odds[there] / OF_TUNED * share + bias
    return told[: len(voices)]


def curve_of(told: Any, right: Any) -> tuple[float, float]:
    """The logistic curve through names of voices left out, by which a likelihood means what it says: its slope and its height."""
    curve = LogisticRegression(C=100.0).fit(told[:, None], right)
    return float(curve.coef_[0][0]), float(curve.intercept_[0])


def reliability_of(cases: list[Case], told: Any) -> list[Bin]:
    """Whether a likelihood means what it says, in voices left out; words are asked only where the cues leave a doubt."""
    of_cues = np.array([case.odds for case in cases])
    odds = np.where(abs(of_cues) <= DOUBT, told, of_cues)
    return table(1 / (1 + np.exp(-odds)), np.array([case.right for case in cases]))


def main() -> None:
    """Learn, tell, and with `--write` write the table."""
    tune = [post for post in read_corpus() if post.half == "tune"]
    corpus = Readers(tune).cases(tune, dict(name_weights()))
    cases = corpus + cases_of_posts()
    features, right = matrix(cases), np.array([case.right for case in cases])
    of_corpus = np.arange(len(cases)) < len(corpus)
    odds = odds_of(cases) * np.where(of_corpus, OF_TUNED, 1.0)
    counts = np.where(of_corpus, 1.0, OF_POSTS)
    told = left_out(features, odds, right, counts, [case.voice for case in corpus])
    for share in (0.93, 0.95, 0.97):
        found = int(right[of_corpus].sum() * share)
        alone = wrong(odds[of_corpus], right[of_corpus], found)
        both = wrong(told, right[of_corpus], found)
        print(f"of voices left out, {found} names found: wrong by cues {alone}, with words {both}")
    doubtful = abs(np.array([case.odds for case in corpus])) <= DOUBT
    slope, height = curve_of(told[doubtful], right[of_corpus][doubtful])
    bins = reliability_of(corpus, told * slope + height)
    print(*(f"said {b.said:.2f}, true {b.true:.2f}, {b.count} names" for b in bins), sep="\n")
    weights, share, bias = fit(features, odds, right, counts)
    print(f"{len(cases)} names, cues count {share * slope:.2f}, to begin with {bias * slope + height:+.2f}")
    if "--write" in sys.argv:
        write(tables(weights) * slope, share * slope, bias * slope + height)
        (ROOT / "docs/images/reliability.svg").write_text(picture(bins), encoding="utf-8")


def write(weights: Any, share: float, bias: float) -> None:
    """The tables in whole numbers of one byte, and how they are put to the cues."""
    scale = float(np.abs(weights).max()) / LARGEST
    (FOLDER / TABLE).write_bytes(np.rint(weights / scale).astype(np.int8).tobytes())
    about = "What words around a name are worth; made by tools/judge/names.py. The tables beside it hold no words."
    told = {"about": about, "scale": scale, "share": round(share, 3), "bias": round(bias, 3)}
    (FOLDER / ABOUT).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
