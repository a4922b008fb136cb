"""The door by which the browser's launcher starts the native host, past the command line, which would only slow it down."""

from __future__ import annotations

import sys

from secondlook.config import find_home
from secondlook.native_host import run


def main(given: list[str]) -> int:
    """Serve the home that `--home DIR` names, else the usual one; what a browser adds to the line is not looked at."""
    return run(find_home(given[1] if given[:1] == ["--home"] else None))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
