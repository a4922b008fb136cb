"""Table of the recognizer of the same name."""

from __future__ import annotations

import pytest

from secondlook.detection.settings import DetectionSettings

SCHOOL = DetectionSettings(school_phones=frozenset({"(508) 555-0100", "5085550199"}))
TABLE = [
    ("text me at 508-555-0123 about homework", "508-555-0123", 0.9),
    ("Mi celular es (774) 555-0144, escríbeme", "(774) 555-0144", 0.9),
    ("meu zap: 774.555.0144", "774.555.0144", 0.9),
    ("Here's my number 5085550123", "5085550123", 0.9),
    ("508 555 0123 whenever", "508 555 0123", 0.5),
    ("call me 508-555-0100", None, 0),
    ("text me at 508.555.0199", None, 0),
    ("The main office is at 508-555-0177", None, 0),
    ("Crisis line: 800-555-0155, text me if you need it", None, 0),
    ("Score was 508-555, wow", None, 0),
    ("ISBN 978-0-13-468599-1", None, 0),
    ("12/14/2026 at 10:30", None, 0),
]


@pytest.mark.parametrize(("text", "number", "score"), TABLE)
def test_private_phone(found, text, number, score):
    """A number off the school's list is found, surer when it is offered; the school's, firms' and hotlines are not."""
    assert found(text, "PRIVATE_PHONE", SCHOOL) == ([(number, score)] if number else [])
