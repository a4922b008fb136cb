"""A person whose system has its own few colours (Windows contrast themes): everything of ours stays to be seen and told apart."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from e2e.surfaces import facebook_post, instagram_comment
from e2e.waiting import wait_for

NAME = "Emma Rodrigues"
DRAFT = f"So proud of {NAME} today"
BOX_OF = "function () { const box = this.querySelector('%s')?.getBoundingClientRect(); return box?.width ? box.toJSON() : null }"
STYLE_OF = "function () { const style = getComputedStyle(this.querySelector('%s')); return [style.color, style.backgroundColor] }"


@pytest.fixture
def own_colours(page):
    """A tab in the system's own colours."""
    page.emulate_media(forced_colors="active")
    return page


def seen(page, box: dict[str, float]) -> set[tuple[int, ...]]:
    """The colours of a part of the window, as the person sees it."""
    clip = {side: box[side] for side in ("x", "y", "width", "height")}
    shot = page.screenshot(clip=clip)
    return set(Image.open(io.BytesIO(shot)).convert("RGB").get_flattened_data())


def test_the_dot_and_the_number_are_seen(own_colours, ui):
    """The quiet dot is not of the colour of its ground, nor is the number's ring."""
    surface = facebook_post(own_colours)
    surface.type("Bake sale on Saturday")
    ui.wait_quiet("Bake sale on Saturday")
    assert len(seen(own_colours, ui.ask_root(BOX_OF % ".pill .dot"))) > 1
    surface.type(f" with {NAME}")
    ui.wait_underlined(NAME)
    assert len(seen(own_colours, ui.ask_root(BOX_OF % ".pill"))) > 1


def test_the_main_button_stands_out(own_colours, ui):
    """The button "Edit post" has a ground of its own; "Post anyway" has a border; both words differ from what they stand on."""
    surface = facebook_post(own_colours)
    surface.type(DRAFT)
    ui.wait_underlined(NAME)
    surface.submit.click()
    ui.wait_sheet()
    colour, ground = ui.ask_root(STYLE_OF % "button.main")
    _, sheet = ui.ask_root(STYLE_OF % ".sheet")
    assert ground not in {colour, sheet}


def test_the_twin_of_a_textarea_shows_its_underline_and_no_second_text(own_colours, ui):
    """Over Instagram's box lie transparent words with an underline; in the system's colours they must stay transparent."""
    surface = instagram_comment(own_colours)
    surface.type(DRAFT)
    mark = wait_for(own_colours, lambda: ui.ask_root(BOX_OF % ".mirror mark"), "the mark")
    for part in (".mirror", ".mirror mark"):
        assert ui.ask_root(STYLE_OF % part)[0] == "rgba(0, 0, 0, 0)", part
    below = {"x": mark["x"], "y": mark["y"] + mark["height"] - 5, "width": mark["width"], "height": 6}
    assert len(seen(own_colours, below)) > 1
