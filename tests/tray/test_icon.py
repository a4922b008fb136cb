"""The icon: five states that differ in shape, crisp at each size, to be seen on light and dark panels."""

from __future__ import annotations

from itertools import combinations
from typing import get_args

import pytest
from PIL import Image

from secondlook.contract import Protection
from secondlook.tray.icon import COLOURS, draw

STATES: tuple[Protection, ...] = get_args(Protection)
PANELS = ("#ffffff", "#202124")
SIZES = (16, 22, 32)


def shape(state: Protection, size: int) -> list[int]:
    return list(draw(state, size).getchannel("A").get_flattened_data())


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("size", SIZES)
def test_the_shape_alone_tells_the_state(size: int) -> None:
    """In one colour: filled, half, outline and slashed differ in at least one pixel in fourteen; both halves are alike."""
    for one, two in combinations(STATES, 2):
        different = sum(abs(a - b) > 128 for a, b in zip(shape(one, size), shape(two, size), strict=True))
        if {one, two} == {"starting", "limited"}:
            assert different == 0
        else:
            assert different > size * size / 14, (one, two, different)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("state", ["protected", "paused", "limited", "starting"])
def test_it_is_crisp(state: Protection, size: int) -> None:
    """Straight edges lie on whole pixels: across the bubble, across the outline behind, and down through both."""
    alpha = draw(state, size).getchannel("A")
    edge = size - round(size * 0.16)  # where the bubble in front ends
    across = [alpha.getpixel((x, size // 2)) for x in range(edge)]
    behind = [alpha.getpixel((x, round(size * 0.35))) for x in range(edge, size)]
    down = [alpha.getpixel((round(size * 0.56), y)) for y in range(size)]
    assert set(across) | set(behind) | set(down) <= {0, 255}
    assert 255 in behind
    assert across.count(255) >= 2
    assert down.count(255) >= 2


@pytest.mark.parametrize("panel", PANELS)
@pytest.mark.parametrize("state", STATES)
def test_it_is_seen_on_any_panel(state: Protection, panel: str) -> None:
    """3:1 against a light and a dark panel (WCAG 2.2, 1.4.11)."""
    light, dark = sorted((luminance(COLOURS[state]), luminance(panel)), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 3


@pytest.mark.parametrize("size", [*SIZES, 24, 48, 64])
@pytest.mark.parametrize("state", STATES)
def test_it_fills_its_square(state: Protection, size: int) -> None:
    """Any size can be asked for; nothing is cut off, and the background is clear."""
    image = draw(state, size)
    assert image.size == (size, size)
    left, top, right, bottom = image.getchannel("A").getbbox() or (0, 0, 0, 0)
    assert left <= size // 8
    assert top <= size // 8
    assert right >= size - size // 8
    assert bottom >= size - size // 8
    assert isinstance(image, Image.Image)
