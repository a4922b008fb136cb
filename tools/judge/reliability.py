"""How often a name said to be likely is one: a table in ten steps, and its picture as SVG without any library.

Used by `tools/judge/names.py` alone.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

STEPS = 10
SIDE, EDGE = 320, 44


@dataclass(frozen=True)
class Bin:
    """Candidates said to be about equally likely: what was said, what is true, how many they are."""

    said: float
    true: float
    count: int


def table(likely: np.ndarray, right: np.ndarray) -> list[Bin]:
    """The steps that hold any candidate."""
    place = np.minimum((likely * STEPS).astype(int), STEPS - 1)
    return [
        Bin(float(likely[place == step].mean()), float(right[place == step].mean()), int((place == step).sum()))
        for step in range(STEPS)
        if (place == step).any()
    ]


def picture(bins: list[Bin]) -> str:
    """A reliability diagram: on the line, a score means what it says; the dots' area grows with their number."""
    most = max(it.count for it in bins)
    size = SIDE + 2 * EDGE
    dots = "".join(
        f'<circle cx="{EDGE + it.said * SIDE:.1f}" cy="{EDGE + (1 - it.true) * SIDE:.1f}" '
        f'r="{3 + 11 * (it.count / most) ** 0.5:.1f}" fill="#1f5fa8" fill-opacity=".75">'
        f"<title>said {it.said:.2f}, true {it.true:.2f}, {it.count} names</title></circle>"
        for it in bins
    )
    ticks = "".join(
        f'<text x="{EDGE + at * SIDE:.0f}" y="{EDGE + SIDE + 16}" text-anchor="middle">{at:.1f}</text>'
        f'<text x="{EDGE - 6}" y="{EDGE + (1 - at) * SIDE + 4:.0f}" text-anchor="end">{at:.1f}</text>'
        for at in (0.0, 0.5, 0.6, 0.9, 1.0)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" font-family="sans-serif" font-size="12" '
        'role="img" aria-label="Reliability of name scores">'
        f'<rect width="{size}" height="{size}" fill="#fff"/>'
        f'<rect x="{EDGE}" y="{EDGE}" width="{SIDE}" height="{SIDE}" fill="none" stroke="#999"/>'
        f'<line x1="{EDGE}" y1="{EDGE + SIDE}" x2="{EDGE + SIDE}" y2="{EDGE}" stroke="#999" stroke-dasharray="4 4"/>'
        f"{ticks}{dots}"
        f'<text x="{size / 2:.0f}" y="{size - 8}" text-anchor="middle">score of a candidate name</text>'
        f'<text x="14" y="{size / 2:.0f}" text-anchor="middle" transform="rotate(-90 14 {size / 2:.0f})">'
        "share that is a pupil's name</text>"
        f'<text x="{size / 2:.0f}" y="24" text-anchor="middle" font-size="14">Scores and truth, tune half</text></svg>\n'
    )
