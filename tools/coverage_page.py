"""Writes docs/coverage.md from what the checklist has just seen in both browsers (build/coverage). Called by `make coverage`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from e2e.checklist import BROWSERS, FOUND, PAGE, page  # noqa: E402 - found only after the line above


def main() -> None:
    """Read both files and write the page."""
    cells = {}
    for browser in BROWSERS:
        for line in (FOUND / f"{browser}.jsonl").read_text(encoding="utf-8").splitlines():
            entry, lang, cell = json.loads(line)
            cells[entry, browser, lang] = cell
    PAGE.write_text(page(cells), encoding="utf-8")
    print(PAGE)


if __name__ == "__main__":
    main()
