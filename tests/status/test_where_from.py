"""Where the report's facts come from: the browser's own headers, and the manifests that browsers read."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from secondlook.config import EXTENSION, Home
from secondlook.install_host import install_host
from secondlook.status import hosts as hosts_module
from secondlook.status.browsers import BrowsersSeen, browser_of
from secondlook.status.hosts import look_at_hosts

ORIGIN = f"chrome-extension://{EXTENSION['chromium_id']}"
CHROME = '"Google Chrome";v="156", "Chromium";v="156", "Not)A;Brand";v="8"'
EDGE = '"Microsoft Edge";v="156", "Chromium";v="156"'


@pytest.mark.parametrize(
    ("headers", "browser"),
    [
        ({"HTTP_ORIGIN": "moz-extension://6e4a0bd8-1111-4222-8333-944455556666"}, "firefox"),
        ({"HTTP_ORIGIN": ORIGIN}, "chromium"),
        ({"HTTP_ORIGIN": ORIGIN, "HTTP_SEC_CH_UA": CHROME}, "chrome"),
        ({"HTTP_ORIGIN": ORIGIN, "HTTP_SEC_CH_UA": EDGE}, "edge"),
        ({"HTTP_ORIGIN": ORIGIN, "HTTP_USER_AGENT": "Mozilla/5.0 Chrome/156.0 Safari/537.36 Edg/156.0"}, "edge"),
        ({"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0 Safari/537.36"}, "chromium"),
        ({"HTTP_USER_AGENT": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0"}, "firefox"),
        ({"HTTP_ORIGIN": "http://127.0.0.1:47615"}, None),
        ({}, None),
    ],
)
def test_a_browser_is_told_by_its_own_headers(headers: dict[str, str], browser: str | None) -> None:
    """Doctor and the practice page are no browsers with an extension."""
    assert browser_of(headers) == browser


def test_only_a_proven_request_counts() -> None:
    """Whoever lacks the token leaves no trace; the application is called either way."""
    seen, called = BrowsersSeen(), []
    noted = seen.noting(lambda environ, _: called.append(environ) or [], lambda environ: environ["proven"])
    noted({"HTTP_ORIGIN": ORIGIN, "proven": False}, lambda *_: None)
    assert seen.last() == {}
    noted({"HTTP_ORIGIN": ORIGIN, "proven": True}, lambda *_: None)
    assert datetime.now(UTC) - seen.last()["chromium"] < timedelta(minutes=1)
    assert len(called) == 2


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Home:
    """A person without any manifest, on a machine without any."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("SECONDLOOK_HOME", str(tmp_path / "home"))
    monkeypatch.setattr(hosts_module, "_LINUX", {name: str(tmp_path / "etc" / name) for name in hosts_module._LINUX})
    return Home(tmp_path / "home")


def test_a_manifest_of_ones_own_counts_for_its_home(home: Home) -> None:
    """Written by `install-host`; for another home it leads elsewhere."""
    assert look_at_hosts(home) == hosts_module.Hosts()
    install_host("firefox", home)
    assert look_at_hosts(home) == hosts_module.Hosts(ready=("firefox",))
    assert look_at_hosts(Home(home.path.with_name("another"))) == hosts_module.Hosts(wrong=("firefox",))


def test_a_manifest_of_the_machine_counts_for_the_usual_home(home: Home, tmp_path: Path) -> None:
    """As a package installs it; the launcher must be there and start."""
    launcher = tmp_path / "native-host"
    launcher.write_text("#!/bin/sh\n", encoding="utf-8")
    place = tmp_path / "etc" / "chromium"
    place.mkdir(parents=True)
    content: dict[str, Any] = {"name": EXTENSION["native_host"], "path": str(launcher)}
    manifest = place / f"{EXTENSION['native_host']}.json"
    manifest.write_text(json.dumps(content), encoding="utf-8")
    assert look_at_hosts(home) == hosts_module.Hosts(wrong=("chromium",)), "a launcher that cannot be started"
    launcher.chmod(0o755)
    assert look_at_hosts(home) == hosts_module.Hosts(ready=("chromium",))
    assert look_at_hosts(Home(tmp_path / "another")) == hosts_module.Hosts(wrong=("chromium",))


@pytest.mark.parametrize("broken", ["", "[]", "{}", '{"name": 5, "path": 5}', "nonsense"])
def test_a_broken_manifest_is_wrong(home: Home, broken: str) -> None:
    """Never an error."""
    install_host("chrome", home)
    path = hosts_module.manifest_path("chrome")
    assert path is not None
    path.write_text(broken, encoding="utf-8")
    assert look_at_hosts(home) == hosts_module.Hosts(wrong=("chrome",))
