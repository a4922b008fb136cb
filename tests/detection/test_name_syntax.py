"""What the words right beside a name make of it: subject, speaker, subject of study, member of a class, or a verb."""

from __future__ import annotations

import pytest

from secondlook.detection import name_syntax
from secondlook.detection.first_names import is_common_first_name


def _span(text: str, name: str) -> tuple[int, int]:
    start = text.index(name)
    return start, start + len(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [("cynthia said no", "cynthia"), ("y pascual ya dijo que si", "pascual"), ("a stella propos uma festa", "stella")],
)
def test_who_speaks(text: str, name: str):
    """A verb of saying after a name makes it a speaker, in three languages."""
    assert name_syntax.speaks(text, _span(text, name))


def test_a_quotation_belongs_to_who_says_it():
    """Only a quotation soon after the verb of saying counts as the name's own words."""
    assert name_syntax.speaks_in_quotes('chance said "define running."', (0, 6))
    assert not name_syntax.speaks_in_quotes("chance said nothing", (0, 6))


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("grace had a rough day", "grace", True),
        ("joy bateu o recorde", "joy", True),
        ("grace period ends friday", "grace", False),
    ],
)
def test_who_acts(text: str, name: str, holds: bool):
    """An act in the past makes the word before it a name; a noun does not."""
    assert name_syntax.acts(text, _span(text, name)) is holds


@pytest.mark.parametrize(
    ("text", "name"),
    [("reading tom sawyer with my class", "tom sawyer"), ("the rosa parks biography project", "rosa parks")],
)
def test_who_is_studied(text: str, name: str):
    """What a class reads or makes posters of is no pupil of the same name."""
    assert name_syntax.studied(text, _span(text, name))
    assert not name_syntax.studied(f"{name} came in late", (0, len(name)))


@pytest.mark.parametrize(
    "rest", [" from my seventh grade homeroom", " do meu grupo de nono", " from 6b has", " de la clase de arte"]
)
def test_who_belongs_to_a_class(rest: str):
    """A class straight after a name is the class the name belongs to."""
    assert name_syntax.of_class(f"marina{rest}", (0, 6))
    assert not name_syntax.of_class("marina from payroll", (0, 6))


@pytest.mark.parametrize(
    ("rest", "own"),
    [(" from my bio class", True), (", la de mi clase", True), (" da minha classe", True), (" do terceirao", False), (" from the office", False)],
)  # fmt: skip
def test_whose_class_it_is(rest: str, own: bool):
    """The writer's own class says more than a class."""
    assert name_syntax.of_own_class(f"marina{rest}", (0, 6)) is own


def test_a_verb_that_looks_like_a_name():
    """Words such as "Skip the line" and "Will chase down" open with verbs; "Skip asked" and "Will Chase asked" do not."""
    assert name_syntax.is_verb("skip the line", (0, 4))
    assert not name_syntax.is_verb("skip asked me", (0, 4))
    assert name_syntax.is_clause("Will chase down the slips", 0, 10)
    assert not name_syntax.is_clause("Will Chase asked me", 0, 10)


def test_an_apposition_names_who_stands_before_it():
    """Between commas a name explains what stands before it."""
    text = "my littlest one, juniper, gave a speech"
    assert name_syntax.apposed(text, _span(text, "juniper"))
    assert not name_syntax.apposed("then juniper gave a speech", (5, 12))


def test_common_names_are_those_many_bear():
    """Michael may be anybody; a name that few bear is more likely the pupil's."""
    assert is_common_first_name("michael")
    assert not is_common_first_name("oleksandr")
