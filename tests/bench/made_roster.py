"""Rosters of invented people of any size, the same for the same seed; written as OneRoster 1.1. Called by `bench.py`."""

from __future__ import annotations

import csv
from pathlib import Path

from faker import Faker

LOCALES = (("en_US", 50), ("pt_BR", 25), ("es_MX", 18), ("fr_FR", 7))
"""Where names come from, and how many of a hundred: two families of every four here speak another language at home."""
SEED = 20_260_917
COLUMNS = ("sourcedId", "status", "enabledUser", "orgSourcedIds", "role", "username", "givenName", "familyName")


def write_roster(path: Path, people: int) -> Path:
    """A users.csv with so many invented students; returns its path."""
    sources = []
    for number, (locale, share) in enumerate(LOCALES):
        faker = Faker(locale)
        faker.seed_instance(SEED + number)
        sources += [faker] * share
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(COLUMNS)
        for number in range(people):
            faker = sources[number * 37 % len(sources)]
            given, family = faker.first_name(), faker.last_name()
            if number % 5 == 0 and faker.locales[0] != "en_US":
                family += f" {faker.last_name()}"
            rows.writerow((f"s{number}", "active", "true", "1", "student", f"s{number}", given, family))
    return path
