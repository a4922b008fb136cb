"""A Windows to install into: a fresh wine prefix, 64 bit only, without a screen. Says what is there, not what was answered.

The exit code of an installer proves nothing (a 32-bit set-up "runs" here with 0 and installs nothing), so the tests compare
registry and files before and after. Used by the tests of this folder.
"""

from __future__ import annotations

import os
import re
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from installer.windows.launchers import COMPILER

TOOLS = "wixl msitools wine wine64 gcc-mingw-w64-x86-64 binutils"
PROGRAMS = "Program Files/Second Look"
_LIST_OF_PROGRAMS = r"HKLM\Software\Microsoft\Windows\CurrentVersion\Uninstall"
_NOT_OURS = (
    r"software\microsoft\windows\currentversion\installer",  # Windows Installer's own books
    r"software\microsoft\windows nt\currentversion",  # wine writes start-up facts here
    r"software\wow6432node\policies",  # the 32-bit view shows the same key
)


@dataclass(frozen=True)
class Snapshot:
    """What is there at one moment.

    Attributes:
        registry: HKLM/Software, key below HKLM in lower case → value name → value as .reg writes it.
        files: everything below Program Files and ProgramData, with sizes; folders have none.

    """

    registry: dict[str, dict[str, str]]
    files: dict[str, int | None]

    def new_values(self, before: Snapshot) -> dict[str, dict[str, str]]:
        """Values that were not there before, or were others."""
        found = {}
        for key, values in self.registry.items():
            fresh = {name: text for name, text in values.items() if before.registry.get(key, {}).get(name) != text}
            if fresh:
                found[key] = fresh
        return found


class Wine:
    """One prefix."""

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self.drive = prefix / "drive_c"
        self._environment = {
            **{name: text for name, text in os.environ.items() if name != "DISPLAY"},
            "WINEPREFIX": str(prefix), "WINEARCH": "win64", "WINEDEBUG": "-all", "WINEDLLOVERRIDES": "mscoree,mshtml=",
        }  # fmt: skip

    def boot(self) -> None:
        """Make the prefix."""
        subprocess.run(["wineboot", "-i"], env=self._environment, check=True, capture_output=True, timeout=120)
        self.settle()
        source, program = Path(__file__).with_name("run_and_tell.c"), self.drive / "run_and_tell.exe"
        subprocess.run([COMPILER, "-Os", "-s", "-static", "-municode", str(source), "-o", str(program)], check=True)

    def settle(self) -> None:
        """Wait until nothing runs in it any more, and all is written."""
        subprocess.run(["wineserver", "-w"], env=self._environment, check=True, timeout=120)

    def end(self) -> None:
        """End whatever runs in this prefix."""
        subprocess.run(["wineserver", "-k"], env=self._environment, check=False, timeout=60)

    def run(self, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        """Run a Windows program to its end."""
        return subprocess.run(
            ["wine", *words], env=self._environment, input=given, capture_output=True, check=False, timeout=120, cwd="/"
        )

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a Windows program and let it run."""
        return subprocess.Popen(
            ["wine", *words], env=self._environment, cwd="/",
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def msiexec(self, *words: str) -> int:
        """Run Windows Installer in silence; returns its whole exit code, which a shell would cut to 8 bits."""
        done = self.run(r"C:\run_and_tell.exe", "msiexec", *words, "/qn", "/norestart")
        said = done.stdout.decode("utf-8", "replace")
        code = re.search(r"EXIT=(\d+)", said)
        assert code, f"{said}{done.stderr!r}"
        return int(code[1])

    def put(self, package: Path) -> str:
        """Copy a package into the drive; returns its Windows path."""
        place = self.drive / package.name
        place.write_bytes(package.read_bytes())
        return rf"C:\{package.name}"

    def add(self, key: str, name: str, text: str) -> None:
        """Set a text value below HKLM, as somebody else would."""
        done = self.run("reg", "add", rf"HKLM\{key}", "/v", name, "/t", "REG_SZ", "/d", text, "/f")
        assert done.returncode == 0, done.stdout

    def take_away(self, key: str) -> None:
        """Delete a key below HKLM."""
        self.run("reg", "delete", rf"HKLM\{key}", "/f")

    def uninstall_all(self) -> None:
        """Take away every product of the list of programs."""
        listed = self.run("reg", "query", _LIST_OF_PROGRAMS).stdout.decode("utf-8", "replace")
        for product in re.findall(r"\{[0-9A-F-]{36}\}", listed):
            self.msiexec("/x", product)

    def snapshot(self) -> Snapshot:
        """Registry and files now."""
        exported = self.drive / "snapshot.reg"
        done = self.run("reg", "export", r"HKLM\Software", r"C:\snapshot.reg", "/y")
        assert done.returncode == 0, done.stdout
        text = exported.read_bytes().decode("utf-16")
        exported.unlink()
        files = {
            str(path.relative_to(self.drive)): path.stat().st_size if path.is_file() else None
            for folder in ("Program Files", "Program Files (x86)", "ProgramData")
            for path in (self.drive / folder).rglob("*")
        }
        return Snapshot(_keys(text), files)

    def running(self, program: str) -> bool:
        """Whether a program of that name runs in this prefix."""
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    line = (entry / "cmdline").read_bytes().decode("utf-8", "replace")
                    ours = f"WINEPREFIX={self.prefix}".encode() in (entry / "environ").read_bytes().split(b"\0")
                except OSError:
                    continue
                if ours and f"\\{program}" in line.split("\0")[0]:
                    return True
        return False

    def await_running(self, program: str, *, wanted: bool, seconds: float = 20.0) -> None:
        """Wait until a program runs, or until it has ended.

        Raises:
            AssertionError: it never did.

        """
        deadline = time.monotonic() + seconds
        while self.running(program) is not wanted:
            assert time.monotonic() < deadline, f"{program} {'never started' if wanted else 'went on'}"


def _keys(text: str) -> dict[str, dict[str, str]]:
    keys: dict[str, dict[str, str]] = {}
    current: dict[str, str] = {}
    for line in text.replace("\\\r\n  ", "").split("\r\n"):
        if key := re.fullmatch(r"\[HKEY_LOCAL_MACHINE\\(.+)\]", line):
            name = key[1].lower()
            current = {} if name.startswith(_NOT_OURS) else keys.setdefault(name, {})
        elif value := re.fullmatch(r'(@|"(?:[^"\\]|\\.)*")=(.*)', line):
            current[value[1].strip('"')] = value[2]
    return keys
