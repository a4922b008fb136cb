"""Draws milliseconds over text length as an SVG, by hand and without a library. Called by `bench.py`."""

from __future__ import annotations

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 720, 380, 64, 48, 24, 110
COLOURS = ("#1f5fa8", "#b3541e", "#3d7a3d", "#7a4f9a")

Points = list[tuple[int, float]]


def picture(lines: dict[str, Points]) -> str:
    """A chart with a line for each kind of text; the axes begin at 0, so that a straight line through it is linear."""
    most_x = max(x for points in lines.values() for x, _ in points)
    most_y = _round_up(max(y for points in lines.values() for _, y in points))

    def at(x: float, y: float) -> tuple[float, float]:
        across = LEFT + x / most_x * (WIDTH - LEFT - RIGHT)
        return round(across, 1), round(HEIGHT - BOTTOM - y / most_y * (HEIGHT - BOTTOM - TOP), 1)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="system-ui, sans-serif" font-size="13">',
        "<title>Time of one check over the length of the text</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
    ]
    for share in (0, 0.25, 0.5, 0.75, 1):
        (x0, y), (x1, _) = at(0, most_y * share), at(most_x, most_y * share)
        parts.append(f'<path d="M{x0} {y}H{x1}" stroke="#d5d9de"/>')
        parts.append(f'<text x="{x0 - 8}" y="{y + 4}" text-anchor="end" fill="#444">{most_y * share:g} ms</text>')
        x, bottom = at(most_x * share, 0)
        label = f"{int(most_x * share):,}"
        parts.append(f'<text x="{x}" y="{bottom + 20}" text-anchor="middle" fill="#444">{label}</text>')
    middle, _ = at(most_x / 2, 0)
    parts.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle" fill="#444">characters</text>')
    ends = _apart(sorted((at(*points[-1])[1], kind) for kind, points in lines.items()))
    for colour, (kind, points) in zip(COLOURS, lines.items(), strict=False):
        path = " ".join(f"{x},{y}" for x, y in [at(0, 0), *(at(*point) for point in points)])
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        parts.append(f'<text x="{WIDTH - RIGHT + 8}" y="{ends[kind] + 4}" fill="{colour}">{kind}</text>')
    return "\n".join([*parts, "</svg>", ""])


def _round_up(value: float) -> float:
    """The next 1, 2, 4, 6 or 8 with zeros."""
    size = 1.0
    while size * 10 < value:
        size *= 10
    return next(size * step for step in (1, 2, 4, 6, 8, 10) if size * step >= value)


def _apart(ends: list[tuple[float, str]]) -> dict[str, float]:
    """Heights of the labels, moved until none covers another."""
    placed: dict[str, float] = {}
    last = -99.0
    for height, kind in ends:
        last = max(height, last + 16)
        placed[kind] = last
    return placed
