"""`python -m secondlook`: the same as the `secondlook` command."""

from __future__ import annotations

import sys

from secondlook.cli import main

if __name__ == "__main__":
    sys.exit(main())
