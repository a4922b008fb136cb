"""The voices of the corpus that strangers wrote, with what was measured of each before anything was tuned on it. Called by `quality.py`.

The figures stand in `blind_voices.csv`, a line for each measurement, in the order of the work; they are history and are never made anew.
"""

from __future__ import annotations

import csv
from pathlib import Path

FILE = Path(__file__).with_suffix(".csv")
HEAD = (
    "Voices that strangers wrote, who knew the policy's reading, the format and the roster alone, each measured whole before anything was tuned on it,",
    "in the order of the work; so each line is of an older state of the product than the next. The mixed ones are the figure to trust; those that name what they are about were asked for that alone:",
    "",
    "| voice | posts | right verdict | names: recall / precision | records: recall | false alarms | stock Presidio: verdict, names, false alarms |",
    "|---|---|---|---|---|---|---|",
)


def _measured() -> list[dict[str, str]]:
    with FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def table() -> list[str]:
    """The lines of the table, its heading first."""
    rows = []
    for row in _measured():
        voices, about, *figures = row.values()
        rows.append(f"| {' | '.join([f'{voices} ({about})' if about else voices, *figures])} |")
    return [*HEAD, *rows]


def mixed() -> frozenset[str]:
    """The voices that were asked for a mix of everything, and not for one sort of posts above all."""
    return frozenset(voice for row in _measured() if not row["about"] for voice in row["voices"].split(", "))
