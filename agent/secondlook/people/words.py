"""What an index says of one folded word, remembered: whose name it may be, short forms, and what one typo makes of it.

The memory is bounded and holds no word: its keys are Python's own string hashes (keyed anew in every process), its
values are hashes of the index. One `Words` for one index; safe to ask from several threads. Made by `RosterNames`.
"""

from __future__ import annotations

from secondlook.people.everyday import everyday_words
from secondlook.people.near import near, near_by_first_letter
from secondlook.people.roster import GIVEN, MIDDLE, RosterIndex
from secondlook.people.short_forms import names_behind

MOST_REMEMBERED = 4_096
"""Words of one generation; at most two generations are kept, about 2 MB."""


class Known:
    """What the index says of one word.

    Attributes:
        flag: `GIVEN`, `FAMILY` and `MIDDLE`, or 0 when nobody on the roster is called so.
        token: its hash when somebody is.
        nicks: hashes of the roster's given names that it may be a short form of.
        nick_first: whether one of those is somebody's first name.
        everyday: an ordinary word of the language.
        nothing: neither a name, nor a short form, nor a word that may be a misspelt name.
        joined: remembered score as a name written together, None when not asked yet.

    """

    __slots__ = ("_near", "everyday", "flag", "joined", "nick_first", "nicks", "nothing", "token")

    def __init__(self, flag: int, token: int, nicks: tuple[int, ...], *, nick_first: bool, everyday: bool) -> None:
        self.flag, self.token, self.nicks = flag, token, nicks
        self.nick_first, self.everyday = nick_first, everyday
        self.nothing = everyday and not flag and not nicks
        self.joined: float | None = None
        self._near: dict[tuple[int, bool], tuple[int, ...]] | None = None

    def __repr__(self) -> str:
        return "Known(…)"

    def near(self, index: RosterIndex, word: str, flag: int, *, bold: bool) -> tuple[int, ...]:
        """Hashes of the names with `flag` that are one typo away; `bold` = the guesses that need more proof."""
        if self._near is None:
            self._near = {}
        if (flag, bold) not in self._near:
            found = near_by_first_letter(index, word, flag) if bold else near(index, word, flag)
            self._near[flag, bold] = tuple(found)
        return self._near[flag, bold]


class Words:
    """The words of the language as one index sees them."""

    def __init__(self, index: RosterIndex) -> None:
        self.index = index
        self._new: dict[int, Known] = {}
        self._old: dict[int, Known] = {}

    def __repr__(self) -> str:
        return "Words(…)"

    def __getitem__(self, word: str) -> Known:
        """What is known of a folded word."""
        key = hash(word)
        known = self._new.get(key)
        if known is None:
            known = self._old.get(key) or self._look_up(word)
            if len(self._new) >= MOST_REMEMBERED:
                self._old, self._new = self._new, {}
            self._new[key] = known
        return known

    def all_of(self, words: list[str]) -> list[Known]:
        """What is known of each of these folded words."""
        newest = self._new.get
        return [newest(hash(word)) or self[word] for word in words]

    def _look_up(self, word: str) -> Known:
        index = self.index
        everyday = word in everyday_words()
        token = index.hashes.token(word)
        flag = index.flag(token)
        nicks: list[int] = []
        first = False
        for name in names_behind(word):
            other = index.hashes.token(name)
            theirs = index.flag(other)
            if theirs & (GIVEN | MIDDLE):
                nicks.append(other)
                first = first or bool(theirs & GIVEN)
        if everyday and not flag and not nicks:
            return NOTHING
        return Known(flag, token if flag else 0, tuple(nicks), nick_first=first, everyday=everyday)


NOTHING = Known(0, 0, (), nick_first=False, everyday=True)
"""Shared by all everyday words that are nobody's name."""
