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
import time
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from statistics import fmean
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
TURNS = 12
KEYS = ("Bake sale on Saturday, ", "all welcome. See you at ", "the field after lunch; ")
"""What is typed in a tab before it is another's turn."""
WARM = 2
"""Keys at the beginning of a turn that are not counted: the tab has just come to the front."""
PAUSE_S = 0.045
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
    """One tab with the composer open; types turn by turn and notes what each key cost."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.get_by_role("button", name=PROMPTS["en"]).click()
        page.get_by_role("dialog", name=DIALOGS["en"]).get_by_role("textbox").click()
        page.evaluate(LONG_TASKS)
        self.cdp = page.context.new_cdp_session(page)
        self.cdp.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.task: list[list[float]] = []
        self.script: list[list[float]] = []
        self.long_tasks = 0

    def turn(self, number: int) -> None:
        """Type the next words; all that happens until the next key counts for the key before it."""
        self.page.bring_to_front()
        if number % 6 == 0:  # a post as long as people's, not one that grows all along
            self.page.keyboard.press("ControlOrMeta+A")
            self.page.keyboard.press("Delete")
        task, script = [], []
        before = spent(self.cdp)
        for key in KEYS[number % len(KEYS)]:
            self.page.keyboard.press(key)
            time.sleep(PAUSE_S)  # the pace of somebody who types fast
            now = spent(self.cdp)
            task.append(now[0] - before[0])
            script.append(now[1] - before[1])
            before = now
        self.task.append(task[WARM:])
        self.script.append(script[WARM:])

    def close(self) -> None:
        """Note the tasks over 50 ms since the composer was opened, and close the tab."""
        self.long_tasks = int(self.page.evaluate("() => window.__long"))
        self.page.close()


def beside(page: Page, host: str) -> Page:
    """The same page on another host of its site, in a tab of the same process."""
    with page.expect_popup() as opened:
        page.evaluate("(host) => { window.open(`https://${host}/`); }", host)
    return opened.value


def one_round(browser: BrowserContext, number: int) -> list[Typist]:
    """Three tabs of one process, new for this round: with the extension, without it, and without it once more."""
    bare = browser.new_page()
    bare.goto(f"https://{UNKNOWN[0]}/")
    pages = [beside(bare, "www.facebook.com"), bare, beside(bare, UNKNOWN[1])]
    typists = [Typist(page) for page in pages]
    for turn in range(TURNS + 1):  # the first warms all three up
        first = (number + turn) % len(typists)
        for typist in typists[first:] + typists[:first]:
            typist.turn(turn)
    for typist in typists:
        typist.close()
    return typists


def side(typists: list[Typist]) -> dict[str, Any]:
    """All keys of one side: what they cost, and each turn's mean."""
    turns = [turn for typist in typists for turn in typist.task[1:]]
    scripts = [key for typist in typists for turn in typist.script[1:] for key in turn]
    keys = [key for turn in turns for key in turn]
    return {
        "count": len(keys), "mean_ms": fmean(keys), "p50_ms": percentile(keys, 0.5), "p95_ms": percentile(keys, 0.95),
        "script_p50_ms": percentile(scripts, 0.5), "long": sum(typist.long_tasks for typist in typists),
        "turns": [fmean(turn) for turn in turns],
    }  # fmt: skip


def blocks(ours: dict[str, Any], others: dict[str, Any], size: int) -> list[float]:
    """What a key cost more on one side than on the other, on average over blocks of so many turns."""
    more = [one - two for one, two in zip(ours["turns"], others["turns"], strict=True)]
    return [fmean(more[at : at + size]) for at in range(0, len(more) - size + 1, size)]


def key_costs(browser: BrowserContext) -> dict[str, Any]:
    """A keystroke's main-thread time on all sides, the first side changing from turn to turn.

    The tabs of a round share one process, so they share its heap, its compiled code and its luck; each round has a new one.
    The third tab is a second one without the extension: what it seems to add is the noise of the measurement.
    """
    sides: tuple[list[Typist], ...] = ([], [], [])
    for number in range(ROUNDS):
        for kept, typist in zip(sides, one_round(browser, number), strict=True):
            kept.append(typist)
    ours, bare, twin = (side(kept) for kept in sides)
    whole = len(KEYS)
    return {
        "rounds": ROUNDS, "with": ours, "without": bare, "twin": twin, "block_keys": sum(len(text) - WARM for text in KEYS),
        "blocks": blocks(ours, bare, whole), "noise_blocks": blocks(twin, bare, whole),
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
