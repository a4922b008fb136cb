"""Sentences for a person: fills `{words}`, `{sureness}` and `{platforms}`, cuts words out of a text. Pure; for `decide.py`.

Nothing here may raise on any text a page can hold: a lone surrogate or an offset beyond the end gives fewer words,
never an error. Offsets are UTF-16 code units.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from secondlook.contract import Language
from secondlook.policy.rule import Wording

PLACEHOLDERS = ("words", "sureness", "platforms")
LONGEST = 60
"""Characters of somebody's own words that a sentence repeats; the underline shows the rest."""

_SURENESS: dict[Language, tuple[str, str, str]] = {
    "en": ("is", "looks like", "could be"),
    "es": ("es", "parece", "podría ser"),
    "pt": ("é", "parece", "pode ser"),
}
_SOMEBODY: dict[Language, str] = {"en": "this person", "es": "esta persona", "pt": "esta pessoa"}

AWAY = Wording(
    en="Second Look isn't checking right now.",
    es="Second Look no está revisando ahora.",
    pt="O Second Look não está verificando agora.",
)
"""What the extension says first when nobody can check."""

_PLATFORMS: dict[Language, tuple[str, str]] = {
    "en": ("or", "the school's own platform"),
    "es": ("o", "la plataforma de la escuela"),
    "pt": ("ou", "a plataforma da escola"),
}
"""The word between two, and what to say when the policy names none."""

_PLACEHOLDER = re.compile(r"\{(\w*)\}")
_OPENS_SENTENCE = re.compile(r"(^|[.!?…]\s+)[\s\"“«¿¡]*$")


def sureness(score: float, language: Language) -> str:
    """How a person would say it: 0.9 and more is "is", 0.6 and more "looks like", below "could be"."""
    sure, likely, perhaps = _SURENESS[language]
    if score >= 0.9:
        return sure
    return likely if score >= 0.6 else perhaps


def words_at(text: str, start: int, end: int) -> str:
    """`text[start:end]` in UTF-16 code units; half a pair becomes U+FFFD, so the result can be written."""
    units = text.encode("utf-16-le", "surrogatepass")
    return units[2 * max(start, 0) : 2 * max(end, 0)].decode("utf-16-le", "replace")


def clip(words: str) -> str:
    """One line of at most `LONGEST` characters."""
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"


def unknown_placeholders(template: str) -> list[str]:
    """What stands in braces and means nothing, and braces that are not closed."""
    named = [name for name in _PLACEHOLDER.findall(template) if name not in PLACEHOLDERS]
    strays = re.findall(r"[{}]", _PLACEHOLDER.sub("", template))
    return [f"{{{name}}}" for name in named] + strays


def name_platforms(template: str, platforms: Sequence[str], language: Language) -> str:
    """The template with `{platforms}` filled; before `render`, so that typed words are never read as a placeholder."""
    either, nowhere = _PLATFORMS[language]
    *others, last = platforms or (nowhere,)
    return template.replace("{platforms}", f"{', '.join(others)} {either} {last}" if others else last)


def render(template: str, words: str, score: float, language: Language) -> str:
    """The sentence. Filled in one pass: braces that somebody typed stay as typed.

    Args:
        template: one language of a `Wording`.
        words: what the sentence speaks of; empty = somebody whose name the page does not show.
        score: 0 to 1.
        language: of the template.

    """

    def fill(found: re.Match[str]) -> str:
        if found[1] == "sureness":
            return sureness(score, language)
        if shown := clip(words):
            return shown
        nobody = _SOMEBODY[language]
        return nobody.capitalize() if _OPENS_SENTENCE.search(template[: found.start()]) else nobody

    return _PLACEHOLDER.sub(fill, template)
