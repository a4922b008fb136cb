"""Finding roster names in texts, and matching the people behind display names and handles."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondlook.detection.fold import fold
from secondlook.detection.names import WEAK_FORMS
from secondlook.people.namebook import RosterNames
from secondlook.people.roster import RosterIndex


def full(book: RosterNames, text: str) -> list[tuple[str, str]]:
    """Words and form of the full names found."""
    return [(text[hit.start : hit.end], hit.form) for hit in book.find(text, fold(text)) if hit.form not in WEAK_FORMS]


@pytest.mark.parametrize(
    ("text", "words", "form"),
    [
        ("So proud of Emma Rodrigues today", "Emma Rodrigues", "exact"),
        ("emma rodrigues's mom", "emma rodrigues", "exact"),
        ("EMMA RODRIGUES WON", "EMMA RODRIGUES", "exact"),
        ("Emma\nRodrigues", "Emma\nRodrigues", "exact"),
        ("Emma 💙 Rodrigues", "Emma 💙 Rodrigues", "exact"),
        ("Emma G. Rodrigues", "Emma G. Rodrigues", "exact"),
        ("Grace Rodrigues by her middle name", "Grace Rodrigues", "exact"),
        ('Emma "Emmy" Rodrigues', 'Emma "Emmy" Rodrigues', "exact"),
        ("Liam O’Malley’s goal", "Liam O’Malley", "exact"),
        ("Liam OMalley", "Liam OMalley", "exact"),
        ("Liam O Malley", "Liam O Malley", "exact"),
        ("o Joao Pedro de Almeida", "Joao Pedro de Almeida", "exact"),
        ("Camila Ortega", "Camila Ortega", "exact"),
        ("Camila Reyes-Ortega", "Camila Reyes-Ortega", "exact"),
        ("Roberto Silva", "Roberto Silva", "exact"),
        ("Ana Reyes", "Ana Reyes", "exact"),
        ("Mary Kate Tran", "Mary Kate Tran", "exact"),
        ("Will Day was great", "Will Day", "exact"),
        ("GRACE PARK TAUGHT US A GAME", "GRACE PARK", "exact"),
        ("Beto Silva", "Beto Silva", "nickname"),
        ("Katie Doyle", "Katie Doyle", "nickname"),
        ("Pepe Ramirez", "Pepe Ramirez", "exact"),
        ("Pedrinho Almeida", "Pedrinho Almeida", "nickname"),
        ("Rodrigues, Emma", "Rodrigues, Emma", "reversed"),
        ("Reyes Ortega, Camila", "Reyes Ortega, Camila", "reversed"),
        ("Rodrigues Emma", "Rodrigues Emma", "reversed"),
        ("Emma R. got it", "Emma R.", "initial"),
        ("E. Rodrigues", "E. Rodrigues", "initial"),
        ("J.P. Almeida", "J.P. Almeida", "initial"),
        ("Emma Rodriguez", "Emma Rodriguez", "typo"),
        ("Camilla Reyes", "Camilla Reyes", "typo"),
        ("#EmmaRodrigues", "EmmaRodrigues", "joined"),
        ("#TeamEmmaRodrigues!", "EmmaRodrigues", "joined"),
        ("#emmarodrigues2027", "emmarodrigues", "joined"),
        ("@emma.rodrigues08", "@emma.rodrigues08", "handle"),
        ("@the_real_rsilva", "@the_real_rsilva", "handle"),
        ("E m m a  R o d r i g u e s", "E m m a  R o d r i g u e s", "exact"),
        ("3mm4 R0dr1gu3s", "3mm4 R0dr1gu3s", "exact"),
        ("Еmmа Rоdrigues", "Еmmа Rоdrigues", "exact"),
        ("𝐄𝐦𝐦𝐚 Ｒｏｄｒｉｇｕｅｓ", "𝐄𝐦𝐦𝐚 Ｒｏｄｒｉｇｕｅｓ", "exact"),
        ("Em\u200bma Rod\u00adrigues", "Em\u200bma Rod\u00adrigues", "exact"),
    ],
)  # fmt: skip
def test_forms_of_a_full_name(book: RosterNames, text: str, words: str, form: str):
    """Each way of writing a student's full name is found, with its exact words and its form."""
    assert full(book, text) == [(words, form)]


@pytest.mark.parametrize(
    "text",
    [
        "Will Day 3 be cancelled?",
        "I will day dream",
        "a day in the park, with grace and hope",
        "We met Emma. Rodrigues is another family",
        "Emma, Rodrigues & Co",
        "Emma Watson and Paulo Rodrigues",
        "Liam I think so",
        "grace park bench",
        "I WILL DAY DREAM",
        "the best day",
        "https://example.invalid/emma",
    ],
)
def test_words_that_only_look_like_names(book: RosterNames, text: str):
    """Everyday words, sentence borders and other people's names make no full name."""
    assert full(book, text) == []


def test_two_people_side_by_side_are_two(book: RosterNames):
    """Neighbouring names do not melt into one."""
    text = "Emma Rodrigues Liam O'Malley and Camila Reyes Ortega"
    assert [words for words, _ in full(book, text)] == ["Emma Rodrigues", "Liam O'Malley", "Camila Reyes Ortega"]


def test_lone_first_names_are_hints(book: RosterNames):
    """A first name alone is reported as a hint under 0.9, a word-like one weaker and only with a capital."""
    text = "Emma and Hope came, I hope"
    hits = book.find(text, fold(text))
    assert [(text[it.start : it.end], it.form, it.wordlike) for it in hits] == [
        ("Emma", "first", False), ("Hope", "first", True),
    ]  # fmt: skip
    assert hits[1].score < hits[0].score < 0.9


def test_a_shared_name_says_so(book: RosterNames):
    """A name of a student and an employee carries both sources; a staff name carries staff alone."""
    text = "Grace Park met Dana Whitfield"
    assert [hit.sources for hit in book.find(text, fold(text))] == [{"student", "staff"}, {"staff"}]


def test_handles_are_never_certain(book: RosterNames):
    """A handle scores at least 0.6 when it is plausible and always below 0.9."""
    for handle in (
        "emma.rodrigues08",
        "e_rodrigues",
        "the_real_rsilva",
        "rodriguesemma",
        "erodrigues29",
        "emma_r",
        "erodrigues_drums",
    ):
        assert 0.6 <= book.match(None, handle).student < 0.9, handle
    for handle in ("sunshine_girl", "er", "emma", "rodrigues", "panthers2027", "", "...", "1234"):
        assert book.match(None, handle).student == 0, handle


def test_display_names(book: RosterNames):
    """A display name is matched in all forms; a lone first name is nobody in particular."""
    assert book.match("Emma 🌸 Rodrigues (she/her)", None).student >= 0.9
    assert book.match("Emma R.", None).student < 0.9
    assert book.match("Emma", None).student == 0
    assert book.match(None, None).student == 0
    shared = book.match("Grace Park", None)
    assert shared.student > 0
    assert shared.staff > 0
    assert book.match("Dana Whitfield", "dwhitfield").student == 0


def test_exceptions_are_applied(students: RosterIndex, staff: RosterIndex):
    """A name that the person excepted is found no more, in text or as a target; staff names are not touched by it."""
    mine = RosterNames(students, staff, exceptions=lambda name: fold(name).text in {"emma rodrigues", "grace park"})
    assert full(mine, "Emma Rodrigues and Liam O'Malley") == [("Liam O'Malley", "exact")]
    assert mine.match("Emma Rodrigues", "emma.rodrigues").student == 0
    text = "Grace Park"
    assert [hit.sources for hit in mine.find(text, fold(text))] == [{"staff"}]


def test_without_rosters_nobody_is_known():
    """No index, no names."""
    assert RosterNames(None, None).find("Emma Rodrigues", fold("Emma Rodrigues")) == []


def test_several_threads_at_once(book: RosterNames):
    """Checks in parallel get the answers that they would get alone."""
    texts = ["Emma Rodrigues", "Liam O'Malley", "3mm4 R0dr1gu3s", "nothing here"] * 25
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda text: full(book, text), texts))
    assert together == [full(book, text) for text in texts]


@pytest.mark.parametrize(
    "text", ["." * 20_000, "a@" * 10_000, "Emma Rodrigues " * 1_333, "Emma " * 4_000, "é" * 20_000]
)
def test_long_and_silly_texts(book: RosterNames, text: str):
    """Twenty thousand characters of one thing are answered, with spans inside the text that do not overlap."""
    hits = book.find(text, fold(text))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= two.start for one, two in pairwise(hits))


MATH = {chr(ord("A") + n): chr(0x1D400 + n) for n in range(26)} | {
    chr(ord("a") + n): chr(0x1D41A + n) for n in range(26)
}
CYRILLIC = dict(zip("aeopcxyAEOPCXTHKMB", "аеорсхуАЕОРСХТНКМВ", strict=True))
DRESSES = (
    str.upper,
    str.lower,
    "\u200b".join,
    lambda name: "".join(MATH.get(letter, letter) for letter in name),
    lambda name: "".join(CYRILLIC.get(letter, letter) for letter in name),
    lambda name: "".join(chr(ord(letter) + 0xFEE0) if letter.isalpha() else letter for letter in name),
    lambda name: "  ".join(" ".join(word) for word in name.split()),
    lambda name: "\n".join(name.split()),
    lambda name: " ⭐ ".join(name.split()),
    lambda name: "".join(letter + ("\u0301" if letter in "aeiou" else "") for letter in name),
    lambda name: name.lower().replace("o", "0").replace("e", "3").replace("i", "1"),
)  # fmt: skip


@given(
    name=st.sampled_from(["Emma Rodrigues", "Camila Ortega", "Roberto Silva", "Katherine Doyle"]),
    dress=st.sampled_from(DRESSES),
    before=st.text(alphabet=st.sampled_from("¡ \t«\"'😀—("), max_size=4),
    after=st.sampled_from(["", " ", "!", " was here", "'s mom", ", yes", " 😀", "."]),
)
def test_dressed_names_are_found_where_they_stand(book: RosterNames, name: str, dress, before: str, after: str):
    """Whatever the dress, the name is found and the span slices back to the dressed words."""
    dressed = dress(name)
    text = f"{before} {dressed}{after}"
    hits = [hit for hit in book.find(text, fold(text)) if hit.form not in WEAK_FORMS]
    assert [text[hit.start : hit.end] for hit in hits] == [dressed]
