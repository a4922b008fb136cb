"""Table of the recognizer of the same name: contempt for pupils, parents, the town or rivals, and what only sounds so."""

from __future__ import annotations

import pytest

from secondlook.detection.settings import DetectionSettings

SCORN = [
    "My 4th period are a bunch of morons",
    "honestly these kids are so stupid it hurts",
    "Parents in this town are clueless.",
    "our freshmen share one brain cell",
    "I can't stand my homeroom this year",
    "Graded 90 essays. This class is the dumbest group I have ever taught.",
    "Framingham fans are trash, always have been",
    "Helicopter parents are a plague. Entitled parents, all of them.",
    "Parent night was a joke. Absolute clowns.",
    "Marlborough is a dump",
    "Most of these families are white trash",
    "Who raised these brats",
    "lazy students, lazier parents",
    "These parents have no business raising a goldfish",
    "My students belong in a zoo",
    "Mis alumnos son unos burros",
    "Estos padres no sirven para nada",
    "¡Qué estudiantes tan flojos!",
    "no soporto a mis alumnos",
    "este pueblo es una basura",
    "los papás de mi clase son unos inútiles",
    "Meus alunos são uns vagabundos",
    "esses pais não prestam",
    "essa cidade é um lixo",
    "Que turma de preguiçosos, a pior turma que já tive",
    "não aguento essa turma",
]
SILENT = [
    "My students are not stupid, whatever the test says",
    "Never tell a child they are dumb",
    "This copier is so stupid",
    "We read about animals today and the kids loved the zoo trip",
    "It was a crazy day but my kids were amazing",
    "My students did a stupid worksheet because I ran out of ideas",
    "I hate grading on a Sunday",
    "I hate that my students come to school hungry",
    "So tired. 24 conferences, and the parents were lovely",
    "Hudson beat us 3-1. Well played.",
    "The Yankees are trash",
    "Drivers on Route 20 are idiots",
    "Our family trip: the kids are little monsters in the car",
    "Someone called my students lazy and I have not stopped thinking about it",
    "Stop calling teenagers lazy. They work harder than most adults.",
    "There are no dumb questions in my class",
    "Parents, please send in snow pants",
    "Lord of the Flies: those boys are savages by chapter nine",
    "The class pet is a monster of a rabbit",
    "We are idiots, we forgot the tickets for the game",
    "Mis alumnos no son tontos",
    "No hay preguntas tontas en mi clase",
    "Mis padres son unos locos por el fútbol",
    "Meus alunos não são burros, estão cansados",
    "Meu cachorro é um vagabundo, dorme o dia todo",
    "Dia dos pais na escola foi lindo",
]


@pytest.mark.parametrize("text", SCORN)
def test_contempt(found, text):
    """Scorn aimed at pupils, parents, the town or rivals is found, and sure enough for a warning."""
    assert max((score for _, score in found(text, "UNPROFESSIONAL")), default=0) >= 0.6


@pytest.mark.parametrize("text", SILENT)
def test_no_contempt(found, text):
    """Denied, reported, home-made, fictional or thing-directed scorn is none."""
    assert found(text, "UNPROFESSIONAL") == []


def test_unnamed_people_on_a_professional_account(found):
    """Without a word of school the account decides whether "those morons" are people met at school."""
    text = "Back at it with those morons"
    assert found(text, "UNPROFESSIONAL", DetectionSettings(account="professional"))
    assert not found(text, "UNPROFESSIONAL", DetectionSettings(account="personal"))
