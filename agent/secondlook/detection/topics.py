"""What a text speaks of beyond its findings: a private medical or academic matter, one's own profile, one's employer.

Pure. Each topic is a group of terms plus the little context that tells it from talk to everybody. A score, never a
finding. Called by `detect`; `facts/` turns topics into facts.
"""

from __future__ import annotations

from secondlook.detection.reading import Reading

STRONG, WEAK = 0.8, 0.7
PROFILE_GROUPS = ("district", "job", "not_this_job", "disclaimer", "opened")


def topics(reading: Reading) -> dict[str, float]:
    """The topics of one text with how sure, by name; absent = not spoken of."""
    if not reading.hits:
        return {}
    found: dict[str, float] = {}
    if "profile_talk" in reading.files:
        found = {f"profile_talk.{group}": 1.0 for group in PROFILE_GROUPS if reading.terms(f"profile_talk.{group}")}
    if any(name and name in reading.folded.text for name in _school_names(reading)):
        found["profile_talk.district"] = 1.0
    matter = _private_matter(reading) if "private_matter" in reading.files else 0.0
    return found | {"private_matter": matter} if matter else found


def _private_matter(reading: Reading) -> float:
    """A strong word ("your MRI") speaks for itself, a weak one ("grades") needs one person in its sentence.

    A sentence to everybody ("physicals are due, everyone") is no private matter.
    """
    everybody = {hit.sentence for hit in reading.terms("private_matter.everybody")}
    somebody = {hit.sentence for hit in reading.terms("private_matter.somebody")}
    strong = {hit.sentence for hit in reading.terms("private_matter.strong")} - everybody
    if strong:
        return STRONG
    weak = {hit.sentence for hit in reading.terms("private_matter.weak")} - everybody
    return WEAK if weak & somebody else 0.0


def _school_names(reading: Reading) -> tuple[str, ...]:
    return tuple(name.casefold() for name in reading.settings.school_names if len(name) > 5)
