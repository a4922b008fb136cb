"""Table of the recognizer of the same name: a colleague's private matters (Dana Whitfield is on the staff list)."""

from __future__ import annotations

import pytest

PRIVATE = [
    "Dana Whitfield was put on a PIP last week",
    "Did you hear Mr. Halloran is on administrative leave?",
    "Mrs. Lemoine has breast cancer, she told me at lunch",
    "Our new math teacher got a terrible evaluation",
    "the guy in room 12 is under investigation",
    "Coach Tavares isn't getting renewed",
    "Ms. Bauer is pregnant and nobody knows yet",
    "my co-teacher is in rehab again",
    "The custodian got written up for being late",
    "Dana Whitfield makes $62,000, I saw the sheet",
    "Mr. Cunha's cell number is 508-555-0131",
    "our school nurse was suspended without pay",
    "Dr. Chase had a miscarriage in March",
    "One of our teachers failed the background check",
    "The vice principal was called into HR twice",
    "La señora Benavides está de licencia médica",
    "el maestro Castañeda fue despedido",
    "Nuestra directora está embarazada",
    "a mi compañera no le renovaron el contrato",
    "El conserje está bajo investigación",
    "La profe Galvez tiene depresión",
    "A professora Nogueira está grávida e não contou",
    "o professor Marques foi demitido",
    "a coordenadora levou advertência",
    "Nossa diretora está de licença médica",
    "o zelador está em reabilitação",
]
SILENT = [
    "Happy birthday Dana Whitfield!",
    "Congratulations to Mrs. Lemoine on 30 years of service",
    "I am on maternity leave until May",
    "My evaluation is tomorrow, wish me luck",
    "My husband was diagnosed with diabetes",
    "Teachers deserve paid parental leave",
    "The Patriots fired their head coach",
    "The superintendent's contract was renewed last night",
    "Mr. Halloran ran a great science investigation with us",
    "Thanks to our custodian for the clean gym",
    "I'm so proud of our new math teacher",
    "Mrs. Lemoine raised money for the cancer walk",
    "Pink Out game for breast cancer awareness, thanks Coach Tavares",
    "I was so fired up after Dana Whitfield's talk",
    "My sister is pregnant!",
    "My doctor says I need surgery",
    "Dr. Chase taught a lesson on depression era photos",
    "Ms. Bauer and I start at the new gym tomorrow",
    "Our nurse reminds you to bring the medication forms",
    "Evaluation forms are due Friday, says our principal",
    "Feliz cumpleaños a la maestra Benavides",
    "Estoy de licencia hasta mayo",
    "La directora recuerda que la evaluación de matemáticas es el lunes",
    "Parabéns à professora Nogueira pela aposentadoria",
    "Minha mãe está no hospital",
    "A professora Nogueira organizou a feira",
]


@pytest.mark.parametrize("text", PRIVATE)
def test_private(found, text):
    """Work, health, pay and private numbers of one colleague are found, sure enough for a warning."""
    assert max((score for _, score in found(text, "STAFF_CONFIDENTIAL")), default=0) >= 0.6


@pytest.mark.parametrize("text", SILENT)
def test_not_private(found, text):
    """Wishes, thanks, the writer's own life, public officers and plain school news are none."""
    assert found(text, "STAFF_CONFIDENTIAL") == []
