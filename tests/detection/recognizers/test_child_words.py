"""Every word that a child is called by makes a record that child's, in the plain ways people tell of one."""

from __future__ import annotations

import json

import pytest

from secondlook.config import shipped

LISTS = json.loads((shipped("shared_rules") / "terms" / "student_record.json").read_text(encoding="utf-8"))["groups"]
TOLD = {
    "en": ("A {} in my homeroom has an IEP", "That {} on my bus was suspended again"),
    "es": ("Un {} mío tiene un IEP", "Una {} de mi salón fue suspendida otra vez"),
    "pt": ("Um {} meu tem um IEP", "Tenho uma {} que foi suspensa de novo"),
}
CASES = [(told, word) for language, ways in TOLD.items() for told in ways for word in LISTS["child"][language]]


@pytest.mark.parametrize(("told", "word"), CASES, ids=[f"{word}: {told}" for told, word in CASES])
def test_a_record_of_whoever_it_is(found, told: str, word: str) -> None:
    """The child has no name, and is known all the same."""
    assert found(told.format(word.replace("#", "7th")), "STUDENT_RECORD")
