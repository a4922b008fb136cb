"""The agent's code as Windows would meet it, as far as can be told without a Windows Python. Nothing of it is run on Windows.

Types are checked for Windows' and the Mac's own library of functions, which names every call that only Linux has; and the
registry is answered by a stand-in.
"""

from __future__ import annotations

import json
import subprocess
import sys
import types
from pathlib import Path

import pytest

from installer.identity import ROOT
from installer.windows.embeddable import PYTHON
from secondlook.config import EXTENSION, Home, find_home
from secondlook.install_host import host_manifest
from secondlook.status import hosts, registered
from secondlook.status.hosts import look_at_hosts
from secondlook.status.seen import Hosts


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_the_agent_calls_nothing_that_the_platform_lacks(platform, tmp_path):
    """mypy, told that it is on that platform and its Python, finds no missing function."""
    words = ["--platform", platform, "--python-version", PYTHON, "--cache-dir", str(tmp_path)]
    done = subprocess.run([sys.executable, "-m", "mypy", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


class Registry(types.ModuleType):
    """A STAND-IN for Python's winreg, which exists on Windows only: two hives with default values."""

    HKEY_CURRENT_USER, HKEY_LOCAL_MACHINE = "HKCU", "HKLM"

    def __init__(self, values):
        super().__init__("winreg")
        self.values = values

    def QueryValue(self, hive, key):  # noqa: N802  as Windows names it
        try:
            return self.values[hive, key.removesuffix(rf"\{EXTENSION['native_host']}")]
        except KeyError:
            raise FileNotFoundError from None


@pytest.fixture
def on_windows(monkeypatch):
    """Answers for the registry, and the two modules told that this is Windows."""

    def pretend(values):
        monkeypatch.setitem(sys.modules, "winreg", Registry(values))
        for module in (hosts, registered):
            monkeypatch.setattr(module, "sys", types.SimpleNamespace(platform="win32"))

    return pretend


@pytest.fixture
def installed(tmp_path):
    """A machine-wide manifest as the MSI lays it: beside the program, which it names relative to itself."""
    folder = tmp_path / "Second Look" / "native-messaging"
    folder.mkdir(parents=True)
    program = folder.parent / "native-host.exe"
    program.write_bytes(b"")
    program.chmod(0o755)
    manifest = folder / "chromium.json"
    manifest.write_text(json.dumps(host_manifest("chrome", Path("../native-host.exe"))), encoding="utf-8")
    return manifest


def test_doctor_sees_what_the_msi_has_registered(on_windows, installed, monkeypatch, tmp_path):
    """For the usual home it is ready; another home is not served by a machine-wide host; a stale entry counts as none."""
    monkeypatch.setenv("SECONDLOOK_HOME", str(tmp_path / "home"))
    on_windows({
        ("HKLM", r"Software\Google\Chrome\NativeMessagingHosts"): str(installed),
        ("HKLM", r"Software\Microsoft\Edge\NativeMessagingHosts"): str(tmp_path / "gone.json"),
    })  # fmt: skip
    assert look_at_hosts(find_home()) == Hosts(ready=("chrome",))
    assert look_at_hosts(Home(tmp_path / "other")) == Hosts(wrong=("chrome",))


def test_the_persons_own_entry_comes_before_the_machines(on_windows, installed, monkeypatch, tmp_path):
    """As browsers look: an own manifest that leads elsewhere hides the machine's."""
    monkeypatch.setenv("SECONDLOOK_HOME", str(tmp_path / "home"))
    own = tmp_path / "own.json"
    own.write_text(json.dumps({"name": EXTENSION["native_host"], "path": "elsewhere.bat"}), encoding="utf-8")
    key = r"Software\Mozilla\NativeMessagingHosts"
    on_windows({("HKCU", key): str(own), ("HKLM", key): str(installed)})
    assert look_at_hosts(find_home()) == Hosts(wrong=("firefox",))


def test_a_registry_that_cannot_be_read_is_not_called_empty(on_windows, monkeypatch):
    """Then nothing is said of manifests, instead of sending somebody to register what is there."""
    on_windows({})
    monkeypatch.setattr(sys.modules["winreg"], "QueryValue", lambda *_: (_ for _ in ()).throw(PermissionError()))
    assert look_at_hosts(find_home()) is None
