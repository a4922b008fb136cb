"""Debian's Firefox ESR with the built extension, driven by puppeteer-core over WebDriver BiDi in a Node process.

The Node side (driver.mjs) plays one scenario a line. Firefox gets a HOME of its own, in which the native-messaging
manifest lies, so that nothing of the person's own is touched. Called by the tests of this folder.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any, Self

from e2e.agent_process import ROOT
from e2e.checklist import Entry
from pages.server import SITES

FIREFOX = Path("/usr/bin/firefox-esr")
INSTALL = "apt-get install -y --no-install-recommends firefox-esr firefox-esr-l10n-es-es firefox-esr-l10n-pt-br fonts-dejavu-core"
HERE = Path(__file__).resolve().parent
START_SECONDS = 120
SCENARIO_SECONDS = 120


def host_folder(home: Path) -> Path:
    """Where a Firefox with this HOME looks for native-messaging manifests."""
    return home / ".mozilla" / "native-messaging-hosts"


class Firefox:
    """One Firefox with the extension; use as a context manager."""

    def __init__(
        self, home: Path, extension: Path | str, site_port: int, locale: str = "en-US", **environment: str
    ) -> None:
        """`extension`: its folder, or `by-policy`; `environment`: more of it for the driver and the browser. With a DISPLAY there it has a window."""
        assert FIREFOX.exists(), f"Firefox ESR is missing. Install it with: {INSTALL}"
        window = {} if "DISPLAY" in environment else {"MOZ_HEADLESS": "1"}
        inherited = {name: value for name, value in os.environ.items() if name != "MOZ_HEADLESS"}
        self._errors = (home / "driver-errors.txt").open("w+", encoding="utf-8")
        self._child = subprocess.Popen(
            ["node", str(HERE / "driver.mjs"), str(extension), str(site_port), ",".join(SITES), locale],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
            env={**inherited, "HOME": str(home), **window, **environment},
        )
        self._answers: queue.Queue[str] = queue.Queue()

    def _listen(self) -> None:
        assert self._child.stdout is not None
        for line in self._child.stdout:
            self._answers.put(line)
        self._answers.put("")

    def _answer(self, seconds: float) -> dict[str, Any]:
        line = self._answers.get(timeout=seconds)
        if not line:
            self._errors.seek(0)
            raise AssertionError(f"the Firefox driver has ended: {self._errors.read()[-2000:]}")
        return json.loads(line)

    def play(self, scenario: str, world: object | None = None) -> None:
        """Play one scenario of scenarios.mjs in a fresh tab.

        Args:
            scenario: its name.
            world: has a method for each thing that the scenario asks to be done outside of the browser.

        Raises:
            AssertionError: what the scenario says is not true, in its own words.

        """
        self._ask(scenario, world)

    def held(self, entry: Entry, lang: str, words: str) -> bool:
        """Do what an entry of the checklist says, in a language of the page; whether it was held with these words.

        Raises:
            AssertionError: it could not be done at all.

        """
        asked = {"entry": asdict(entry), "address": entry.address(lang), "name": entry.named, "words": words}
        return bool(self._ask(json.dumps(asked))["held"])

    def _ask(self, line: str, world: object | None = None) -> dict[str, Any]:
        self._tell(line)
        failed: Exception | None = None
        while "world" in (answer := self._answer(SCENARIO_SECONDS)):
            try:
                value = getattr(world, answer["world"])(*answer["with"])
                self._tell(json.dumps({"ok": True, "value": value}))
            except Exception as error:  # noqa: BLE001 - the driver must hear of it, or it would wait for ever
                failed = error
                self._tell(json.dumps({"ok": False}))
        assert answer["ok"], answer.get("why") + (f": {failed!r}" if failed else "")
        return answer

    def _tell(self, line: str) -> None:
        assert self._child.stdin is not None
        self._child.stdin.write(f"{line}\n")
        self._child.stdin.flush()

    def __enter__(self) -> Self:
        threading.Thread(target=self._listen, daemon=True).start()
        assert self._answer(START_SECONDS)["browser"].startswith("firefox/")
        return self

    def __exit__(self, *_: object) -> None:
        assert self._child.stdin is not None
        self._child.stdin.close()
        try:
            self._child.wait(timeout=20)
        finally:
            self._child.kill()
            self._errors.close()


def built_extension() -> Path:
    """The unpacked extension for Firefox, as the last build left it."""
    return ROOT / "build" / "extension" / "firefox"
