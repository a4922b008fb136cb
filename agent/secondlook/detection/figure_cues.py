"""Whether a name is that of a public figure, or a part of one. Pure; it weighs nothing.

The figures are data: `shared_rules/terms/public_figures.json`. Called by `name_cues.py` and `sort_cues.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from secondlook.detection.cue_families import FAMILIES, FIGURES, KNOWN_ALONE
from secondlook.detection.name_context import NameContext, Span
from secondlook.detection.name_syntax import studied


def in_figure(around: NameContext, span: Span) -> Iterator[str]:
    """Whether a public figure has this very name, or a longer one that these words are part of."""
    if any(around.terms.within(group, span) for group in FIGURES) or (
        " " in around.words(span) and around.terms.held(FIGURES, span)
    ):
        yield "within_star"
    elif is_public_figure(around, span):
        yield "part_of_star"
        if studied(around.text, span):
            yield "studied"
    elif studied(around.text, span):
        yield "read_about"


def known_alone(around: NameContext, span: Span) -> Iterator[str]:
    """Whether one public figure is known by this name alone and the text speaks of the stage."""
    if around.terms.held(KNOWN_ALONE, span):
        here = around.nearness.level((*FAMILIES["star"], *FAMILIES["stage"]), span)
        yield "known_alone_here" if here else "known_alone"


def has_stars_name(around: NameContext, span: Span) -> bool:
    """Whether the words are a public figure's whole name, in one word as well ("@taylorswift")."""
    words = around.words(span)
    return around.terms.held(FIGURES, span) or (" " not in words and around.reading.is_star(words))


def is_public_figure(around: NameContext, span: Span) -> bool:
    """Whether the name is, or is part of, that of somebody in the shipped list of public figures."""
    return around.terms.overlaps(FIGURES, span)
