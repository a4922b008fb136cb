"""Protected speech (policy IHB, E-protected-speech): heat about work, money, safety and politics is topic enough to silence tone."""

from __future__ import annotations

import pytest

from secondlook.detection.detect import detect
from secondlook.detection.settings import DetectionSettings

TONE = {"UNPROFESSIONAL", "LOGO_NEGATIVE", "FALSE_INFO"}
HEAT = [
    "The school committee is a clown show and every one of them should resign",
    "31 kids in a room with no para. It's a zoo and they know it.",
    "This town is full of cheapskates who vote down every override",
    "Voters in this town are idiots if they reject the budget again",
    "Marlborough is a joke: turf fields yes, living wage for paras no",
    "Our superintendent lies to parents and hides behind consultants. Disgraceful.",
    "No contract, no peace. Shame on this city.",
    "Our building is a dump. Mold in four rooms, no heat in two.",
    "This school looks like a prison because nobody will fund repairs: roof leaks everywhere",
    "Word is the committee is cutting twelve teachers, unconfirmed, come to the meeting",
    "I filed a grievance and they retaliated. These people are crooks.",
    "They reported unsafe conditions and admin buried it. Cowards.",
    "Moms for Liberty parents are clowns, stop banning books",
    "The mayor is a moron and so is the city council",
    "MCAS is stupid, useless and bad for my students. Policy makers are clueless.",
    "Bargaining night five. The district negotiators are pathetic.",
    "Rats in the cafeteria again. This building is disgusting and the district shrugs.",
    "Parents who fight class size limits are clueless",
    "El comité escolar es una vergüenza, puro payaso",
    "Sin contrato justo no hay paz. Este pueblo es un desastre",
    "Los padres que votaron contra el presupuesto son unos ignorantes",
    "Nuestra escuela parece una cárcel: moho, goteras y sin calefacción",
    "La superintendente miente y los del sindicato lo sabemos",
    "Treinta y dos alumnos por salón, un zoológico, sin asistente",
    "Dicen que van a despedir a diez maestros, no está confirmado, vengan a la audiencia pública",
    "O comitê escolar é um circo, todos uns palhaços",
    "Essa cidade é um lixo: dinheiro pra consultoria tem, pra salário não",
    "Os pais que votaram contra o orçamento são uns ignorantes",
    "Nossa escola parece um presídio, com mofo e goteira em toda sala",
    "Greve já! Essa administração é uma piada",
    "Salas lotadas, professores sem aumento. Essa cidade é uma vergonha",
    "Não sei se é verdade, mas dizem que vão demitir dez professores. Todos à assembleia do sindicato",
]
ORDINARY = [
    "I don't get paid enough for these morons",
    "My students are such idiots",
    "Strike out number nine for our pitcher!",
    "Raise your hand if you love snow days",
    "No me pagan lo suficiente para aguantar a estos burros",
    "Meus alunos são uns burros",
    "Vote for your favorite pie at the class party",
    "Pep rally at noon, wear red and blue",
    "Our mascot looks like a drowned rat",
    "Parents in this town are clueless.",
]


@pytest.mark.parametrize("text", HEAT)
def test_heat_is_protected(engine, names, text):
    """Whatever tone is found in heat about a public matter, the topic is sure enough to silence it."""
    detection = detect(text, names, engine, DetectionSettings(account="professional"))
    assert detection.protected >= 0.5 or not {it.kind for it in detection.findings} & TONE


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_is_not_protected(engine, names, text):
    """Sayings that hold a word of a topic, and contempt without one, are not protected."""
    assert detect(text, names, engine).protected < 0.5
