"""`make quality`: how well names and records are found on the corpus, beside stock Presidio; writes docs/quality.md and build/quality.json.

Figures for both halves; ids of mistakes for the tune half only, so that nobody tunes on the check half.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tools"))

from bench.detectors import Ours, StockPresidio
from bench.namesakes import namesake_school
from bench.scoring import Scores
from corpus.read_corpus import CORPUS, Post, read_corpus
from generate_clause_table import clause_rows
from secondlook.rosters import rosters_of_files

ROOT = Path(__file__).resolve().parents[2]
LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese"}


def run(detector: Any, posts: list[Post]) -> dict[str, Scores]:
    """Scores of one detector by half."""
    scores = {"tune": Scores(), "check": Scores()}
    for post in posts:
        scores[post.half].add(post, detector.answer(post))
    return scores


def corpus_digest() -> str:
    """SHA-256 over all post files, so that a figure can be tied to its corpus."""
    digest = hashlib.sha256()
    for path in sorted((CORPUS / "posts").rglob("*.jsonl")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def span_rows(scores: dict[str, dict[str, Scores]], middle: str) -> list[str]:
    """Table rows of all keys whose second part is `middle` ("" = the kinds themselves)."""
    ours = scores["ours"]["check"].spans
    keys = [key for key in sorted(ours) if (len(key) == 1 if not middle else len(key) == 3 and key[1] == middle)]
    rows = []
    for key in keys:
        check, tune = ours[key], scores["ours"]["tune"].spans[key]
        stock = scores["stock"]["check"].spans.get(key)
        label = f"{key[0]}" if not middle else f"{key[0]} · {LANGUAGES.get(key[2], key[2])}"
        stock_cell = f"{stock.recall:.2f} / {stock.precision:.2f}" if stock else "0.00 / –"
        rows.append(
            f"| {label} | {check.right + check.missed} | {check.recall:.3f} | {check.precision:.3f} "
            f"| {tune.recall:.3f} / {tune.precision:.3f} | {stock_cell} |"
        )
    return rows


BLIND = (
    "Voices that strangers wrote, who knew the policy's reading, the format and the roster alone, each measured whole before anything was tuned on it,",
    "in the order of the work; so each line is of an older state of the product than the next. The mixed ones are the figure to trust; those that name what they are about were asked for the hard cases alone:",
    "",
    "| voice | posts | right verdict | names: recall / precision | records: recall | false alarms | stock Presidio: verdict, names, false alarms |",
    "|---|---|---|---|---|---|---|",
    "| p | 720 | .907 | .941 / .918 | .90 | 5.8% | .613, .85 / .49, 40% |",
    "| ee, ff | 1040 | .927 | .939 / .905 | .91 | 8.7% | .629, .87 / .51, 46% |",
    "| gg, hh | 1040 | .939 | .923 / .936 | .85 | 5.0% | gg: .642, .89 / .54, 47% |",
    "| ii, jj | 840 | .944 | .948 / .960 | .86 | 3.9% | |",
    "| kk | 420 | .945 | .958 / .963 | .83 | 5.4% | .636, .89 / .52, 51% |",
    "| ll, mm | 840 | .951 | .977 / .956 | .94 | 6.8% | .630, .86 / .52, 50% |",
    "| nn, oo | 840 | .950 | .951 / .960 | .94 | 4.1% | |",
    "| pp (innocent posts above all) | 520 | .946 | 1.0 / .708 | – | 5.8% | |",
    "| qq (the other kinds above all) | 420 | .829 | .971 / .756 | .85 | 4.5% | |",
    "| rr (lone and off-roster names above all) | 420 | .929 | .916 / .921 | .92 | 5.9% | |",
    "| ss (innocent first names above all) | 420 | .898 | .860 / .754 | – | 9.4% | |",
    "| tt (records above all) | 420 | .929 | .993 / .942 | .85 | 5.3% | |",
    "| uu | 420 | .948 | .967 / .978 | .89 | 2.0% | .593, .89 / .56, 48% |",
    "| vv (innocent posts alone) | 520 | .958 | – | – | 4.2% | .527, 47% |",
    "| xx | 420 | .952 | .955 / .975 | .90 | 4.1% | .650, .87 / .62, 39% |",
    "| yy (records above all, as often hinted at as said) | 400 | .945 | .974 / .970 | .70 | 5.0% | .680, .95 / .71, 26% |",
    "| zz (plain and everyday) | 400 | .988 | 1.0 / .989 | .94 | 1.1% | .733, .91 / .64, 34% |",
    "| ba | 420 | .967 | .983 / .983 | .93 | 1.0% | .610, .85 / .47, 51% |",
    "| bb | 420 | .955 | .983 / .957 | .91 | 3.4% | .621, .89 / .49, 49% |",
    "| bc | 420 | .967 | .982 / .948 | .96 | 4.1% | .574, .84 / .50, 50% |",
    "| bd | 380 | .961 | .986 / .952 | .89 | 4.3% | .571, .80 / .43, 47% |",
)


def with_namesakes(posts: list[Post]) -> dict[str, Scores]:
    """Scores on the check half where pupils share the names of public figures: innocent posts, and posts about such pupils."""
    school = namesake_school([post for post in posts if post.half == "check"])
    ours = Ours(school.rosters)
    scores = {"innocent": Scores(), "about pupils": Scores()}
    for its, posts_of in zip(scores.values(), (school.innocent, school.about_pupils), strict=True):
        for post in posts_of:
            its.add(post, ours.answer(post))
    return scores


def _namesake_lines(scores: dict[str, Scores]) -> tuple[str, ...]:
    innocent, about = scores["innocent"], scores["about pupils"].spans["STUDENT_NAME",]
    warned = f"{innocent.alarms / max(1, innocent.posts):.1%}"
    return (
        "Where pupils share the names of public figures (`tests/bench/namesakes.py`), of the check half's",
        f"{innocent.posts} innocent posts that name such a figure in full {warned} are warned about, and of",
        f"{about.right + about.missed} names in its posts about pupils, each with one pupil so named, {about.recall:.3f} are found.",
        "Some of those posts do not tell the two apart.",
    )


def page(scores: dict[str, dict[str, Scores]], namesakes: dict[str, Scores], digest: str) -> str:
    """docs/quality.md."""
    total = sum(half.posts for half in scores["ours"].values())
    lines = [
        "# Quality", "",
        f"Made by `make quality` on the project's own corpus (`tests/corpus`, {total} posts, several voices, three languages). Tuned on the tune half only;",
        "the check half is what to quote. Its totals were looked at while the judge's kinds and thresholds were chosen, and what is read of the words around",
        "names and from which likelihood a name is told; so it is a little kind to both. No post of it was read.",
        "A span counts as found when it is touched by a finding of its kind.",
        f"Corpus: `sha256:{digest[:16]}…`.", "",
        *BLIND, "",
        "| check half | posts | right verdict | innocent posts | false alarms |", "|---|---|---|---|---|",
    ]  # fmt: skip
    for side, label in (
        ("ours", "Second Look"),
        ("ours_without_roster", "Second Look without a roster"),
        ("stock", StockPresidio.name),
    ):
        s = scores[side]["check"]
        lines.append(
            f"| {label} | {s.posts} | {s.right_verdicts / max(1, s.posts):.3f} | {s.innocent} "
            f"| {s.alarms} ({s.alarms / max(1, s.innocent):.1%}) |"
        )
    lines += ["", *_namesake_lines(namesakes)]
    head = [
        "",
        "| {} | expected | recall | precision | tune half: recall / precision | stock Presidio: recall / precision |",
        "|---|---|---|---|---|---|",
    ]
    for title, middle in (("By kind", ""), ("By language", "language"), ("By form", "form")):
        lines += ["", f"## {title}", head[0], head[1].format(title[3:]), head[2], *span_rows(scores, middle)]
    lines += ["", *clause_rows()]
    return "\n".join(lines) + "\n"


def mistakes(scores: Scores) -> None:
    """Print the ids of what went wrong; for the tune half alone."""
    for title, ids in (
        ("missed", scores.misses),
        ("found wrongly", scores.false_finds),
        ("wrong verdict", scores.wrong_verdicts),
    ):
        print(f"tune half, {title} ({len(ids)}):", *ids, sep="\n  ")


def tune(prefix: str) -> None:
    """Ours alone, on the tune half of the topics that begin with `prefix`: what a tuner may look at."""
    scores = Scores()
    ours = Ours()
    for post in read_corpus():
        if post.half == "tune" and post.topic.startswith(prefix):
            scores.add(post, ours.answer(post))
    out: dict[str, Any] = scores.as_json()
    spans = out.pop("spans")
    print(json.dumps(out))
    for key, tally in spans.items():
        print(f"{key:40} {tally['expected']:4} recall {tally['recall']:.3f} precision {tally['precision']:.3f}")
    mistakes(scores)


def main() -> None:
    """Run all sides on all posts and write both files; with `--tune [PREFIX]` print the tune half and write nothing."""
    if "--tune" in sys.argv:
        tune(sys.argv[-1] if sys.argv[-1] != "--tune" else "")
        return
    posts = list(read_corpus())
    sides = {"ours": Ours(), "ours_without_roster": Ours(rosters_of_files(None, None)), "stock": StockPresidio()}
    scores = {name: run(detector, posts) for name, detector in sides.items()}
    digest = corpus_digest()
    figures: dict[str, Any] = {
        side: {half: s.as_json() for half, s in halves.items()} for side, halves in scores.items()
    }
    namesakes = with_namesakes(posts)
    figures["namesakes"] = {name: its.as_json() for name, its in namesakes.items()}
    (ROOT / "build").mkdir(exist_ok=True)
    written = json.dumps({"corpus": digest} | figures, indent=1, ensure_ascii=False)
    (ROOT / "build/quality.json").write_text(written + "\n", encoding="utf-8")
    text = page(scores, namesakes, digest)
    (ROOT / "docs/quality.md").write_text(text, encoding="utf-8")
    print(text)
    mistakes(scores["ours"]["tune"])


if __name__ == "__main__":
    main()
