"""Patterns that are compiled when they are first asked: each one can be, and then it does what `re` does."""

from __future__ import annotations

import importlib
import pkgutil
import re

import pytest

from secondlook import detection
from secondlook.detection.late_pattern import late


def all_late():
    """Every late pattern of the room, by module and name."""
    found = {}
    for info in pkgutil.walk_packages(detection.__path__, "secondlook.detection."):
        for name, value in vars(importlib.import_module(info.name)).items():
            if isinstance(value, type(late(""))):
                found[f"{info.name}.{name}"] = value
    return found


def test_each_can_be_compiled():
    """A mistake in one would else show only in the text that first asks it."""
    patterns = all_late()
    assert len(patterns) > 60
    for name, pattern in patterns.items():
        assert re.compile(pattern.pattern), name


def test_it_does_what_a_pattern_does():
    """With its flags, from the first time on."""
    pattern = late(r"^a(b)?", re.MULTILINE)
    for _ in range(2):
        assert [it.span() for it in pattern.finditer("ab\na")] == [(0, 2), (3, 4)]
        assert (pattern.match("abc").group(1), pattern.search("b"), pattern.sub("-", "ab")) == ("b", None, "-")
    with pytest.raises(AttributeError):
        _ = pattern.groups_of_nobody
