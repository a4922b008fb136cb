"""Draws the icon: a speech bubble with a second outline behind it. Pure; the shape alone tells the state, colour repeats it.

Filled = protected, half = limited or starting, outline = paused, slashed = not protecting. Straight edges lie on whole
pixels at every size, so that 16, 22 and 32 px are all crisp. The colours are those between white and black that keep
3:1 against a light and a dark panel (WCAG 2.2, 1.4.11). Called by `tray.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from PIL import Image, ImageDraw

from secondlook.contract import Protection

COLOURS: dict[Protection, str] = {
    "protected": "#2f7fd6",
    "starting": "#2f7fd6",
    "limited": "#b5701a",
    "paused": "#7d8288",
    "not_protecting": "#d2453b",
}
FINE = 8
"""Drawn this much larger and averaged down, for smooth corners."""
TILE = "#f4f4f4"


@dataclass(frozen=True)
class _Grid:
    """Where everything lies for one size, in whole pixels.

    Attributes:
        line: thickness of the outlines.
        step: how far the second outline stands out, to the right and above.
        gap: clear space between the two.
        top, right, bottom: edges of the bubble in front; its left edge is 0.

    """

    size: int
    line: int
    step: int
    gap: int

    @property
    def top(self) -> int:
        return self.step + self.line + self.size // 16

    @property
    def right(self) -> int:
        return self.size - self.step

    @property
    def bottom(self) -> int:
        return self.size - max(2, round(self.size * 0.19))


def draw(state: Protection, size: int) -> Image.Image:
    """The icon of a state, `size` pixels square, on nothing."""
    line = max(1, round(size / 14))
    grid = _Grid(size, line, max(2, round(size * 0.16)), max(1, round(size / 18)))
    mask = Image.new("L", (size * FINE, size * FINE), 0)
    pen = ImageDraw.Draw(mask)
    _second_outline(pen, grid)
    _bubble(pen, grid, 255)
    inside = Image.new("L", mask.size, 0)
    _bubble(ImageDraw.Draw(inside), grid, 255, grid.line)
    if state != "protected":
        kept = Image.new("L", mask.size, 0)
        if state in ("starting", "limited"):
            half = (grid.top + grid.bottom) // 2 * FINE
            ImageDraw.Draw(kept).rectangle((0, half, mask.width, mask.height), fill=255)
        mask.paste(kept, (0, 0), inside)
    if state == "not_protecting":
        _slash(pen, grid)
    image = Image.new("RGBA", (size, size), COLOURS[state])
    image.putalpha(mask.resize((size, size), Image.Resampling.BOX))
    return image


class OnTile:
    """An icon for a tray that knows no transparency: drawn anew at whatever size is asked for, on a light tile."""

    def __init__(self, state: Protection) -> None:
        self._state = state

    def resize(self, size: tuple[int, int], *_: object) -> Image.Image:
        """As Pillow's `resize`, which is all that pystray's X11 backend asks of an icon."""
        side = max(min(size), 8)
        drawn = draw(self._state, side)
        tile = Image.new("RGB", size, TILE)
        tile.paste(drawn, ((size[0] - side) // 2, (size[1] - side) // 2), drawn)
        return tile


def _second_outline(pen: ImageDraw.ImageDraw, grid: _Grid) -> None:
    """The outline behind, of which the bubble in front and a clear space around it hide the rest."""
    left, top = grid.step, grid.size // 16
    box = (left, top, grid.size, grid.bottom - grid.step)
    _rounded(pen, box, grid.size * 0.19, 255)
    _rounded(pen, _shrunk(box, grid.line), grid.size * 0.19 - grid.line, 0)
    _bubble(pen, grid, 0, -grid.gap)


def _bubble(pen: ImageDraw.ImageDraw, grid: _Grid, fill: int, inset: int = 0) -> None:
    """The bubble in front with its tail, made smaller by `inset` pixels on each side."""
    box = _shrunk((0, grid.top, grid.right, grid.bottom), inset)
    _rounded(pen, box, max(1.0, grid.size * 0.19 - inset), fill)
    left, foot = grid.size * 0.2, grid.size
    tail = (
        (left + inset, grid.bottom - grid.line - inset),
        (left + grid.size * 0.3 - inset * 1.6, grid.bottom - grid.line - inset),
        (left + inset, foot - inset * 2.4),
    )
    pen.polygon([(x * FINE, y * FINE) for x, y in tail], fill=fill)


def _slash(pen: ImageDraw.ImageDraw, grid: _Grid) -> None:
    """From the upper left to the lower right, away from the tail, with clear space on both sides."""
    ends = ((grid.size * 0.05, grid.size * 0.07), (grid.size * 0.95, grid.size * 0.93))
    thick = grid.line + max(1, grid.size // 28)
    for width, fill in ((thick + grid.gap * 2, 0), (thick, 255)):
        pen.line([(x * FINE, y * FINE) for x, y in ends], fill=fill, width=width * FINE)


def _shrunk(box: tuple[int, int, int, int], by: int) -> tuple[int, int, int, int]:
    return box[0] + by, box[1] + by, box[2] - by, box[3] - by


def _rounded(pen: ImageDraw.ImageDraw, box: tuple[int, int, int, int], radius: float, fill: int) -> None:
    x0, y0, x1, y1 = (edge * FINE for edge in box)
    pen.rounded_rectangle((x0, y0, x1 - 1, y1 - 1), max(radius, 0) * FINE, fill=fill)
