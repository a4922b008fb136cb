"""Pages whose name or handle plainly says sexually explicit or violent (policy IHB, D-inappropriate-sites).

Reads the name that the page shows and nothing else; links in a text are a recogniser's. Called by `gather.py`. The terms
are `shared_rules/terms/page_names.json`, which a district may add to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from secondlook.contract import Action, Person
from secondlook.detection.fold import fold
from secondlook.detection.terms import TermIndex

ACTIONS: frozenset[Action] = frozenset({"visit", "follow", "friend_request", "accept_request", "comment"})
PLAINLY, INSIDE = 0.9, 0.8
_WORD = re.compile(r"[^\W\d_]+")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_WORDS = 3


class PageNames:
    """The words that make a page's name plain.

    Args:
        whole: terms of up to three words that count as whole words.
        inside: terms that count inside a longer word, too.
        innocent: terms that make a name say nothing.

    """

    def __init__(self, whole: Iterable[str] = (), inside: Iterable[str] = (), innocent: Iterable[str] = ()) -> None:
        self._whole, self._innocent = frozenset(map(_spaced, whole)), frozenset(map(_spaced, innocent))
        self._inside = tuple("".join(_words(term)) for term in inside)

    def __repr__(self) -> str:
        return "PageNames(…)"

    def plain(self, page: Person) -> float:
        """How plainly a page's name or handle says it, 0 to 1."""
        return max((self._plain(shown) for shown in (page.name, page.handle) if shown), default=0.0)

    def _plain(self, shown: str) -> float:
        words = _words(_HUMP.sub(" ", shown))
        phrases = {
            " ".join(words[start : start + length])
            for length in range(1, _MOST_WORDS + 1)
            for start in range(len(words) - length + 1)
        }
        if phrases & self._innocent:
            return 0.0
        if phrases & self._whole:
            return PLAINLY
        joined = "".join(words)
        return INSIDE if any(term in joined for term in self._inside) else 0.0


@lru_cache(maxsize=8)
def page_names_of(terms: TermIndex) -> PageNames:
    """The words of a policy's term lists; none when the policy has no such list."""
    whole = (*terms.listed("page_names.sexual"), *terms.listed("page_names.violent"))
    return PageNames(whole, terms.listed("page_names.inside"), terms.listed("page_names.innocent"))


def _words(name: str) -> list[str]:
    return _WORD.findall(fold(name).text)


def _spaced(term: str) -> str:
    return " ".join(_words(term))


NO_PAGE_NAMES = PageNames()
