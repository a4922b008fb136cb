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

from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from bench.browser_section import section, split
from e2e.agent_process import ROOT, AgentProcess
from e2e.chromium import build, copy_extension, launch
from e2e.our_ui import OurUi
from e2e.surfaces import DIALOGS, PROMPTS, facebook_post
from e2e.worker import Worker
from pages.server import UNKNOWN, SiteServer

NAME = "Emma Rodrigues"
TRIALS = 60
WAKES = 12
ROUNDS = 8
BLOCKS = 4
KEYS = "Bake sale on Saturday, all welcome. " * 2
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
        page.get_by_role("button", name=PROMPTS["en"]).click()
        page.get_by_role("dialog", name=DIALOGS["en"]).get_by_role("textbox").click()
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


def beside(page: Page, host: str) -> Page:
    """The same page on another host of its site, in a tab of the same process."""
    with page.expect_popup() as opened:
        page.evaluate("(host) => { window.open(`https://${host}/`); }", host)
    return opened.value


def difference(typist: Typist, other: Typist, what: str) -> list[float]:
    """What a key cost more on one side than on the other, block by block; the first block warms both up."""
    mine, others = getattr(typist, what), getattr(other, what)
    return [one - two for one, two in zip(mine[1:], others[1:], strict=True)]


def one_round(browser: BrowserContext, turn: int) -> list[Typist]:
    """Three tabs of one process, new for this round: with the extension, without it, and without it once more."""
    bare = browser.new_page()
    bare.goto(f"https://{UNKNOWN[0]}/")
    pages = [beside(bare, "www.facebook.com"), bare, beside(bare, UNKNOWN[1])]
    typists = [Typist(page) for page in pages]
    for number in range(BLOCKS + 1):
        first = (turn + number) % len(typists)
        for typist in typists[first:] + typists[:first]:
            typist.block()
    return typists


def key_costs(browser: BrowserContext) -> dict[str, Any]:
    """A keystroke's main-thread time on all sides, the first side changing from block to block.

    The tabs of a round share one process, so they share its heap, its compiled code and its luck; each round has a new one.
    The third tab is a second one without the extension: what it seems to add is the noise of the measurement.
    """
    found: dict[str, list[float]] = {name: [] for name in ("added", "noise", "script", "with", "without")}
    long_tasks = [0, 0]
    for turn in range(ROUNDS):
        ours, bare, twin = typists = one_round(browser, turn)
        found["added"] += difference(ours, bare, "task")
        found["noise"] += difference(twin, bare, "task")
        found["script"] += difference(ours, bare, "script")
        found["with"] += ours.task[1:]
        found["without"] += bare.task[1:]
        long_tasks = [long_tasks[0] + ours.long_tasks, long_tasks[1] + bare.long_tasks]
        for typist in typists:
            typist.page.close()
    return {
        "blocks": len(found["added"]), "rounds": ROUNDS, "each": len(KEYS),
        "added_p50_ms": percentile(found["added"], 0.5), "added_p95_ms": percentile(found["added"], 0.95),
        "noise_p50_ms": percentile(found["noise"], 0.5), "noise_p95_ms": percentile(found["noise"], 0.95),
        "added_script_p50_ms": percentile(found["script"], 0.5),
        "with_p50_ms": percentile(found["with"], 0.5), "without_p50_ms": percentile(found["without"], 0.5),
        "long_with": long_tasks[0], "long_without": long_tasks[1],
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
        ours = stack.enter_context(launch(playwright, at / "profile", sites.resolver_rules, extension=extension))
        if not ours.service_workers:
            ours.wait_for_event("serviceworker")
        tab = ours.new_page()
        paint = paint_times(tab, TRIALS)
        wake = wake_times(tab, Worker(ours))
        tab.close()
        before = os.getloadavg()[0]
        keys = key_costs(ours)
        sizes = {file.name: file.stat().st_size for file in sorted(extension.glob("content*.js"))}
    return {
        "paint": {"count": len(paint), "p50_ms": percentile(paint, 0.5), "p95_ms": percentile(paint, 0.95), "max_ms": max(paint)},
        "wake": {"count": len(wake), "p50_ms": percentile(wake, 0.5), "max_ms": max(wake)},
        "keys": keys, "sizes": sizes,
        "machine": f"{os.cpu_count()} processors ({platform.machine()}, shared), {platform.system()}; load average when the keys began {before:.1f}",
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
