"""`make bench-browser`: what typing costs with the extension, beside the same page without it, in one run.

Real Chromium, real agent, the fixture's real Lexical. Writes build/bench-browser.json and the section "In the browser" of
docs/performance.md.
"""

from __future__ import annotations

import json
import os
import platform
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from playwright.sync_api import CDPSession, Page, sync_playwright

from bench.browser_section import section, split
from e2e.agent_process import ROOT, AgentProcess
from e2e.chromium import build, copy_extension, launch
from e2e.our_ui import OurUi
from e2e.surfaces import facebook_post
from e2e.worker import Worker
from pages.server import SiteServer

NAME = "Emma Rodrigues"
TRIALS = 60
WAKES = 12
BLOCKS = 24
KEYS = "Bake sale on Saturday, all welcome. "
PAUSE_MS = 45
ARM = """(name) => {
  window.__painted = null;
  addEventListener('keydown', (event) => {
    const seen = () => [...CSS.highlights.values()].some((ranges) => [...ranges].some((range) => String(range) === name));
    const look = () => {
      if (!seen()) return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel(); // after this frame
      port1.onmessage = () => { window.__painted = performance.now() - event.timeStamp; };
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  }, { capture: true, once: true });
}"""
LONG_TASKS = """() => {
  window.__long = 0;
  new PerformanceObserver((list) => { window.__long += list.getEntries().length; }).observe({ type: 'longtask' });
}"""


def percentile(values: list[float], share: float) -> float:
    """The value under which this share of the values stays."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def paint_times(page: Page, trials: int, before_key: Callable[[], None] = lambda: None) -> list[float]:
    """Milliseconds from the key that completes a name to the frame with its underline, a text of its own each time."""
    ui, surface, found = OurUi(page), facebook_post(page), []
    surface.box.click()
    for number in range(trials):
        page.keyboard.press("ControlOrMeta+A")
        text = f"Round {number}: well done {NAME[:-1]}"
        page.keyboard.insert_text(text)
        ui.wait_checked(text)
        before_key()
        page.evaluate(ARM, NAME)
        page.keyboard.press(NAME[-1])
        page.wait_for_function("() => window.__painted !== null")
        found.append(page.evaluate("() => window.__painted"))
    return found


def wake_times(page: Page, worker: Worker) -> list[float]:
    """The same when the worker has fallen asleep before the key."""

    def sleep() -> None:
        worker.stop()
        page.bring_to_front()

    return paint_times(page, WAKES, sleep)


def spent(cdp: CDPSession) -> tuple[float, float]:
    """Milliseconds of task time and of script time that the page's main thread has spent so far."""
    metrics = {entry["name"]: entry["value"] for entry in cdp.send("Performance.getMetrics")["metrics"]}
    return metrics["TaskDuration"] * 1e3, metrics["ScriptDuration"] * 1e3


class Typist:
    """One tab with the composer open; types blocks and notes what a key cost."""

    def __init__(self, page: Page) -> None:
        self.page = page
        facebook_post(page).box.click()
        page.evaluate(LONG_TASKS)
        self.cdp = page.context.new_cdp_session(page)
        self.cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.task: list[float] = []
        self.script: list[float] = []

    def block(self) -> None:
        """Type one block after what stands there."""
        self.page.bring_to_front()
        task, script = spent(self.cdp)
        self.page.keyboard.type(KEYS, delay=PAUSE_MS)
        now_task, now_script = spent(self.cdp)
        self.task.append((now_task - task) / len(KEYS))
        self.script.append((now_script - script) / len(KEYS))

    @property
    def long_tasks(self) -> int:
        """Tasks over 50 ms since the composer was opened."""
        return int(self.page.evaluate("() => window.__long"))


def difference(typist: Typist, other: Typist, what: str) -> list[float]:
    """What a key cost more on one side than on the other, block by block; the first block warms both up."""
    mine, others = getattr(typist, what), getattr(other, what)
    return [one - two for one, two in zip(mine[1:], others[1:], strict=True)]


def key_costs(with_us: Page, without: Page, again: Page) -> dict[str, Any]:
    """A keystroke's main-thread time on all sides, the first side changing from block to block.

    `again` is a second page without the extension: what it seems to add is the noise of the measurement.
    """
    ours, bare, twin = typists = [Typist(page) for page in (with_us, without, again)]
    for number in range(BLOCKS + 1):
        turn = number % len(typists)
        for typist in typists[turn:] + typists[:turn]:
            typist.block()
    added, noise = difference(ours, bare, "task"), difference(twin, bare, "task")
    return {
        "blocks": BLOCKS, "each": len(KEYS),
        "added_p50_ms": percentile(added, 0.5), "added_p95_ms": percentile(added, 0.95),
        "noise_p50_ms": percentile(noise, 0.5), "noise_p95_ms": percentile(noise, 0.95),
        "added_script_p50_ms": percentile(difference(ours, bare, "script"), 0.5),
        "with_p50_ms": percentile(ours.task[1:], 0.5), "without_p50_ms": percentile(bare.task[1:], 0.5),
        "long_with": ours.long_tasks, "long_without": bare.long_tasks,
    }  # fmt: skip


def measure() -> dict[str, Any]:
    """Everything, in one run."""
    build("tests/pages/build.mjs")
    with ExitStack() as stack:
        at = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        sites, playwright = stack.enter_context(SiteServer()), stack.enter_context(sync_playwright())
        (at / "home").mkdir()
        agent = AgentProcess(at / "home")
        agent.import_roster(("Zelda", "Quistgaard"))
        agent.start()
        stack.callback(agent.stop)
        agent.install_host(at / "profile")
        extension = copy_extension(at / "extension")
        rules = sites.resolver_rules
        ours = stack.enter_context(launch(playwright, at / "profile", rules, extension=extension))
        bare = stack.enter_context(launch(playwright, at / "bare", rules))
        if not ours.service_workers:
            ours.wait_for_event("serviceworker")
        twin = stack.enter_context(launch(playwright, at / "twin", rules))
        tab = ours.new_page()
        paint = paint_times(tab, TRIALS)
        wake = wake_times(tab, Worker(ours))
        tab.close()
        keys = key_costs(ours.new_page(), bare.new_page(), twin.new_page())
        sizes = {file.name: file.stat().st_size for file in sorted(extension.glob("content*.js"))}
    return {
        "paint": {"count": len(paint), "p50_ms": percentile(paint, 0.5), "p95_ms": percentile(paint, 0.95), "max_ms": max(paint)},
        "wake": {"count": len(wake), "p50_ms": percentile(wake, 0.5), "max_ms": max(wake)},
        "keys": keys, "sizes": sizes,
        "machine": f"{os.cpu_count()} processors ({platform.machine()}, shared), {platform.system()}",
    }  # fmt: skip


def main() -> None:
    """Measure and write both files."""
    figures = measure()
    (ROOT / "build").mkdir(exist_ok=True)
    (ROOT / "build/bench-browser.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    page = ROOT / "docs/performance.md"
    before, _ = split(page)
    page.write_text((before or "# Performance\n\n") + section(figures), encoding="utf-8")
    print(section(figures))


if __name__ == "__main__":
    main()
