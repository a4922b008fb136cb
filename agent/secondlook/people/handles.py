"""Matches account handles and names written as one word: "emma.rodrigues08", "c_omalley11", "#EmmaRodrigues".

A handle is a guess, so its score stays between 0.6 and 0.9. Called by the search and by `RosterNames.match`.
"""

from __future__ import annotations

import re

from secondlook.detection.fold import fold
from secondlook.people.name_parts import plain_parts
from secondlook.people.near import near
from secondlook.people.roster import FAMILY, GIVEN, MIDDLE, RosterIndex
from secondlook.people.short_forms import names_behind

_PARTS = re.compile(r"[^\W\d_]+")
_AFFIXES_WORDS = (
    "the its im iam am not real official xo xx xoxo mr miss lil big little yo hey just only ur team go "
    "insta ig fb priv private spam finsta mhs mps marlboro marlborough panthers panther soccer hockey "
    "softball baseball football basketball volleyball lax track dance cheer art music oficial soy eu sou "
    "eh class of congrats happy birthday bday hbd proud love mvp rocks vamos parabens felicidades equipo "
    "time lets we our my for is con para por vai vamo dale forca animo viva arriba bravo grande orgullo orgulho "
    "feliz cumple cumpleanos aniversario niver gracias obrigada obrigado thanks thank you congratulations "
    "strong strongs nation squad crew fam family forever fan fans fanclub club best star superstar champ champion "
    "wins won day week support justice pray prayers prayersfor prayfor vote rip remember welcome welcomeback goodluck "
    "goodjob wewant weare gogo goteam justicefor loveyou weloveyou missyou"
)
AFFIXES = frozenset(_AFFIXES_WORDS.split())
"""Words that people put around a name, in handles and hashtags."""
_LONG_AFFIXES = sorted((affix for affix in AFFIXES if len(affix) > 2), key=len, reverse=True)
_TAG_AFFIXES = sorted((affix for affix in AFFIXES if len(affix) > 1), key=len, reverse=True)
_LONGEST = 40
SHORTEST_REST = 4
"""Letters that must remain when an affix is taken away."""
SHORTEST_FAMILY = 3
SHORTEST_PART = 7
"""Letters of one part of a handle that may hold two names ("jharrell_drums")."""
FULL, SWAPPED, INITIAL, GIVEN_INITIAL, ADDRESS, TYPO = 0.85, 0.75, 0.7, 0.6, 0.85, 0.72
"""Scores: given + family, family + given, initial + family, given + initial, the local part of a roster address, and given +
family with one typo in one of them."""
SHORTEST_TYPO = 9
"""Letters of a whole word in which a typo is forgiven."""


def handle_score(index: RosterIndex, handle: str) -> float:
    """How sure it is that a handle belongs to somebody on this roster: 0, or 0.6 to below 0.9."""
    words = [word for word in plain_parts(fold(handle[:_LONGEST]).text.replace("_", " ")) if word]
    kept = [word for word in words if word not in AFFIXES] or words
    if not kept:
        return 0.0
    digits = re.sub(r"[^0-9a-z]", "", fold(handle[:_LONGEST]).text)
    if digits and index.has_handle(index.hashes.handle(digits)):
        return ADDRESS
    best = _parts_score(index, kept)
    joined = "".join(kept)
    if len(joined) < 5 and handle.isalpha():
        return best  # "visa" is no V. Isa
    longer = (part for part in kept if len(kept) > 1 and len(part) >= SHORTEST_PART)
    return max(
        best,
        joined_score(index, joined),
        joined_score(index, _trim(joined)),
        *(joined_score(index, it) for it in longer),
    )


def joined_score(index: RosterIndex, word: str, *, initials: bool = True) -> float:
    """How sure it is that a word is somebody's names written together; 0 when it is not.

    Args:
        index: whose names.
        word: folded letters.
        initials: whether "jsilva" and "emmar" count, as they do in handles but not in running text.

    """
    shortest = 1 if initials else 3
    if not 4 <= len(word) <= _LONGEST:
        return 0.0
    best = 0.0
    for cut in range(shortest, len(word) - shortest + 1):
        best = max(best, _two_score(index, word[:cut], word[cut:], initials=initials))
        if best == FULL:
            break
    return best


def joined_typo_score(index: RosterIndex, word: str) -> float:
    """How sure it is that a folded word is somebody's given and family name with one typo; 0 when it is not."""
    if not SHORTEST_TYPO <= len(word) <= _LONGEST:
        return 0.0
    hashes = index.hashes
    for cut in range(3, len(word) - 2):
        one, two = hashes.token(word[:cut]), hashes.token(word[cut:])
        first, second = index.flag(one), index.flag(two)
        if first & GIVEN and not second:
            others = near(index, word[cut:], FAMILY)
            if any(index.has_pair(hashes.pair(one, other)) for other in others):
                return TYPO
        elif second & FAMILY and not first:
            others = near(index, word[:cut], GIVEN)
            if any(index.has_pair(hashes.pair(other, two)) for other in others):
                return TYPO
    return 0.0


def strip_affixes(word: str) -> str:
    """A folded hashtag without the words of applause around the name ("#goteamcamila" -> "camila")."""
    for _ in range(3):
        room = len(word) - SHORTEST_REST
        start = next((affix for affix in _TAG_AFFIXES if len(affix) <= room and word.startswith(affix)), "")
        room -= len(start)
        word = word.removeprefix(start)
        end = next((affix for affix in _TAG_AFFIXES if len(affix) <= room and word.endswith(affix)), "")
        word = word.removesuffix(end)
        if not start and not end:
            break
    return word


def _parts_score(index: RosterIndex, parts: list[str]) -> float:
    """The best score of any two of a handle's parts."""
    best = 0.0
    for place, first in enumerate(parts[:5]):
        for second in parts[place + 1 : 5]:
            best = max(best, _two_score(index, first, second, initials=True))
    return best


def _two_score(index: RosterIndex, first: str, second: str, *, initials: bool) -> float:
    """The score of two words in this order."""
    if len(first) > 1 and len(second) > 1:
        return _pair_score(index, first, second)
    return _initial_score(index, first, second) if initials and len(first) != len(second) else 0.0


def _initial_score(index: RosterIndex, first: str, second: str) -> float:
    """The score of a name beside one letter: "jsilva", "emmar"."""
    hashes = index.hashes
    if len(first) == 1:
        family = hashes.token(second)
        known = len(second) >= SHORTEST_FAMILY and index.flag(family) & FAMILY
        return INITIAL if known and index.has_pair(hashes.initial_family(first, family)) else 0.0
    given = hashes.token(first)
    known = len(first) > 2 and index.flag(given) & GIVEN
    return GIVEN_INITIAL if known and index.has_pair(hashes.given_initial(given, second)) else 0.0


def _pair_score(index: RosterIndex, first: str, second: str) -> float:
    """The score of two names: given and family, nicknames too, or family and given."""
    hashes = index.hashes
    token = hashes.token(first)
    flag = index.flag(token)
    givens = [token] if flag & (GIVEN | MIDDLE) else []
    givens += [hashes.token(name) for name in names_behind(first)]
    if not givens and not flag & FAMILY:
        return 0.0
    other = hashes.token(second)
    fits = index.flag(other)
    if fits & FAMILY and any(index.has_pair(hashes.pair(given, other)) for given in givens):
        return FULL
    swapped = flag & FAMILY and fits & GIVEN and index.has_pair(hashes.pair(other, token))
    return SWAPPED if swapped else 0.0


def _trim(joined: str) -> str:
    """A word without one affix before and one after ("teamemmarodrigues", "emmarodriguesmhs")."""
    room = len(joined) - SHORTEST_REST
    start = next((affix for affix in _LONG_AFFIXES if len(affix) < room and joined.startswith(affix)), "")
    joined = joined.removeprefix(start)
    room = len(joined) - SHORTEST_REST
    end = next((affix for affix in _LONG_AFFIXES if len(affix) < room and joined.endswith(affix)), "")
    return joined.removesuffix(end)
