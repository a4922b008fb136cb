"""The section "In the browser" of docs/performance.md: written by `bench_browser.py`, kept by `bench.py`.

Two programs write one page, so each replaces its own part and leaves the other's as it is.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

HEADING = "## In the browser"


def split(page: Path) -> tuple[str, str]:
    """What stands before the section, and the section itself; each "" when it is not there."""
    text = page.read_text(encoding="utf-8") if page.is_file() else ""
    before, found, after = text.partition(HEADING)
    return before, found + after


def _share(values: list[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def _added(name: str, side: dict[str, Any], bare: dict[str, Any], aim: str) -> str:
    mean, p50, p95 = (side[key] - bare[key] for key in ("mean_ms", "p50_ms", "p95_ms"))
    return f"| {name} | {p50:.2f} / {p95:.2f} ms; mean {mean:.2f} | {aim} |"


def section(figures: dict[str, Any]) -> str:
    """The section as Markdown, ending with a line break."""
    paint, wake, keys = figures["paint"], figures["wake"], figures["keys"]
    ours, bare, twin = keys["with"], keys["without"], keys["twin"]
    sizes = ", ".join(f"{name} {size:,}" for name, size in figures["sizes"].items())
    pairs = f"{len(keys['blocks'])} pairs of blocks of {keys['block_keys']} keys"
    more, noise = keys["blocks"], keys["noise_blocks"]
    rows = (
        f"| keystroke to painted underline, p50 / p95 (n={paint['count']}) | {paint['p50_ms']:.0f} / {paint['p95_ms']:.0f} ms | 60 ms at p95 |",
        f"| the same when the worker was asleep, p50 / most (n={wake['count']}) | {wake['p50_ms']:.0f} / {wake['max_ms']:.0f} ms | |",
        f"| main-thread time of a keystroke without us, p50 / p95 of {bare['count']:,} keys | {bare['p50_ms']:.2f} / {bare['p95_ms']:.2f} ms | |",
        f"| the same with us | {ours['p50_ms']:.2f} / {ours['p95_ms']:.2f} ms | |",
        _added("added: the difference of these two", ours, bare, "1 ms at p95"),
        _added("that between two tabs without the extension: the noise of it", twin, bare, ""),
        f"| of it script, p50 | {ours['script_p50_ms'] - bare['script_p50_ms']:.2f} ms | |",
        f"| added, averaged over a block, p50 / p95 of {pairs} | {_share(more, 0.5):.2f} / {_share(more, 0.95):.2f} ms | |",
        f"| the noise of that | {_share(noise, 0.5):.2f} / {_share(noise, 0.95):.2f} ms | |",
        f"| long tasks (over 50 ms) while typing, without / with | {bare['long']} / {ours['long']} | none by us |",
        f"| content scripts, bytes minified, before compression | {sizes} | 60,000 each |",
    )
    return "\n".join(
        [
            HEADING, "",
            "Made by `make bench-browser`: the shipped extension, the real agent and the fixture's real Lexical composer in Chromium. Keys are pressed through",
            "DevTools, 45 ms apart. The clock starts at the key's own event and stops after the frame in which the whole name is underlined; no text is seen twice.",
            "Main-thread time is the browser's own count of processor time in tasks of the page's main thread (`TaskDuration`: events, script of page and extension,",
            "layout, painting), read after each key, so that all that happens until the next key counts for it; worker and agent run elsewhere, and what they slow",
            "the page down counts too. With and without the extension are tabs of one process, the same page on a host that the extension knows and on two that it does not,",
            f"typed in turns of some twenty keys; {keys['rounds']} rounds, each with a new process, as one process is faster than another by more than we add. No key can be typed both",
            "with and without us, so what we add at p95 is how much slower the slowest twentieth of all keys begins to be. The averages over blocks are how this was",
            "measured before; their p95 is mostly noise, as the row under them shows.",
            "Long tasks are by the clock on the wall, so on a busy machine short ones that had to wait are among them, on both sides.",
            f"Machine: {figures['machine']}.", "",
            "| | measured | aim |", "|---|---|---|", *rows, "",
        ]
    )  # fmt: skip
