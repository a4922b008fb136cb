"""Words of school inside phrases of elsewhere."""

from __future__ import annotations

import pytest

from secondlook.config import shipped
from secondlook.detection.fold import fold
from secondlook.detection.names import NO_NAMES
from secondlook.detection.reading import Reading
from secondlook.detection.settings import DetectionSettings
from secondlook.detection.term_lists import load_terms
from secondlook.detection.terms import TermIndex


@pytest.fixture(scope="module")
def terms() -> TermIndex:
    return load_terms(shipped("shared_rules") / "terms")


@pytest.mark.parametrize(
    ("text", "school"),
    [
        ("En el salón Camila ya terminó", True),
        ("En el salón de belleza Camila ya terminó", False),
        ("Tomorrow is my driving test", False),
        ("Ran into a former student", False),
        ("Ran into a student", True),
        ("O Rafael do 2º andar bate no teto", False),
        ("A Luiza do 2º ano bate palmas", True),
        ("Depois da escola de samba, cama", False),
    ],
)
def test_words_of_school_elsewhere(terms: TermIndex, text: str, school: bool):
    """Part of such a phrase they are no words of school."""
    reading = Reading(fold(text), NO_NAMES, terms, DetectionSettings())
    found = any(reading.terms(f"school_context.{group}") for group in ("strong", "weak"))
    assert found is school
