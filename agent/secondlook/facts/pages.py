"""Pages whose name or handle plainly says sexually explicit or violent (policy IHB, D-inappropriate-sites).

Asks `detection/inappropriate.py`, which knows the words, about the name that the page shows, and nothing else; links in a
text are a recogniser's. Called by `gather.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondlook.contract import Action, Person
from secondlook.detection.inappropriate import inappropriate_score
from secondlook.detection.terms import TermIndex

ACTIONS: frozenset[Action] = frozenset({"visit", "follow", "friend_request", "accept_request", "comment"})


@dataclass(frozen=True)
class PageNames:
    """What names of pages are read with.

    Attributes:
        terms: of the policy; None = no name says anything.

    """

    terms: TermIndex | None = None

    def plain(self, page: Person) -> float:
        """How plainly a page's name or handle says it, 0 to 1."""
        return inappropriate_score(page.name, page.handle, self.terms) if self.terms else 0.0


NO_PAGE_NAMES = PageNames()
