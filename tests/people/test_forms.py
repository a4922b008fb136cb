"""Forms of names beyond the plain ones: bold typos, tags, lone names, ids; and random names in random dress."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.conftest import KEY, STAFF, STUDENTS
from people.invented_names import invented_people, invented_word
from secondlook.detection.fold import fold
from secondlook.detection.names import NO_NAMES, WEAK_FORMS
from secondlook.people.namebook import RosterNames
from secondlook.people.person import RosterPerson
from secondlook.people.roster import build_index

MORE = (
    RosterPerson("DeShawn", "Brooks", email_local="dbrooks27", ids=("0314159", "1040302010", "2026", "A12", "77777")),
    RosterPerson("Ruby", "Nakamura"), RosterPerson("Marcos", "Thompson"), RosterPerson("Melody", "Long"),
    RosterPerson("Jason", "Doyle"), RosterPerson("Sara", "Malley"), RosterPerson("Diego", "Watson"),
)  # fmt: skip


@pytest.fixture(scope="module")
def wide() -> RosterNames:
    """The small district with a few more pupils."""
    return RosterNames(build_index((*STUDENTS, *MORE), KEY), build_index(STAFF, KEY))


def hits(book: RosterNames, text: str) -> list[tuple[str, str]]:
    """Words and form of all that is found."""
    return [(text[hit.start : hit.end], hit.form) for hit in book.find(text, fold(text))]


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("Ema Rodrigues won", "Ema Rodrigues", "typo"),
        ("Emna Rodrigues won", "Emna Rodrigues", "typo"),
        ("Emam Rodrigues won", "Emam Rodrigues", "typo"),
        ("Laim O'Malley scored", "Laim O'Malley", "typo"),
        ("Vamila Ortega", "Vamila Ortega", "typo"),
        ("Xamila Ortega", "Xamila Ortega", "typo"),
        ("Emma Eodrigues", "Emma Eodrigues", "typo"),
        ("#emmarodriges", "emmarodriges", "joined"),
        ("#EmmaRodriguez!", "EmmaRodriguez", "joined"),
        ("#GoDeShawn", "DeShawn", "first"),
        ("#TeamCamila all the way", "Camila", "first"),
        ("#teamcamila", "camila", "first"),
        ("#HappyBirthdayEmma", "Emma", "first"),
        ("#vamoscamila2027", "camila", "first"),
        ("R-U-B-Y", "R-U-B-Y", "first"),
        ("c a m i l a", "c a m i l a", "first"),
        ("Nakamura again", "Nakamura", "surname"),
        ("our Marquinhos", "Marquinhos", "first"),
        ("Marquinhos Thompson", "Marquinhos Thompson", "nickname"),
        ("Dieguito Watson", "Dieguito Watson", "nickname"),
        ("Camilinha Ortega", "Camilinha Ortega", "nickname"),
        ("melody long in 3rd period", "melody long", "first"),
        ("login dbrooks27 please", "dbrooks27", "handle"),
        ("write to dbrooks27@students.invalid", "dbrooks27", "handle"),
    ],
)  # fmt: skip
def test_more_forms(wide: RosterNames, text: str, words: str, form: str):
    """Each of these is found, with its words and its form."""
    assert hits(wide, text) == [(words, form)]


@pytest.mark.parametrize(
    "text",
    [
        "Mason Doyle", "Lara Malley", "Tom Hanks", "ema rodrigues", "#HalloweenParty", "#EmmaWatsonFan", "B-O-O-M",
        "the watsons", "dbrooks28", "pupil27", "see S.A.R.A.H", "Marinha do Brasil",
    ],
)  # fmt: skip
def test_other_names_and_words_stay_other(wide: RosterNames, text: str):
    """A well-known name one letter away, small letters, hashtags of something else: no full name."""
    assert [hit for hit in hits(wide, text) if hit[1] not in WEAK_FORMS] == []


def test_hints_stay_hints(wide: RosterNames):
    """A lone family name is weaker than a lone first name, both stay well under a finding, and a fuller name is neither."""
    by_form = {hit.form: hit.score for text in ("Camila", "Nakamura") for hit in wide.find(text, fold(text))}
    assert by_form["surname"] < by_form["first"] < 0.6
    assert hits(wide, "Then Yuki Nakamura came") == []
    assert wide.match("Nakamura", None).student == 0


def test_ids_are_matched_exactly(wide: RosterNames):
    """A student's id is known in any spelling with its zeros or without; short ones, years and fillers never are."""
    assert all(
        map(wide.has_id, ("0314159", "314159", "1040302010", "1040-302-010", "\uff13\uff11\uff14\uff11\uff15\uff19"))
    )
    assert not any(
        map(wide.has_id, ("31415", "3141590", "2026", "2026-2027", "A12", "77777", "", "dbrooks27", "9" * 500))
    )
    assert not NO_NAMES.has_id("314159")
    assert not RosterNames(None, build_index(MORE, KEY)).has_id("314159"), "an employee's number is no student's"


PEOPLE = invented_people(300)
BOOK = RosterNames(build_index(PEOPLE, KEY), None)
FULL_WIDTH = {letter: chr(ord(letter) + 0xFEE0) for letter in map(chr, range(0x21, 0x7F))}
MATH = {chr(65 + n): chr(0x1D5D4 + n) for n in range(26)} | {chr(97 + n): chr(0x1D5EE + n) for n in range(26)}
SMALL_CAPS = dict(zip("abcdefghijklmnoprstuvwyz", "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", strict=True))
LOOK_ALIKES = dict(zip("aeopcyxsij", "аеорсухѕіј", strict=True))
LEET = {"o": "0", "e": "3", "a": "4", "i": "1", "s": "5", "t": "7"}


def plain(name: str) -> str:
    """Without accents, for dresses that have none."""
    return "".join(part for part in unicodedata.normalize("NFD", name) if not unicodedata.combining(part))


def swapped(name: str, table: dict[str, str], dice: random.Random, share: float = 1.0) -> str:
    """Letters exchanged by a table, all of them or some."""
    return "".join(table.get(letter, letter) if dice.random() < share else letter for letter in plain(name))


DRESSES = {
    "as it is": lambda name, _: name,
    "capitals": lambda name, _: name.upper(),
    "small letters": lambda name, _: name.lower(),
    "no accents": lambda name, _: plain(name),
    "accents apart": lambda name, _: unicodedata.normalize("NFD", name),
    "invisible": lambda name, dice: "".join(c + dice.choice(("", "\u200b", "\u2060", "\u00ad", "\ufe0f")) for c in name[:-1]) + name[-1],
    "look-alikes": lambda name, dice: swapped(name.lower(), LOOK_ALIKES, dice, 0.7),
    "full width": lambda name, dice: swapped(name, FULL_WIDTH, dice),
    "mathematical": lambda name, dice: swapped(name, MATH, dice),
    "small capitals": lambda name, dice: swapped(name.lower(), SMALL_CAPS, dice),
    "spaced": lambda name, _: "   ".join(" ".join(word) for word in plain(name).split()),
    "dotted": lambda name, _: " ".join(".".join(word) for word in plain(name).split()),
    "spelled": lambda name, _: " ".join("-".join(word.upper()) for word in plain(name).split()),
    "leet": lambda name, dice: swapped(name.lower(), LEET, dice),
    "emoji between": lambda name, dice: dice.choice((" 💙 ", " ⭐⭐ ", " 👏🏽 ")).join(name.split()),
    "line break": lambda name, dice: dice.choice(("\n", "\r\n", " \n")).join(name.split()),
    "tag": lambda name, _: "".join(name.split()),
}  # fmt: skip


@given(
    person=st.sampled_from(PEOPLE),
    dress=st.sampled_from(sorted(DRESSES)),
    seed=st.integers(0, 1_000),
    before=st.sampled_from(["", "So proud of ", "¡Felicidades ", "parabéns, ", "😀 ", "(", "«", "today: "]),
    after=st.sampled_from(["", "!", " was here", "’s mom", ", yes", " 😀", ".", ")"]),
)
def test_random_names_in_random_dress(person: RosterPerson, dress: str, seed: int, before: str, after: str):
    """Whatever the name and the dress, it is found as a full name and the span slices back to the dressed words."""
    dressed = DRESSES[dress](f"{person.given} {person.family}", random.Random(seed))  # noqa: S311 - a test's letters
    text = f"{before}{'#' if dress == 'tag' else ''}{dressed}{after}"
    full = [text[hit.start : hit.end] for hit in BOOK.find(text, fold(text)) if hit.form not in WEAK_FORMS]
    assert full == [dressed]


@given(
    person=st.sampled_from(PEOPLE),
    dress=st.sampled_from(["capitals", "invisible", "full width", "spelled", "mathematical"]),
)
def test_lone_names_in_random_dress(person: RosterPerson, dress: str):
    """A lone first name is a hint in any dress, with its exact words."""
    dressed = DRESSES[dress](person.given, random.Random(1))  # noqa: S311 - a test's letters
    assert (dressed, "first") in hits(BOOK, f"then {dressed} came")


@given(seed=st.integers(0, 10_000))
def test_a_stranger_is_no_pupil(seed: int):
    """Random names that are on no roster are not found, however many there are."""
    dice = random.Random(seed)  # noqa: S311 - a test's letters
    text = " ".join(f"{invented_word(dice, 3)} {invented_word(dice, 3)} came." for _ in range(5))
    assert [hit for hit in hits(BOOK, text) if hit[1] not in WEAK_FORMS] == []


def test_no_word_is_kept_in_memory(wide: RosterNames):
    """What the book remembers of a text are hashes: no word of it is left in the memory, and the memory is bounded."""
    from secondlook.people import words

    for number in range(2_500):
        text = f"Wanderlust{number}x quibbles{number}y with Emma Rodrigues"
        wide.find(text, fold(text))
    for _, known in wide._indexes:
        assert len(known._new) + len(known._old) <= 2 * words.MOST_REMEMBERED
        keys = [*known._new, *known._old]
        assert all(isinstance(key, int) for key in keys)
        fields = [getattr(one, name) for one in known._new.values() for name in type(one).__slots__]
        assert not any(isinstance(value, str | bytes) for value in fields)
