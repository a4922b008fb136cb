"""Invented school posts from our own templates in English, Spanish and Portuguese, with the noise of real typing.

Nothing here is copied: templates are ours, people are drawn from name lists. Seeded, so two builds agree. Called by
`train.py`.
"""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from corpora import Post

TEMPLATES = Path(__file__).resolve().parent / "templates"
SHARE_WITHOUT_NAMES = 0.35
LANGUAGES = {"en": 0.6, "es": 0.2, "pt": 0.2}
WORD_NAME_SHARE = 0.08
NAME_SLOTS = {"first", "full", "initial", "last"}

FILLERS = {
    "subj": [
        "math",
        "science",
        "ELA",
        "history",
        "algebra",
        "biology",
        "art",
        "music",
        "reading",
        "spelling",
        "chemistry",
        "Spanish",
    ],
    "period": [
        "4th period",
        "period 2",
        "homeroom",
        "advisory",
        "second block",
        "7th grade class",
        "1st period",
        "AP Bio section",
    ],
    "grade": ["1st", "2nd", "3rd", "4th", "5th", "6th", "7th", "8th", "9th", "10th", "5", "6", "7"],
    "town": [
        "Hudson",
        "Framingham",
        "Northborough",
        "Boston",
        "Worcester",
        "Recife",
        "Goiânia",
        "Guatemala",
        "San Salvador",
        "Ponce",
    ],
    "school": [
        "Kane",
        "Jaworek",
        "Whitcomb",
        "Richer",
        "Goodnow",
        "MHS",
        "Marlborough High",
        "Lincoln Elementary",
        "our school",
    ],
    "month": ["September", "October", "November", "January", "February", "March", "May", "June"],
    "day": [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "tomorrow",
        "10/14",
        "lunes",
        "sexta",
        "el viernes",
    ],
    "room": ["room 12", "Room 204", "the gym", "the library", "B103", "my classroom"],
    "emoji": ["😭", "❤️", "🎉", "👏", "🔥", "😂", "💙", "🙌", "🏆", "✨", "😅", "👏🏽"],
    "year": ["2019", "2021", "2016", "2022"],
}
PARTICLES = {"pt": ("da", "de", "dos", "do"), "es": ("de", "de la"), "en": ()}


@dataclass(frozen=True)
class NamePool:
    """Names to draw from, by language: first names, last names; and word-names for all."""

    first: dict[str, list[str]]
    last: dict[str, list[str]]
    words: list[str]


def read_templates(language: str) -> tuple[list[str], list[str]]:
    """The templates of a language: (with names, without names)."""
    lines = (TEMPLATES / f"{language}.txt").read_text(encoding="utf-8").splitlines()
    lines = [line for line in lines if line and not line.startswith("#")]
    named = [line for line in lines if any("{" + slot + "}" in line for slot in NAME_SLOTS)]
    return named, [line for line in lines if line not in set(named)]


def synthetic_posts(count: int, pool: NamePool, rng: random.Random) -> list[Post]:
    """`count` invented posts, shuffled, labelled PERSON where a name was put in."""
    books = {language: read_templates(language) for language in LANGUAGES}
    posts = []
    for _ in range(count):
        language = rng.choices(list(LANGUAGES), weights=list(LANGUAGES.values()))[0]
        named, unnamed = books[language]
        template = rng.choice(unnamed if rng.random() < SHARE_WITHOUT_NAMES else named)
        post = filled(template, language, pool, rng)
        if rng.random() < 0.3:
            other = filled(rng.choice(unnamed if rng.random() < 0.6 else named), language, pool, rng)
            post = joined(post, other, rng)
        posts.append(noisy(post, rng))
    return posts


def filled(template: str, language: str, pool: NamePool, rng: random.Random) -> Post:
    """A template with its slots filled."""
    text, spans, at = "", [], 0
    for match in re.finditer(r"\{(\w+)\}", template):
        text += template[at : match.start()]
        slot, start = match.group(1), len(text)
        text += a_name(slot, language, pool, rng) if slot in NAME_SLOTS else filler(slot, rng)
        if slot in NAME_SLOTS:
            spans.append((start, len(text), "PERSON"))
        at = match.end()
    return Post(text + template[at:], merged(text, spans))


def merged(text: str, spans: list[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Make one name of a first and a last name side by side."""
    out: list[tuple[int, int, str]] = []
    for start, end, label in spans:
        if out and text[out[-1][1] : start] == " ":
            out[-1] = (out[-1][0], end, label)
        else:
            out.append((start, end, label))
    return tuple(out)


def filler(slot: str, rng: random.Random) -> str:
    """What stands in a slot that is no name."""
    return str(rng.randint(2, 49)) if slot == "n" else rng.choice(FILLERS[slot])


def a_name(slot: str, language: str, pool: NamePool, rng: random.Random) -> str:
    """A name of the asked kind; half of the names in English posts come from the other two languages."""
    origin = language if rng.random() < 0.7 else rng.choice(list(LANGUAGES))
    first = rng.choice(pool.words) if rng.random() < WORD_NAME_SHARE else rng.choice(pool.first[origin])
    last = rng.choice(pool.last[origin])
    if slot == "first":
        return first + (" " + rng.choice(pool.first[origin]) if rng.random() < 0.06 else "")
    if slot == "initial":
        return f"{first} {last[0]}."
    if slot == "last":
        return last
    if rng.random() < 0.12:
        first += " " + rng.choice(pool.first[origin])
    if origin != "en" and rng.random() < 0.4:
        last = (rng.choice(PARTICLES[origin]) + " " if rng.random() < 0.3 else "") + last
        last += (" " if rng.random() < 0.8 else "-") + rng.choice(pool.last[origin])
    return f"{first} {last}"


def joined(post: Post, other: Post, rng: random.Random) -> Post:
    """Two sentences as one post."""
    gap = rng.choice([" ", "\n", ". ", "! ", " … "])
    shift = len(post.text) + len(gap)
    moved = tuple((start + shift, end + shift, label) for start, end, label in other.spans)
    return Post(post.text + gap + other.text, post.spans + moved)


def noisy(post: Post, rng: random.Random) -> Post:
    """22 % lower case, 7 % capitals, 12 % with a typo, 10 % without accents, 25 % with an emoji at the end."""
    draw = rng.random()
    text = post.text.lower() if draw < 0.22 else post.text.upper() if draw < 0.29 else post.text
    if len(text) != len(post.text):
        text = post.text
    if rng.random() < 0.10:
        text = without_accents(text)
    if rng.random() < 0.12:
        text = with_typo(text, rng)
    if rng.random() < 0.25:
        text += rng.choice(["", " "]) + rng.choice(FILLERS["emoji"])
    return Post(text, post.spans)


def without_accents(text: str) -> str:
    """Accents dropped, length kept."""
    return "".join(unicodedata.normalize("NFD", letter)[0] for letter in text)


def with_typo(text: str, rng: random.Random) -> str:
    """Two neighbouring letters swapped somewhere: length kept, names included."""
    places = [at for at in range(len(text) - 1) if text[at].isalpha() and text[at + 1].isalpha()]
    if not places:
        return text
    at = rng.choice(places)
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
