"""`make run`: the agent with an invented roster, and how to see it in Chromium. Ends as the agent ends, nothing stays behind.

Prepares a Chromium profile of its own under `build/`, says how to start it, then becomes the agent (exec, no child process).
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "build" / "home"
PROFILE = ROOT / "build" / "chromium-profile"
EXTENSION = ROOT / "build" / "extension" / "chromium"


def offer_chromium() -> None:
    """Print the line that starts Chromium with the extension, paired with this agent, if a Chromium is there."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        print("No Chromium here; the practice page works in any browser.", flush=True)
        return
    hosts = PROFILE / "NativeMessagingHosts"
    hosts.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "secondlook", "install-host", "--browser", "chromium"]
    subprocess.run([*command, "--dir", str(hosts), "--home", str(HOME)], check=True, stdout=subprocess.DEVNULL)
    line = [
        chromium,
        f"--user-data-dir={PROFILE}",
        f"--disable-extensions-except={EXTENSION}",
        f"--load-extension={EXTENSION}",
    ]
    if os.geteuid() == 0:
        line.append("--no-sandbox")
    print(f"With the extension, in Chromium:\n  {shlex.join(line)}", flush=True)


def main() -> None:
    """Offer Chromium, then become the agent."""
    HOME.mkdir(parents=True, exist_ok=True)
    offer_chromium()
    agent = [sys.executable, "-m", "secondlook", "run", "--no-tray", "--invented-roster", "--open", "--home", str(HOME)]
    os.execv(sys.executable, agent)  # noqa: S606 - our own interpreter and arguments


if __name__ == "__main__":
    main()
