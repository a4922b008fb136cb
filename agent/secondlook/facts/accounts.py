"""Whose account acts, and what a bio says about it. Clauses D-email, E-speaks-for-district, E-privacy-settings.

Called by the checker (which account is professional) and by `gather.py` (facts about bios and profiles).
"""

from __future__ import annotations

from collections.abc import Mapping

from secondlook.contract import Account, Attempt
from secondlook.detection.fold import fold
from secondlook.policy.rule import FactName
from secondlook.settings.profile import ProfessionalAccount, Profile

DISTRICT, JOB = 0.9, 0.7
"""How sure a mixed account is: a bio that names the district or one of its schools, and one that names a school job."""
OPENS = 0.8


def with_known_account(attempt: Attempt, profile: Profile) -> Attempt:
    """The attempt, as a professional account's when the acting account is on the list, whatever the page called it."""
    shown = attempt.account.name
    if not shown or attempt.account.kind == "professional" or not profile.professional_accounts:
        return attempt
    if not any(_is(shown, attempt.site, entry) for entry in profile.professional_accounts):
        return attempt
    return attempt.model_copy(update={"account": Account(kind="professional", name=shown)})


def about_account(attempt: Attempt, topics: Mapping[str, float]) -> dict[FactName, float]:
    """The facts about profiles.

    Args:
        attempt: whose text was read.
        topics: the groups of `terms/profile_talk.json` that the text speaks of (`detection/topics.py`).

    """
    facts: dict[FactName, float] = {}
    if attempt.action in ("post", "comment", "story", "bio") and "profile_talk.opened" in topics:
        facts["opens_profile"] = OPENS
    if attempt.action == "bio" and attempt.account.kind != "professional" and "profile_talk.disclaimer" not in topics:
        if "profile_talk.district" in topics:
            facts["mixed_account"] = DISTRICT
        elif "profile_talk.job" in topics and "profile_talk.not_this_job" not in topics:
            facts["mixed_account"] = JOB
    return facts


def _is(shown: str, site: str, entry: ProfessionalAccount | str) -> bool:
    if isinstance(entry, str):
        return _plain(shown) == _plain(entry)
    if entry.site is not None and entry.site != site:
        return False
    return _plain(shown) in {_plain(name) for name in (entry.handle, entry.name, entry.id) if name}


def _plain(name: str) -> str:
    """Handles ignore case, and on Facebook dots; names ignore accents and spacing."""
    return "".join(letter for letter in fold(name.strip().lstrip("@")).text if letter.isalnum() or letter == "_")
