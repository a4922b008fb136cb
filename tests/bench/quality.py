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

from bench.blind_voices import mixed
from bench.blind_voices import table as blind_table
from bench.detectors import Ours, StockPresidio
from bench.namesakes import namesake_school
from bench.scoring import Scores
from corpus.read_corpus import CORPUS, Post, read_corpus
from generate_clause_table import clause_rows
from secondlook.rosters import rosters_of_files

ROOT = Path(__file__).resolve().parents[2]
SIDES = {"ours": "Second Look", "ours_without_roster": "Second Look without a roster", "stock": StockPresidio.name}
MIXED = "mixed"
"""The part of the check half that strangers wrote who were asked for a mix of everything."""
LANGUAGES = {"en": "English", "es": "Spanish", "pt": "Portuguese"}


def run(detector: Any, posts: list[Post]) -> dict[str, Scores]:
    """Scores of one detector by half, and of the check half's mixed voices by themselves."""
    scores = {"tune": Scores(), "check": Scores(), MIXED: Scores()}
    voices = mixed()
    for post in posts:
        answer = detector.answer(post)
        scores[post.half].add(post, answer)
        if post.half == "check" and post.topic.split("/")[0] in voices:
            scores[MIXED].add(post, answer)
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


def _sides(scores: dict[str, dict[str, Scores]]) -> list[str]:
    """The table of all sides on the check half: whole, and its mixed voices."""
    lines = [
        "| check half | posts | right verdict | names: recall / precision | records: recall | innocent posts | false alarms |",
        "|---|---|---|---|---|---|---|",
    ]
    for part, of_part in (("check", "every voice"), (MIXED, "strangers' mixed voices alone")):
        for side, label in SIDES.items():
            its = scores[side][part]
            names, records = its.spans["STUDENT_NAME",], its.spans["STUDENT_RECORD",]
            lines.append(
                f"| {label}, {of_part} | {its.posts} | {its.right_verdicts / max(1, its.posts):.3f} "
                f"| {names.recall:.3f} / {names.precision:.3f} | {records.recall:.3f} "
                f"| {its.innocent} | {its.alarms} ({its.alarms / max(1, its.innocent):.1%}) |"
            )
    return lines


def page(scores: dict[str, dict[str, Scores]], namesakes: dict[str, Scores], digest: str) -> str:
    """docs/quality.md."""
    total = sum(scores["ours"][half].posts for half in ("tune", "check"))
    lines = [
        "# Quality", "",
        f"Made by `make quality` on the project's own corpus (`tests/corpus`, {total} posts, several voices, three languages). Tuned on the tune half only;",
        "the check half is what to quote. Its totals were looked at while the judge's kinds and thresholds were chosen, and what is read of the words around",
        "names, from which likelihood a name is told, and which sentences the NER reads; so it is a little kind to these. No post of it was read.",
        "A span counts as found when it is touched by a finding of its kind.",
        f"Corpus: `sha256:{digest[:16]}…`.", "",
        *blind_table(), "",
        *_sides(scores),
    ]  # fmt: skip
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
