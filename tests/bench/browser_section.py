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


def section(figures: dict[str, Any]) -> str:
    """The section as Markdown, ending with a line break."""
    paint, wake, keys = figures["paint"], figures["wake"], figures["keys"]
    sizes = ", ".join(f"{name} {size:,}" for name, size in figures["sizes"].items())
    pairs = f"p50 / p95 of {keys['blocks']} pairs of blocks of {keys['each']} keys"
    added = f"| added main-thread time a keystroke, {pairs} | {keys['added_p50_ms']:.2f} / {keys['added_p95_ms']:.2f} ms | 1 ms at p95 |"
    rows = (
        f"| keystroke to painted underline, p50 / p95 (n={paint['count']}) | {paint['p50_ms']:.0f} / {paint['p95_ms']:.0f} ms | 60 ms at p95 |",
        f"| the same when the worker was asleep, p50 / most (n={wake['count']}) | {wake['p50_ms']:.0f} / {wake['max_ms']:.0f} ms | |",
        added,
        f"| that between two tabs without the extension: the noise of it | {keys['noise_p50_ms']:.2f} / {keys['noise_p95_ms']:.2f} ms | |",
        f"| of it script, p50 | {keys['added_script_p50_ms']:.2f} ms | |",
        f"| main-thread time a keystroke without / with the extension, p50 | {keys['without_p50_ms']:.2f} / {keys['with_p50_ms']:.2f} ms | |",
        f"| long tasks (over 50 ms) while typing, without / with | {keys['long_without']} / {keys['long_with']} | none by us |",
        f"| content scripts, bytes minified, before compression | {sizes} | 60,000 each |",
    )
    return "\n".join(
        [
            HEADING, "",
            "Made by `make bench-browser`: the shipped extension, the real agent and the fixture's real Lexical composer in Chromium. Keys are pressed through",
            "DevTools, 45 ms apart. The clock starts at the key's own event and stops after the frame in which the whole name is underlined; no text is seen twice.",
            "Main-thread time is the browser's own count of processor time in tasks of the page's main thread (`TaskDuration`: events, script of page and extension,",
            "layout, painting), averaged over each block of keys; worker and agent run elsewhere. With and without the extension are tabs of one process, the same page on",
            f"a host that the extension knows and on two that it does not, typed in turns; {keys['rounds']} rounds, each with a new process, as one process is faster than another by more than we add.",
            "Long tasks are by the clock on the wall, so on a busy machine short ones that had to wait are among them, on both sides.",
            f"Machine: {figures['machine']}.", "",
            "| | measured | aim |", "|---|---|---|", *rows, "",
        ]
    )  # fmt: skip
