"""Table of the recognizer of the same name: private numbers offered to pupils, and numbers that are nobody's secret."""

from __future__ import annotations

import pytest

from secondlook.detection.settings import DetectionSettings

SCHOOL = DetectionSettings(school_phones=frozenset({"(508) 555-0100", "5085550199"}))
OFFERED = [
    ("text me at 508-555-0123 about homework", "508-555-0123"),
    ("Mi celular es (774) 555-0144, escríbeme", "(774) 555-0144"),
    ("meu zap: 774.555.0144", "774.555.0144"),
    ("Here's my number 5085550123", "5085550123"),
    ("Students, my cell is 508 555 0123", "508 555 0123"),
    ("AP Bio kids: call or text 774-555-0101 the night before the exam", "774-555-0101"),
    ("Team! Save my new number: (774) 555-0102", "(774) 555-0102"),
    ("seniors needing a rec letter hit me up 978-555-0103", "978-555-0103"),
    ("Robotics, facetime me if the bot breaks: +1 508 555 0104", "+1 508 555 0104"),
    ("Lost on the lab report? My home phone is 508.555.0105", "508.555.0105"),
    ("Captains, reach me at 508-555-0106", "508-555-0106"),
    ("field trip tomorrow! txt me if you miss the bus 5085550107", "5085550107"),
    ("Chicos, anoten mi número: 774-555-0108", "774-555-0108"),
    ("Equipo, mándenme un mensaje al 774-555-0109 si llegan tarde", "774-555-0109"),
    ("Para la tarea, mi whatsapp es 508-555-0110", "508-555-0110"),
    ("Alumnos de 8 grado: llámenme al (508) 555-0111", "(508) 555-0111"),
    ("muchachos, mi cel 508 555 0112", "508 555 0112"),
    ("Galera da turma, me chamem no zap 774-555-0113", "774-555-0113"),
    ("Alunos, meu celular é (774) 555-0114", "(774) 555-0114"),
    ("meninas do time, salvem meu número 508-555-0115", "508-555-0115"),
    ("Dúvida na prova? me liga 508-555-0116", "508-555-0116"),
    ("pessoal do ensaio, manda mensagem 5085550117", "5085550117"),
    ("Drama club, my digits: 508-555-0118", "508-555-0118"),
    ("Homework help all night, my number is 508-555-0119", "508-555-0119"),
    ("runners: practice moved, call me 978 555 0120", "978 555 0120"),
    ("lost on the calc review? txt me five zero eight 555 0152", "five zero eight 555 0152"),
    (
        "Chicos, mi celular es cinco cero ocho cinco cinco cinco cero uno cinco dos",
        "cinco cero ocho cinco cinco cinco cero uno cinco dos",
    ),
]
SILENT = [
    "call me 508-555-0100",
    "text me at 508.555.0199",
    "The main office is at 508-555-0177",
    "Crisis line: 800-555-0155, text me if you need it",
    "508 555 0123 whenever",
    "Score was 508-555, wow",
    "ISBN 978-0-13-468599-1",
    "12/14/2026 at 10:30",
    "Selling a couch, text me 508-555-0121",
    "Lost dog! Please call me 508-555-0122",
    "Parents, you can reach me at 508-555-0124",
    "Colleagues: call me at 508-555-0125 about Friday",
    "Yard sale Saturday, call 774-555-0126",
    "The pizza place by school: 508-555-0127",
    "Police department 508-555-0128",
    "The nurse's office number is 508-555-0129",
    "Room parents, my cell is 774-555-0130",
    "Reservations at 617-555-0131",
    "Order 5085550132 has shipped",
    "Vendo carro, llámame 508-555-0133",
    "Padres, mi celular es 508-555-0134",
    "La oficina de la escuela: 508-555-0135",
    "Vizinhas, meu zap é 774-555-0136",
    "Secretaria da escola: 508-555-0137",
    "Alugo apartamento, me chama 508-555-0138",
    "Count with me, class: one two three four five six seven eight nine zero",
]


@pytest.mark.parametrize(("text", "number"), OFFERED)
def test_offered(found, text, number):
    """A number off the school's list that pupils may use is found, sure enough for a warning."""
    hits = found(text, "PRIVATE_PHONE", SCHOOL)
    assert [words for words, _ in hits] == [number]
    assert hits[0][1] >= 0.6


@pytest.mark.parametrize("text", SILENT)
def test_silent(found, text):
    """The school's numbers, firms, hotlines, trade and what is for grown-ups alone are none."""
    assert found(text, "PRIVATE_PHONE", SCHOOL) == []
