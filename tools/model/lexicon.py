"""Which words are first names, last names and everyday words, so that a small model knows names it never saw.

Open lists only (CC0, PDDL, MIT). Everyday words are counted in the training tweets and our own posts, outside of names. Called by
`train.py`.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from corpora import Post
from synthetic import LANGUAGES, read_templates

from secondlook.detection.name_lexicon import bare
from secondlook.people.everyday import everyday_words

HERE = Path(__file__).resolve().parent
FAKER_LOCALES = ("en_US", "en_GB", "es_MX", "es_ES", "es_CO", "pt_BR", "pt_PT", "fr_FR")
LATIN = re.compile(r"^[A-Za-zÀ-ɏ'’-]{2,20}$")
BRAZILIAN_NAMES = 4_000
COMMON_FROM = 4
"""A word seen this often in lower case outside a name is an everyday word."""


@dataclass(frozen=True)
class Lexicon:
    """Three sets of folded words."""

    first: frozenset[str]
    last: frozenset[str]
    common: frozenset[str]


def build(sources: dict[str, Path], posts: Iterable[Post]) -> Lexicon:
    """The lexicon from the pinned lists and the training posts."""
    first = {bare(name) for name in first_names(sources)}
    last = {bare(name) for name in last_names(sources)}
    return Lexicon(
        frozenset(word for word in first if len(word) > 1),
        frozenset(word for word in last if len(word) > 1),
        frozenset(common_words(posts)),
    )


def first_names(sources: dict[str, Path]) -> set[str]:
    """First names of our time, of many countries, of Brazil's census, and of Faker's lists."""
    names = set((words_of("names_of_today.txt")) + words_of("word_names.txt"))
    names |= column(sources["names/common-forenames-by-country.csv"], "Romanized Name")
    with sources["names/nomes-censos-ibge.csv"].open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: -int(row["ate2010"] or 0) - int(row["ate2000"] or 0))
    names |= {row["Nome"].title() for row in rows[:BRAZILIAN_NAMES]}
    for locale in FAKER_LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute in ("first_names", "first_names_male", "first_names_female"):
            names |= set(getattr(provider, attribute, ()))
    return {part for name in names for part in name.split() if LATIN.match(part)}


def last_names(sources: dict[str, Path]) -> set[str]:
    """Surnames of many countries and of Faker's lists."""
    names = column(sources["names/common-surnames-by-country.csv"], "Romanized Name")
    for locale in FAKER_LOCALES:
        names |= set(getattr(import_module(f"faker.providers.person.{locale}").Provider, "last_names", ()))
    return {part for name in names for part in name.split() if LATIN.match(part)}


def words_of(file: str) -> list[str]:
    """The words of one of our own lists, without its remarks."""
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def template_words() -> set[str]:
    """The words in small letters of our own templates, outside of their slots: school life in three languages."""
    return {
        word
        for language in LANGUAGES
        for template in (line for part in read_templates(language) for line in part)
        for word in re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", re.sub(r"\{\w+\}", " ", template))
        if word.islower()
    }


def column(path: Path, name: str) -> set[str]:
    """One column of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row[name].strip() for row in csv.DictReader(file) if row[name]}


def common_words(posts: Iterable[Post]) -> set[str]:
    """Words that people write in lower case when they do not mean a name; no handles, tags or parts of links."""
    counts: Counter[str] = Counter()
    for post in posts:
        named = [(start, end) for start, end, label in post.spans if label == "PERSON"]
        for match in re.finditer(r"(?<![\w@#/.])[^\W\d_]+", post.text):
            inside = any(start <= match.start() < end for start, end in named)
            if match.group().islower() and not inside:
                counts[bare(match.group())] += 1
    counted = {word for word, count in counts.items() if count >= COMMON_FROM and len(word) > 1}
    ours = (*words_of("word_names.txt"), *everyday_words(), *template_words())
    return counted | {bare(word) for word in ours if len(word) > 1}
