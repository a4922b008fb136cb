"""The keyed index: what it knows, what it must not show, how it is kept."""

from __future__ import annotations

import random
import threading
from datetime import date
from pathlib import Path

import pytest

from people.conftest import KEY, STUDENTS
from secondlook.detection.fold import fold
from secondlook.detection.names import WEAK_FORMS
from secondlook.errors import BadRosterError
from secondlook.people.index_file import load_index, save_index
from secondlook.people.keyed_hash import KeyedHash, name_hash
from secondlook.people.namebook import RosterNames
from secondlook.people.near import near
from secondlook.people.person import RosterPerson
from secondlook.people.roster import FAMILY, GIVEN, build_index


def test_it_comes_back_from_disk_as_it_was(tmp_path: Path):
    """A saved index loads equal, with its end date and mail domains."""
    built = build_index(STUDENTS, KEY, ends=date(2027, 6, 16))
    save_index(built, tmp_path / "students.index", KEY)
    loaded = load_index(tmp_path / "students.index", KEY)
    for name in ("people", "ends", "email_domains", "tokens", "flags", "pairs", "gaps", "handles", "numbers"):
        assert getattr(loaded, name) == getattr(built, name)
    assert (loaded.people, loaded.ends, loaded.email_domains) == (12, date(2027, 6, 16), ("students.invalid",))


def test_no_readable_name_lies_on_disk(tmp_path: Path):
    """No name of anybody, in any case or folded, occurs in the file; and the file is its owner's only."""
    path = tmp_path / "students.index"
    save_index(build_index(STUDENTS, KEY), path, KEY)
    content = path.read_bytes().lower()
    for person in STUDENTS:
        for word in f"{person.given} {person.family} {person.middle} {person.email_local}".split():
            for spelling in (word.lower(), fold(word).text):
                assert spelling.encode() not in content or len(spelling) < 4
    assert path.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("harm", ["cut", "flip", "key", "other", "gone"])
def test_a_harmed_file_is_refused(tmp_path: Path, harm: str):
    """Cut short, altered, sealed with another key, another file, or absent: refused, never half used."""
    path = tmp_path / "students.index"
    save_index(build_index(STUDENTS, KEY), path, KEY)
    content = bytearray(path.read_bytes())
    if harm == "flip":
        content[len(content) // 2] ^= 1
    path.write_bytes({"cut": content[:-40], "other": b"something else"}.get(harm, content))
    if harm == "gone":
        path.unlink()
    with pytest.raises(BadRosterError, match=r"import the roster again|cannot be opened"):
        load_index(path, b"another key of enough bytes" if harm == "key" else KEY)


def test_replacing_while_it_is_read(tmp_path: Path):
    """Whoever loads during a re-import gets the old index or the new one, whole."""
    path = tmp_path / "students.index"
    small, large = build_index(STUDENTS[:2], KEY), build_index(STUDENTS, KEY)
    save_index(small, path, KEY)
    seen: set[int] = set()

    def load() -> None:
        seen.update(load_index(path, KEY).people for _ in range(60))

    reader = threading.Thread(target=load)
    reader.start()
    for n in range(60):
        save_index((large, small)[n % 2], path, KEY)
    reader.join()
    assert seen <= {2, 12}
    assert [one.name for one in tmp_path.iterdir()] == ["students.index"]


def test_another_key_knows_nobody():
    """Hashes made with another key match nothing."""
    index = build_index(STUDENTS, KEY)
    assert index.flag(KeyedHash(KEY).token("emma")) & GIVEN
    assert not index.flag(KeyedHash(b"x" * 32).token("emma"))


def test_one_typo_is_forgiven_and_two_are_not():
    """Any one inner letter more, less, other, or swapped with its neighbour still finds "rodrigues"."""
    index = build_index(STUDENTS, KEY)
    token = index.hashes.token("rodrigues")
    dice = random.Random(7)  # noqa: S311 - a test's letters, not a secret
    for place in range(1, 8):
        word, letter = "rodrigues", dice.choice("bcfhkmnptvwz")
        typos = (
            word[:place] + word[place + 1 :], word[:place] + letter + word[place + 1 :],
            word[:place] + letter + word[place:], word[:place] + word[place + 1] + word[place] + word[place + 2 :],
        )  # fmt: skip
        for typo in typos:
            assert token in near(index, typo, FAMILY), typo
    for far in ("rodxxgues", "rdoriguse", "hodrigues", "rogues"):
        assert token not in near(index, far, FAMILY)


def test_awkward_rosters_are_built_in_bounded_time():
    """One-letter names, thousands of the same name, empty names and hostile ones neither break it nor find everything."""
    people = [
        *(RosterPerson("Maria", "Silva") for _ in range(5_000)),
        RosterPerson("A", "B"), RosterPerson("", "Solo"), RosterPerson("Uno", ""), RosterPerson("123", "!!!"),
        RosterPerson("\ud800", "\u200b"), RosterPerson("x" * 900, "y" * 900), RosterPerson("de la", "da"),
    ]  # fmt: skip
    index = build_index(people, KEY)
    book = RosterNames(index, None)
    assert [hit.form for hit in book.find("Maria Silva", fold("Maria Silva"))] == ["exact"]
    assert len(index.pairs) < 100
    for text in ("a b c d e f", "I saw a b today", "the day of the lads", "!!! 123"):
        assert [hit for hit in book.find(text, fold(text)) if hit.form not in WEAK_FORMS] == []


def test_progress_is_told():
    """Whoever shows a bar hears of every thousand people."""
    told: list[int] = []
    build_index((RosterPerson("Emma", "Rodrigues") for _ in range(2_500)), KEY, progress=told.append)
    assert told == [1000, 2000]


def test_exception_hashes_are_blind_to_dress():
    """The same name typed otherwise has the same hash; another name or key has not."""
    assert (
        name_hash(KEY, "João Almeida")
        == name_hash(KEY, "joao  ALMEIDA's")
        == name_hash(KEY, "Joa\u0303o\u200b Almeida")
    )
    assert name_hash(KEY, "João Almeida") != name_hash(KEY, "João Almeido")
    assert name_hash(KEY, "João Almeida") != name_hash(b"y" * 32, "João Almeida")
