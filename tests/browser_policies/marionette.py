"""Firefox's own remote protocol, spoken just far enough to ask the browser itself what policies it obeys.

WebDriver BiDi shows pages only; Marionette's "chrome" context is the browser's inside. Used by test_obeyed.py.
"""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from typing import Any, Self

START_SECONDS = 60


class Firefox:
    """One headless Firefox on a profile of its own; use as a context manager."""

    def __init__(self, launcher: Path, profile: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self._port = int(probe.getsockname()[1])
        profile.mkdir()
        (profile / "user.js").write_text(f'user_pref("marionette.port", {self._port});\n', encoding="utf-8")
        words = [launcher, "--headless", "--marionette", "--remote-allow-system-access", "--profile", profile]
        self._errors = (profile.parent / "firefox.txt").open("w+", encoding="utf-8")
        self._child = subprocess.Popen([*map(str, words)], stdout=self._errors, stderr=self._errors)

    def __enter__(self) -> Self:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                self._line = socket.create_connection(("127.0.0.1", self._port), timeout=START_SECONDS)
                break
            except OSError:
                self._errors.seek(0)
                assert self._child.poll() is None, f"Firefox has ended: {self._errors.read()[-2000:]}"
                assert time.monotonic() < deadline, "Firefox does not answer"
        self._stream = self._line.makefile("rb")
        self._read()
        self._ask("WebDriver:NewSession", {})
        self._ask("Marionette:SetContext", {"value": "chrome"})
        return self

    def __exit__(self, *_: object) -> None:
        self._line.close()
        self._child.terminate()
        try:
            self._child.wait(timeout=20)
        finally:
            self._child.kill()
            self._errors.close()

    def inside(self, script: str, *arguments: object, seconds: float = 20.0) -> Any:
        """Run a script inside the browser, again and again until it returns something; its last word is `return`.

        Raises:
            AssertionError: it never did.

        """
        deadline = time.monotonic() + seconds
        while not (answer := self._ask("WebDriver:ExecuteScript", {"script": script, "args": arguments})["value"]):
            assert time.monotonic() < deadline, f"never true in Firefox: {script}"
        return answer

    def _ask(self, command: str, parameters: dict[str, Any]) -> Any:
        body = json.dumps([0, 1, command, parameters]).encode()
        self._line.sendall(b"%d:%b" % (len(body), body))
        _, _, error, result = self._read()
        assert error is None, f"{command}: {error}"
        return result

    def _read(self) -> Any:
        digits = b""
        while (one := self._stream.read(1)) != b":":
            assert one, "Firefox hung up"
            digits += one
        return json.loads(self._stream.read(int(digits)))
