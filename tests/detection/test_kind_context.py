"""What stands around a word: each question of `kind_context`, asked of texts where the answer is yes and where it is no."""

from __future__ import annotations

import pytest

from secondlook.detection import kind_context
from secondlook.detection.fold import fold
from secondlook.detection.names import NO_NAMES
from secondlook.detection.reading import Reading
from secondlook.detection.settings import DetectionSettings
from secondlook.detection.terms import TermHit


@pytest.fixture
def read(engine):
    """A reading of a text, and the place of a word in it."""

    def make(text: str, word: str) -> tuple[Reading, TermHit]:
        reading = Reading(fold(text), NO_NAMES, engine.terms, DetectionSettings())
        start = reading.folded.text.index(word)
        return reading, TermHit("test", start, start + len(word), reading.sentence_at(start))

    return make


DENIED = [
    ("I never touch wine", "wine", True),
    ("No wine tonight", "wine", True),
    ("sin vino, por favor", "vino", True),
    ("não bebo vinho", "vinho", True),
    ("Not my day, so wine", "wine", False),
    ("Bebendo com as amigas no bar, vinho para mim", "vinho", False),
    ("Uma tarde no sítio com vinho e gente boa", "vinho", False),
    ("Wine, not coffee", "wine", False),
]
AROUND = [
    ("taught", "Health class talks about vaping tomorrow", "vaping", True),
    ("taught", "La prevención de las drogas empieza en casa", "drogas", True),
    ("taught", "vaping on the roof again", "vaping", False),
    ("reported", "Police say he stole the bus", "stole", True),
    ("reported", "Presuntamente robó la caja", "robo", True),
    ("reported", "He stole the bus", "stole", False),
    ("in_a_story", "In this novel the duke drinks poison", "poison", True),
    ("in_a_story", "Nessa novela ele rouba tudo", "rouba", True),
    ("in_a_story", "The duke drinks poison", "poison", False),
    ("helped", "The overdose hotline is open all night", "overdose", True),
    ("opinion", "I think he is a crook", "crook", True),
    ("opinion", "He is a crook", "crook", False),
    ("own", "We had wine", "wine", True),
    ("own", "The Romans had wine", "wine", False),
    ("asked", "Did he steal the bus?", "steal", True),
    ("asked", "He did steal the bus.", "steal", False),
]


@pytest.mark.parametrize(("text", "word", "denied"), DENIED)
def test_negated(read, text, word, denied):
    """A "no" denies what follows it in the same clause; a Portuguese "no" means "in the"."""
    assert kind_context.negated(*read(text, word)) is denied


@pytest.mark.parametrize(("question", "text", "word", "answer"), AROUND)
def test_around(read, question, text, word, answer):
    """Teaching, report, story, help, opinion, the writer and a question are seen where they stand, and only there."""
    reading, hit = read(text, word)
    assert getattr(kind_context, question)(reading, hit.sentence) is answer


def test_quoted(read):
    """Words between quotation marks are somebody's words."""
    assert kind_context.quoted(*read('She said "you stole it" and left', "stole"))
    assert not kind_context.quoted(*read("She said you stole it", "stole"))


def test_part_of_name(read):
    """A capitalised word after another inside a sentence is a name."""
    assert kind_context.part_of_name(*read("thanks to Serena Mota today", "mota"))
    assert not kind_context.part_of_name(*read("mota en la azotea", "mota"))
