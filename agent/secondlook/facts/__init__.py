"""What is known beyond the words: who is acted on, who will read it, when it is, what the person said of themselves.

Looks things up and decides nothing; a fact that is not known is left out. Called by `checker.py`. One file per topic:
`people` (targets), `recipients` (messages), `accounts` (whose account, bios), `stars` (public figures), `pages` (what a page's
name says), `said` (what the
person has said). The names of the facts are those of `policy/rule.py`; docs/rules.md says what each means.
"""

from __future__ import annotations

from secondlook.facts.gather import Around, Moment, Seen, gather_facts
from secondlook.facts.said import NOTHING_SAID, Said
from secondlook.facts.stars import NO_STARS, Stars
from secondlook.settings.profile import NO_PROFILE, Profile

__all__ = [
    "NOTHING_SAID",
    "NO_PROFILE",
    "NO_STARS",
    "Around",
    "Moment",
    "Profile",
    "Said",
    "Seen",
    "Stars",
    "gather_facts",
]
