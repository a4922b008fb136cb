"""Names of whoever is written to: an adult's own first name is no pupil's, a pupil's stays one."""

from __future__ import annotations

import pytest

from secondlook.contract import Attempt, Finding
from secondlook.detection.detect import Detection, Evidence
from secondlook.detection.fold import Folded
from secondlook.detection.names import NameHit, PersonMatch
from secondlook.facts.addressee import without_addressee


class OnePupil:
    """A name book in which Emma Rodrigues is a pupil and nobody else."""

    def find(self, text: str, folded: Folded) -> list[NameHit]:  # noqa: ARG002  the protocol's signature
        return []

    def match(self, name: str | None, handle: str | None) -> PersonMatch:  # noqa: ARG002  the protocol's signature
        return PersonMatch(0.98, 0) if name == "Emma Rodrigues" else PersonMatch()

    def has_id(self, token: str) -> bool:  # noqa: ARG002  the protocol's signature
        return False


@pytest.mark.parametrize(
    ("action", "shown", "kept"),
    [
        ("comment", "Emma Thibodeau", False),
        ("message", "Emma Thibodeau", False),
        ("comment", "Emma Rodrigues", True),
        ("comment", "Ana Thibodeau", True),
        ("story", "Emma Thibodeau", True),
    ],
)
def test_a_first_name_on_somebodys_page(action: str, shown: str, kept: bool):
    """It goes where it is a word of an adult's name, and stays on a pupil's page, and wherever it is somebody else's."""
    text = "🎉 Well done, Emma!"
    start = len("🎉 Well done, ".encode("utf-16-le")) // 2
    finding = Finding.model_validate({"kind": "STUDENT_NAME", "start": start, "end": start + 4, "score": 0.8})
    attempt = Attempt.model_validate({"action": action, "site": "facebook", "text": text, "target": {"name": shown}})
    evidence = Evidence("STUDENT_NAME", start, start + 4, 0.8, "first name")
    found = without_addressee(Detection((finding,), 0.0, (evidence,)), attempt, OnePupil())
    assert found.findings == ((finding,) if kept else ())
    assert (found.evidence[0].dropped == "") is kept
