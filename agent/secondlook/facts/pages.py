"""Pages whose name or handle plainly says sexually explicit or violent (policy IHB, D-inappropriate-sites).

Asks `detection/inappropriate.py`, which knows the words, about the name that the page shows, and nothing else; links in a
text are a recogniser's. Called by `gather.py`.
"""

from __future__ import annotations

from dataclasses import dataclass

from secondlook.contract import Action, Person
from secondlook.detection.inappropriate import inappropriate_score
from secondlook.detection.terms import TermIndex
from secondlook.people.name_parts import plain_parts

ACTIONS: frozenset[Action] = frozenset({"visit", "follow", "friend_request", "accept_request", "comment"})


_BUSINESS_WORDS = (
    "spa salon farm farms bakery restaurant restaurante pizza pizzeria grill cafe deli market mercado shop store tienda loja "
    "boutique atelier gallery galeria realty realtor insurance auto garage landscaping plumbing construction gym church iglesia "
    "igreja parish parroquia paroquia ministries llc inc bakehouse brewery florist pharmacy clinic dental orchards vineyard"
)
_BUSINESS = frozenset(_BUSINESS_WORDS.split())


def is_a_business(page: Person) -> bool:
    """Whether a name says that it is a shop's, a farm's or a parish's, and nobody's own ("Amber Day Spa & Salon")."""
    return bool(_BUSINESS.intersection(plain_parts(page.name or "")))


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
