"""`make bench`: how fast ours is beside stock Presidio around the same spaCy pipeline, in one interleaved run.

Like against like: our `detect` with the corpus roster, names, records and content, against `AnalyzerEngine.analyze` with its
default English recognizers. The whole check (Attempt to Decision, rules and sentences included) is timed beside. Writes build/bench.json, docs/performance.md and docs/images/linear.svg.
"""

from __future__ import annotations

import gc
import json
import os
import platform
import sys
import tempfile
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench import bench_texts, cold_start
from bench.browser_section import split
from bench.consent_lookup import lookups
from bench.detectors import SATURDAY, Ours, StockPresidio
from bench.linear_picture import picture
from bench.made_roster import write_roster
from bench.speed_page import page
from bench.stopwatch import Side, in_blocks, interleave, typed
from secondlook.checker import Asked, Checker
from secondlook.contract import Attempt
from secondlook.detection.detect import detect
from secondlook.people.index_file import save_index
from secondlook.rosters import rosters_of_files

ROOT = Path(__file__).resolve().parents[2]
ROUNDS = 2
TYPED = 80
GROWTH = (1_000, 100_000)
WARM_UP = 40


def side_of(checker: Checker, *, remember: bool = False) -> Side:
    """Our check of a personal post; without `remember` each text meets an empty memory."""
    asked = Asked(at=SATURDAY)

    def check(text: str) -> object:
        row = {"action": "post", "site": "facebook", "account": {"kind": "personal"}, "text": text}
        return checker.check(Attempt.model_validate(row), asked)

    return Side(check) if remember else Side(check, before=checker.parts.engine.forget)


def detection_of(checker: Checker, *, remember: bool = False) -> Side:
    """Our detection alone, the part that stands against Presidio's."""
    parts = checker.parts
    settings = replace(parts.settings, account="personal")

    def check(text: str) -> object:
        return detect(text, parts.names, parts.engine, settings)

    return Side(check) if remember else Side(check, before=parts.engine.forget)


def stock_side(stock: StockPresidio) -> Side:
    """Stock Presidio's analysis of the text."""
    return Side(lambda text: stock.engine.analyze(text, language="en"))


def whole(ours: Ours, stock: StockPresidio, texts: list[str]) -> tuple[Side, ...]:
    """Whole posts, each met for the first time: detection, the whole check, stock."""
    sides = detection_of(ours.checker), side_of(ours.checker), stock_side(stock)
    for _ in range(ROUNDS):
        interleave(in_blocks(texts), *sides)
    return sides


def typing(ours: Ours, stock: StockPresidio, texts: list[str]) -> tuple[Side, ...]:
    """Posts grown a word at a time; ours keeps what it remembers from one state to the next, as the agent does."""
    states = [typed(text) for text in texts]
    sides = detection_of(ours.checker, remember=True), stock_side(stock)
    ours.checker.parts.engine.forget()
    interleave(states, *sides)
    check = side_of(ours.checker, remember=True)
    ours.checker.parts.engine.forget()
    interleave(states, check)
    return sides[0], check, sides[1]


def growth(ours: Ours, texts: list[str]) -> dict[str, float]:
    """The same posts against a small and a large roster."""
    with tempfile.TemporaryDirectory() as folder:
        checkers, sizes, seconds = [], [], []
        for people in GROWTH:
            path = write_roster(Path(folder) / f"{people}.csv", people)
            begun = time.perf_counter()
            rosters = rosters_of_files(path, None)
            seconds.append(time.perf_counter() - begun)
            checkers.append(Checker(replace(ours.checker.parts, names=rosters.names, roster=rosters.state)))
            sizes.append(_index_mb(rosters.names, Path(folder)))
    sides = [side_of(checker) for checker in checkers]
    interleave(in_blocks(texts[:WARM_UP]), *[side_of(checker) for checker in checkers])
    for _ in range(ROUNDS):
        interleave(in_blocks(texts), *sides)
    small, large = sides
    return {"ratio": large.mean / small.mean, "small_ms": small.mean, "large_ms": large.mean,
            "large_index_mb": sizes[1], "large_build_s": seconds[1]}  # fmt: skip


def _index_mb(names: Any, folder: Path) -> float:
    """Size on disk of a name book's student index, in megabytes."""
    index = next(index for index in _indexes(names))
    save_index(index, folder / "students.index", b"k" * 32)
    return (folder / "students.index").stat().st_size / 1e6


def _indexes(names: Any) -> Any:
    """The indexes inside a name book, whatever it calls them."""
    from secondlook.people.roster import RosterIndex

    def walk(value: Any) -> Any:
        if isinstance(value, RosterIndex):
            yield value
        elif isinstance(value, list | tuple):
            for one in value:
                yield from walk(one)
        elif hasattr(value, "index"):
            yield from walk(value.index)

    for value in vars(names).values():
        yield from walk(value)


def linear(ours: Ours, texts: list[str]) -> dict[str, list[tuple[int, float]]]:
    """Milliseconds by length for each kind of long text: the best of three, each met for the first time."""
    lines = {}
    for kind, make in bench_texts.long_texts(texts).items():
        points = []
        for size in bench_texts.LENGTHS:
            side = side_of(ours.checker)
            interleave([[make(size)] * 3], side)
            points.append((size, min(side.cpu)))
        lines[kind] = points
    return lines


def measure() -> dict[str, Any]:
    """Everything, in one run."""
    load = f"; load average when it began {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    texts = bench_texts.posts()
    joined = bench_texts.joined(texts)
    cold = cold_start.measure(texts[:100])
    ours, stock = Ours(), StockPresidio()
    for text in (*texts[:WARM_UP], *joined[:5]):
        side_of(ours.checker).time(text)
        stock_side(stock).time(text)
    gc.collect()
    gc.freeze()  # as the agent does after loading, for both sides
    posts, longer = whole(ours, stock, texts), whole(ours, stock, joined)
    keys = typing(ours, stock, texts[:TYPED])
    grown = growth(ours, texts)
    lines, ledger = linear(ours, texts), lookups()
    runs = {"posts": posts, "300": longer, "typing": keys}
    ratios = {name: run[2].mean / run[0].mean for name, run in runs.items()}
    return {
        "whole_ratio": ratios["posts"], "whole_ratio_300": ratios["300"], "typing_ratio": ratios["typing"],
        "whole_check_ratio": posts[2].mean / posts[1].mean, "typing_check_ratio": keys[2].mean / keys[1].mean,
        "roster_growth": grown["ratio"],
        "consent_us": {"p50": ledger.percentile(0.5) * 1e3, "p99": ledger.percentile(0.99) * 1e3},
        "first_answer_s": cold.first_answer_s, "rss_mb": cold.rss_mb,
        "p50_ms": posts[1].percentile(0.5), "p99_ms": posts[1].percentile(0.99),
        "sides": {
            f"{name} {side}": {"texts": len(it.cpu), "cpu_ms": it.mean, "p50_ms": it.percentile(0.5), "p99_ms": it.percentile(0.99)}
            for name, run in runs.items() for side, it in zip(("detection", "check", "stock"), run, strict=True)
        },
        "cold_start": asdict(cold), "growth": grown, "linear": lines,
        "characters": {"posts": sum(map(len, texts)) / len(texts), "300": sum(map(len, joined)) / len(joined)},
        "machine": f"{os.cpu_count()} processors ({platform.machine()}, shared), {platform.system()}, Python {platform.python_version()}{load}",
    }  # fmt: skip


def rounded(value: Any) -> Any:
    """The same figures with three digits after the point."""
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, dict):
        return {key: rounded(inner) for key, inner in value.items()}
    return [rounded(inner) for inner in value] if isinstance(value, list | tuple) else value


def main() -> None:
    """Measure and write all three files."""
    figures = rounded(measure())
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build/bench.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    (ROOT / "docs/images/linear.svg").write_text(picture(figures["linear"]), encoding="utf-8")
    target = ROOT / "docs/performance.md"
    _, browsers = split(target)
    target.write_text(page(figures) + (f"\n{browsers}" if browsers else ""), encoding="utf-8")
    print(page(figures))


if __name__ == "__main__":
    main()
