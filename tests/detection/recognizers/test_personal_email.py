"""Table of the recognizer of the same name."""

from __future__ import annotations

import pytest

from secondlook.detection.settings import DetectionSettings

DISTRICT = frozenset({"mps.example"})
STUDENTS = frozenset({"students.mps.example"})
TABLE = [
    ("professional", "write to coach.dana@gmail.com", "coach.dana@gmail.com"),
    ("professional", "write to dwhitfield@mps.example", None),
    ("professional", "write to info@library.example", None),
    ("personal", "my work mail is dwhitfield@mps.example.", "dwhitfield@mps.example"),
    ("unknown", "DWHITFIELD@MPS.EXAMPLE", "DWHITFIELD@MPS.EXAMPLE"),
    ("personal", "selling a couch, dana.w@gmail.com", None),
    ("personal", "not an address: @gmail.com or a@b", None),
]


@pytest.mark.parametrize(("account", "text", "address"), TABLE)
def test_personal_email(found, account, text, address):
    """A private domain counts on a professional account, the district's on a personal one."""
    settings = DetectionSettings(district_domains=DISTRICT, student_domains=STUDENTS, account=account)
    assert [words for words, _ in found(text, "PERSONAL_EMAIL", settings)] == ([address] if address else [])
