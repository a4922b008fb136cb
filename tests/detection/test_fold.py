"""Folding: one spelling for all dresses, with a way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondlook.detection.confusables import LOOK_ALIKES
from secondlook.detection.fold import _MAYBE_SPACED, _SPACED, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("João Çelik Ñandú", "joao celik nandu"),
        ("Joa\u0303o", "joao"),
        ("Ｅｍｍａ", "emma"),
        ("𝐄𝐦𝐦𝐚 ℰ𝓂𝓂𝒶 ⓔⓜⓜⓐ", "emma emma emma"),
        ("ᴇᴍᴍᴀ", "emma"),
        ("🅴🅼🅼🅰 🅔🅜🅜🅐 🄴🄼🄼🄰 ⒠⒨⒨⒜", "emma emma emma emma"),
        ("Еmmа ΕΜΜΑ", "emma emma"),
        ("E\u200bm\u00adm\u2060a\u034f", "emma"),
        ("E\ufe0fm\u3164m\u115fa", "emma"),
        ("ﬁlho Straße Łódź Søren", "filho strasse lodz soren"),
        ("O’Malley O`Malley", "o'malley o'malley"),
        ("Reyes‑Ortega", "reyes-ortega"),
        ("İstanbul", "istanbul"),
        ("\ud800 Emma", "\ud800 emma"),
        ("", ""),
    ],
)
def test_spellings(text: str, folded: str):
    """Accents, dressed-up letters, look-alikes and invisible characters all fold to plain small letters."""
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("E m m a  R o d r i g u e s", ["emma  rodrigues"]),
        ("E.m.m.a", ["emma"]),
        ("é de E m m a", ["e de emma"]),
        ("that's E m m a", ["that's emma"]),
        ("so 'E m m a' it is", ["so 'emma' it is"]),
        ("foi d E m m a  R e i s y ella", ["foi demma  reisy ella", "foi d emma  reis y ella"]),
        ("é o T h e o, né", ["eotheo, ne", "e o theo, ne"]),
        ("E❤️m❤️m❤️a", ["emma"]),
        ("3mm4 R0dr1gu3s", ["emma rodrigues", "emma rodrlgues"]),
        ("j@ck $ue", ["jack sue"]),
        ("L!am", ["liam", "llam"]),
        ("3 m m 4", []),
        ("Great job in 3rd period, 7th grade! Room 4B at 8am", []),
        ("Write to office@school.invalid or https://school.invalid/a1b2", []),
        ("A plain sentence.", []),
    ],
)
def test_second_readings(text: str, readings: list[str]):
    """Spaced-out and leet spellings are read a second time; ordinary words with digits are not."""
    if text == "3 m m 4":
        assert fold("3 m m 4").text == text  # digits apart from letters stay digits
    assert [it.text for it in fold(text).spellings()] == readings


@pytest.mark.parametrize(
    ("text", "part", "words"),
    [
        ("xx João yy", "joao", "João"),
        ("Jose\u0301!", "jose", "Jose\u0301"),
        ("Em\u200bma\u200b yes", "emma", "Em\u200bma"),
        ("😀 Straße", "strasse", "Straße"),
        ("ﬁn", "i", "ﬁ"),
    ],
)
def test_spans_point_back(text: str, part: str, words: str):
    """A folded span gives the characters it stands for, a combining accent included, a stray invisible one not."""
    folded = fold(text)
    start = folded.text.index(part)
    first, last = folded.span(start, start + len(part))
    assert text[first:last] == words


def test_the_second_reading_points_back_too():
    """Spans of a closed-up spelling give the spaced-out words."""
    text = "so E m m a ran"
    (closed,) = fold(text).spellings()
    start = closed.text.index("emma")
    first, last = closed.span(start, start + 4)
    assert text[first:last] == "E m m a"


def test_impossible_spans_are_refused():
    """Empty, turned-round and outside spans raise."""
    for start, end in ((0, 0), (2, 1), (0, 9), (-1, 2)):
        with pytest.raises(ValueError, match="span"):
            fold("emma").span(start, end)


def test_nothing_typed_shows_in_a_repr():
    """A folded text can stand in a traceback without telling what was typed."""
    assert "Emma" not in repr(fold("Emma")) + repr(list(fold("3mm4").spellings()))
    assert "emma" not in repr(fold("Emma"))


@given(st.text(max_size=200))
def test_every_text_folds(text: str):
    """Folding never fails; each folded character has its place, places never run backwards, folding twice changes no word."""
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.starts, folded.ends, strict=True))
    assert list(folded.starts) == sorted(folded.starts)
    assert not any(unicodedata.category(letter) in {"Cf", "Mn"} for letter in folded.text)
    for spelling in folded.spellings():
        assert len(spelling.text) == len(spelling.starts) == len(spelling.ends)


@given(
    st.lists(st.sampled_from([*sorted(LOOK_ALIKES), *"abcXYZ é\u0301\u200b😀"]), max_size=40),
    st.integers(0, 39),
)
def test_each_character_points_to_its_source(characters: list[str], place: int):
    """Any folded character's span, folded alone, contains that character."""
    text = "".join(characters)
    folded = fold(text)
    if place < len(folded.text):
        start, end = folded.span(place, place + 1)
        assert folded.text[place] in fold(text[start:end]).text


def test_the_table_is_sound():
    """Every look-alike is one character that becomes plain small ASCII."""
    assert all(len(odd) == 1 and plain.isascii() and plain == plain.lower() for odd, plain in LOOK_ALIKES.items())


@given(st.text(alphabet="ab é_ -.\n1", max_size=14))
def test_the_quick_look_for_spaced_words_misses_none(text):
    """Where a spaced-out word is, its beginning is seen."""
    assert not _SPACED.search(text) or _MAYBE_SPACED.search(text)
