"""The door by which the browser's launcher starts the native host, past the command line, which would only slow it down."""

from __future__ import annotations

import sys
from pathlib import Path

from secondlook.config import Home
from secondlook.native_host import run

if __name__ == "__main__":
    sys.exit(run(Home(Path(sys.argv[1]))))
