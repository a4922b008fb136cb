"""Table of the recognizer of the same name: ridicule of the school's logo, mascot, seal or building."""

from __future__ import annotations

import pytest

MOCKED = [
    "Our mascot looks like a drowned rat",
    "the new school logo is hideous",
    "whoever drew the panther on our gym wall was blind",
    "The district seal looks like clip art from 1995",
    "Our school logo was designed by a toddler",
    "our building is an eyesore",
    "This school looks like a prison, happy Monday students",
    "That panther is a joke",
    "The Panthers mascot: a sick house cat",
    "lol the ugly mascot at the pep rally",
    "our school song is so lame",
    "Our uniforms look like garbage bags",
    "The mascot costume smells like a dumpster",
    "this sorry thing we call a mascot",
    "My workplace is a dump",
    "Nuestro logo es horrible",
    "La mascota de la escuela parece una rata mojada",
    "el escudo de la escuela da vergüenza",
    "nuestra escuela parece una cárcel",
    "Los uniformes de la escuela son ridículos",
    "el nuevo logo del distrito, qué feo, parece dibujado por un niño de dos años",
    "O mascote da escola parece um gato atropelado",
    "nosso logo é uma piada",
    "O brasão da escola é ridículo",
    "nossa escola parece um presídio",
    "esse logo da escola parece feito no paint",
]
SILENT = [
    "Our mascot looks great in the new jersey",
    "The mascot looks like a champion tonight!",
    "Go Panthers! So proud of our school",
    "The Carolina Panthers are a joke this year",
    "Black Panther is the best movie",
    "The new Instagram logo is ugly",
    "We designed a logo for the science fair in class",
    "Ugly sweater day at school on Friday",
    "Our building turns 60 this year, come celebrate",
    "The school is closed on Monday",
    "Please keep the gym clean, the floor is new",
    "The harbor seal we saw looks like a sausage",
    "The old prison downtown is now a museum our students visited",
    "I do not think our logo is ugly at all",
    "My dog looks like a wet rat after the storm",
    "The mascot costume is back and smells like roses",
    "Students drew the panther in art class and it looks beautiful",
    "The dentist's building is horrible",
    "Nuestra mascota está lista para el partido",
    "Mi mascota es un gato feo y lo adoro",
    "¡Qué bonito quedó el logo de la escuela!",
    "La pantera rosa es un clásico",
    "O mascote da escola está lindo",
    "Nossa escola parece uma família",
    "O prédio do banco é horrível",
    "Novo logo da padaria da minha prima, ficou show",
]


@pytest.mark.parametrize("text", MOCKED)
def test_ridicule(found, text):
    """Mockery of what stands for the school is found, sure enough for a warning."""
    assert max((score for _, score in found(text, "LOGO_NEGATIVE")), default=0) >= 0.6


@pytest.mark.parametrize("text", SILENT)
def test_no_ridicule(found, text):
    """Praise, other people's logos, pets, films and plain news are none."""
    assert found(text, "LOGO_NEGATIVE") == []
