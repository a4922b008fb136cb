"""What a text tells of a name's bearer: age, years past, places, seats, children called by name, pupils who call for teacher."""

from __future__ import annotations

import pytest

from secondlook.detection import name_bearer, name_syntax


def _span(text: str, name: str) -> tuple[int, int]:
    start = text.index(name)
    return start, start + len(name)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("william is 81 today", True),
        ("ana cumple 40 hoy", True),
        ("bia faz 35 amanha", True),
        ("william is 12 today", False),
        ("melody has missed 41 days", False),
        ("leo is 30 points ahead", False),
    ],
)
def test_an_age_no_pupil_has(text: str, holds: bool):
    """Only an age of grown-ups, said of the name, makes its bearer one."""
    assert name_bearer.is_grown(text, _span(text, text.split(maxsplit=1)[0])) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("katherine carter, class of '09", True),
        ("mi primera generacion, 2003", True),
        ("ex-aluno de 2012", True),
        ("vende tamales desde el 98", True),
        ("it was ruby's 18th, born november 21, 2008", False),
        ("we raised $2,003 and room 1998-b cheered", False),
        ("class of 2026", False),
        ("el que se dormia en mi clase alla por 2006", True),
        ("un bebe nacido en mayo de 2010", False),
    ],
)
def test_years_of_former_pupils(text: str, holds: bool):
    """A year in which no current pupil was in class; neither birth years nor sums."""
    assert bool(name_bearer.years_past(text)) is holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ('"mister, is a hot dog a taxonomy?" tyler', True),
        ('a milena dizendo "professora, respira"', True),
        ("the teacher read aloud", False),
        ('she said "no" to the teacher', False),
    ],
)
def test_pupils_call_for_teacher(text: str, holds: bool):
    """Only inside a quotation is the word teacher a child's address."""
    assert name_bearer.addressed(text) is holds


@pytest.mark.parametrize(
    "rest",
    [", period 6, just now", ", second row by the window", ", el de la ultima banca", " from grade 6", " no meu onibus",
     " de mi club de costura", ", el de mi tercer periodo"],
)  # fmt: skip
def test_where_a_pupil_sits(rest: str):
    """A period, seat, bus or club right after a name is the name's; an adult's office is none."""
    assert name_bearer.placed(f"pat{rest}", (0, 3))
    assert not name_bearer.placed("pat from payroll", (0, 3))
    assert not name_bearer.placed("pat from my running group", (0, 3))


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("there's a clementine in fourth", "clementine", True),
        ("tem um otavio no meu onibus", "otavio", True),
        ("i have gus in first block", "gus", True),
        ("i met clementine", "clementine", False),
    ],
)
def test_one_the_writer_has(text: str, name: str, holds: bool):
    """A name told of as one of those the writer has."""
    assert name_bearer.one_of_them(text, _span(text, name)) is holds


def test_a_child_is_introduced():
    """A child told of before the name is called by it, if the name explains the child."""
    text = "a girl on my bus named odalys saves me a seat"
    assert name_bearer.introduced(text, _span(text, "odalys"), len("a girl"))
    text = "a girl hugged me. odalys from payroll saw it"
    assert not name_bearer.introduced(text, _span(text, "odalys"), len("a girl"))


@pytest.mark.parametrize(
    ("name", "rest", "other", "holds"),
    [
        ("max", " is a labrador", "labrador", True),
        ("william", ", our crossing guard", "crossing guard", True),
        ("dana", " the aide", "aide", True),
        ("wesley", "'s dad called", "dad", False),
        ("max", " told the labrador", "labrador", False),
    ],
)
def test_what_a_name_is_called(name: str, rest: str, other: str, holds: bool):
    """A name that is said to be something is that; a possessive is not."""
    text = name + rest
    assert name_bearer.called(text, (0, len(name)), text.index(other)) is holds


def test_a_place_follows_a_preposition():
    """In and to stand before places, with does not."""
    assert name_bearer.follows_preposition("four days in virginia", (13, 21))
    assert not name_bearer.follows_preposition("lunch with virginia", (11, 19))


def test_present_and_pronoun():
    """A verb of the present makes a word a name; so does a he or she that follows, not one that came before."""
    assert name_syntax.does("max lives with his grandmother", (0, 3))
    assert not name_syntax.does("max volume please", (0, 3))
    assert name_syntax.he_or_she("robin at the market and he hid", (0, 5))
    assert not name_syntax.he_or_she("robin at the market", (0, 5))


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("on the corner of lincoln and jordan", "jordan", True),
        ("en la esquina de lincoln", "lincoln", True),
        ("lincoln and jordan argued", "jordan", False),
    ],
)
def test_a_street_corner(text: str, name: str, holds: bool):
    """Streets that meet, and no two people who do."""
    assert name_bearer.at_a_corner(text, _span(text, name)) is holds


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("the tall kid from xela in my 2nd period", "xela", True),
        ("una familia de nebaj", "nebaj", True),
        ("a card from emma", "emma", False),
    ],
)
def test_where_a_child_is_from(text: str, name: str, holds: bool):
    """A place, and no name."""
    assert name_bearer.from_there(text, _span(text, name)) is holds


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("most likely to be on time: skip.", "skip", True),
        ("best hair: hope and liam", "hope", True),
        ("note to self: hope is no plan", "hope", False),
    ],
)
def test_a_name_behind_a_label(text: str, name: str, holds: bool):
    """The name alone, not the beginning of a sentence."""
    assert name_bearer.labelled(text, _span(text, name)) is holds


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("our sixth graders marigold and quentin are on", "quentin", True),
        ("two of my varsity players, kenneth and adam, debating", "adam", True),
        ("a mis alumnas sol y aldonza les prometi", "aldonza", True),
        ("my students said that max is late", "max", False),
        ("all my students and ms lopez", "lopez", False),
    ],
)
def test_a_row_after_pupils(text: str, name: str, holds: bool):
    """Names in a row right after pupils told of are theirs; a verb or a title in between breaks it."""
    assert name_bearer.one_of_pupils(text, _span(text, name)) is holds


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("hi mr. dunleavy, this is ingrid's mom, i saw the d", "ingrid", True),
        ("buenas, soy la mama de rafael, manana falta", "rafael", True),
        ("oi, aqui e a mae do davi, ele nao vai hoje", "davi", True),
        ("this is ingrid's mom's number", "ingrid", False),
        ("this is ingrid's locker", "ingrid", False),
        ("hable con la mama de rafael", "rafael", False),
        ("le habla la mama de rafael", "rafael", True),
        ("hoy habla la mama de rafael en la clase", "rafael", False),
        ("falei com a tia e a mae do davi", "davi", False),
        ("it's ingrid's mom again, third email today", "ingrid", False),
    ],
)
def test_the_writers_own_child(text: str, name: str, holds: bool):
    """Who writes as a child's mother writes of no pupil; who writes about the mother may."""
    assert name_bearer.is_writers_child(text, _span(text, name)) is holds
