"""Which language a text is in, by its smallest words; and which of our terms are another language's words there.

Staff write three languages and mix them, so every list is read in every text. But "para" is an aide in English and "for" in
Spanish and Portuguese: `false_friends.json` says, by language of the text, which single words are no terms of which groups.
Pure but for one read of the file. Called by `reading.py`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from secondlook.detection.terms import TermHit, Word

_FILE = Path(__file__).with_name("false_friends.json")
_SMALL: dict[str, str] = {
    "en": "the and is are was were my our your his her their to of in at on for with this that it i you we he she they be been "
    "have had has do did not but so if when what who from about just all an as or by up out get got",
    "es": "el los las y en una un mi mis su sus con del al es está muy pero ya hoy yo ella nos lo le les qué más cuando porque "
    "también sin hay fue son están tiene hace este esta esa ese nuestra nuestro gracias después",
    "pt": "o os as e em uma um meu minha meus minhas seu sua com do da dos das no na nos nas ao não é tá muito mas já hoje eu ela "
    "ele você vocês que mais quando porque também sem foi são tem pra pro isso essa esse nossa nosso obrigada obrigado depois",
}
_BARE = str.maketrans("áéíóúâêôãõçñ", "aeiouaeoaocn")
AHEAD = 1
"""Small words by which a language must lead to be taken for the text's."""


@cache
def _languages() -> dict[str, tuple[str, ...]]:
    """For each small word the languages that have it, folded."""
    found: dict[str, tuple[str, ...]] = {}
    for language, words in _SMALL.items():
        for word in words.translate(_BARE).split():
            found[word] = (*found.get(word, ()), language)
    return found


@cache
def _friends() -> dict[str, dict[str, tuple[str, ...]]]:
    rows: dict[str, dict[str, list[str]]] = json.loads(_FILE.read_text(encoding="utf-8"))["not_terms"]
    return {language: {word: tuple(groups) for word, groups in words.items()} for language, words in rows.items()}


@cache
def _all_friends() -> frozenset[str]:
    return frozenset(word for words in _friends().values() for word in words)


def language_of(words: Sequence[Word]) -> str:
    """The language ("en", "es" or "pt"), or "" for a text too short or too mixed to say."""
    counts = dict.fromkeys(_SMALL, 0)
    known = _languages()
    for word in words:
        for language in known.get(word.text, ()):
            counts[language] += 1
    ranked = sorted(counts, key=lambda language: -counts[language])
    return ranked[0] if counts[ranked[0]] - counts[ranked[1]] >= AHEAD else ""


def without_false_friends(hits: Mapping[str, list[TermHit]], words: Sequence[Word]) -> Mapping[str, list[TermHit]]:
    """The hits but for those that are everyday words of the text's own language; groups left empty are absent."""
    any_of_them = _all_friends()
    said = [word for word in words if word.text in any_of_them]
    if not said or not (no_terms := _friends().get(language_of(words))):
        return hits
    kept = dict(hits)
    for word in said:
        for group in no_terms.get(word.text, ()):
            left = [hit for hit in kept.pop(group, ()) if (hit.start, hit.end) != (word.start, word.end)]
            if left:
                kept[group] = left
    return kept
