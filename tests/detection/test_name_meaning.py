"""What a word that could be a name stands for instead: an animal or a thing, somebody with a trade."""

from __future__ import annotations

import pytest

from secondlook.detection import name_meaning
from secondlook.detection.engine import Engine
from secondlook.detection.fold import fold
from secondlook.detection.name_context import NameContext
from secondlook.detection.reading import Reading
from secondlook.detection.settings import DetectionSettings
from secondlook.rosters import rosters_of_files


@pytest.fixture(scope="module")
def around(engine: Engine):
    """The context of a name in a text; no roster is needed for it."""
    names = rosters_of_files(None, None).names

    def read(text: str, name: str) -> tuple[NameContext, tuple[int, int]]:
        reading = Reading(fold(text), names, engine.terms, DetectionSettings())
        start = reading.folded.text.index(name)
        return NameContext(reading), (start, start + len(name))

    return read


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("The class fish, Emma, is no more", "emma", True),
        ("Class skeleton is now named Gerald", "gerald", True),
        ("The kids called the robot Lucas", "lucas", True),
        ("Our marimba came and we named it Gary", "gary", True),
        ("Oliver the class snail is two today", "oliver", True),
        ("O peixe da turma se chama Rafael", "rafael", True),
        ("Nuestra mascota se llama Sofía", "sofia", True),
        ("A new guinea pig, and his name is Noah", "noah", True),
        ("The class hamster goes home with Mia", "mia", False),
        ("Emma drew a fish and a turtle", "emma", False),
        ("They called Lucas to the robot", "lucas", False),
    ],
)
def test_an_animal_or_a_thing_has_the_name(around, text: str, name: str, holds: bool):
    """It is told of the name by the words between; a pupil who has to do with the animal keeps the name."""
    assert name_meaning.is_of_thing(*around(text, name)) is holds


@pytest.mark.parametrize(
    ("text", "name", "holds"),
    [
        ("Any recs for a plumber besides Paul Hoffman?", "paul hoffman", True),
        ("It was Thomas McLean, the piano tuner from Stow", "thomas mclean", True),
        ("Ese es otro Carlos Romo, el mío es el peluquero", "carlos romo", True),
        ("Quem precisa de pintor: Lucas Silveira", "lucas silveira", True),
        ("Emma Fitzgerald wants to be a plumber", "emma fitzgerald", False),
        ("Emma Fitzgerald dressed up as a mechanic", "emma fitzgerald", False),
    ],
)
def test_the_bearer_has_a_trade(around, text: str, name: str, holds: bool):
    """Who has a trade is grown up; who will have one, or plays one, may be a pupil."""
    assert name_meaning.is_of_trade(*around(text, name)) is holds
