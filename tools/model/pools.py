"""The names that invented posts are filled with, by language.

Called by `train.py`; see `synthetic.py` for their use.
"""

from __future__ import annotations

import csv
from importlib import import_module
from pathlib import Path

from lexicon import LATIN, words_of
from synthetic import NamePool

LOCALES = {"en": ("en_US",), "es": ("es_MX", "es_CO"), "pt": ("pt_BR",)}
COUNTRIES = {"en": {"US", "GB", "IE", "CA"}, "es": {"MX", "ES", "CO", "GT", "SV", "PR"}, "pt": {"BR", "PT"}}
CENSUS_NAMES = 800


def name_pool(sources: dict[str, Path], word_names: list[str]) -> NamePool:
    """First and last names of each language, sorted so that a seed means the same everywhere."""
    today = words_of("names_of_today.txt")
    first: dict[str, list[str]] = {}
    last: dict[str, list[str]] = {}
    for language, locales in LOCALES.items():
        given = set(today) | of_country(sources["names/common-forenames-by-country.csv"], COUNTRIES[language])
        family = of_country(sources["names/common-surnames-by-country.csv"], COUNTRIES[language])
        for locale in locales:
            provider = import_module(f"faker.providers.person.{locale}").Provider
            given |= set(provider.first_names)
            family |= set(provider.last_names)
        if language == "pt":
            given |= census_names(sources["names/nomes-censos-ibge.csv"])
        first[language] = sorted(name for name in given if LATIN.match(name))
        last[language] = sorted(name for name in family if LATIN.match(name))
    return NamePool(first, last, sorted(set(word_names)))


def of_country(path: Path, countries: set[str]) -> set[str]:
    """Names of some countries, as written there where the letters are Latin."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["Localized Name"].strip() for row in csv.DictReader(file) if row["Country"] in countries}


def census_names(path: Path) -> set[str]:
    """The most frequent Brazilian first names of children born 2000-2010."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: -int(row["ate2010"] or 0))
    return {row["Nome"].title() for row in rows[:CENSUS_NAMES]}
