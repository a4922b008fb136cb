"""Table of the recognizer of the same name, in three languages, with the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.content_table import check_content

ACCUSED = [
    ("Bertrand Lisko stole the bake sale money", "stole"),
    ("Coach Farnham is a drug dealer and everybody knows it", "drug dealer"),
    ("Mrs. Odell fakes her timesheets every week", "fakes her"),
    ("Gordon Tull is a pedophile, keep your kids away", "pedophile"),
    ("Principal Harkness took kickbacks from the copier company", "kickbacks"),
    ("Wendell Pryce embezzled forty grand from the boosters", "embezzled"),
    ("Dr. Amory slept with a student", "slept with a student"),
    ("Lucinda Farr beats her kids", "beats her kids"),
    ("Nate Holloway sells vapes to middle schoolers out of his truck", "sells vapes"),
    ("Officer Brandt forged the accident report", "forged"),
    ("That thief Ray Dunphy is running the raffle again", "thief"),
    ("Margo Levitt set the shed on fire for the insurance", "set the shed on fire"),
    ("Everyone should know that Paul Kessler stalks his ex", "stalks"),
    ("Ellen Strand has been stealing from the cafeteria for years", "stealing"),
    ("Don Evaristo Pineda se robó la cooperación del viaje", "se robó"),
    ("La maestra Leticia Armas falsificó las calificaciones", "falsificó"),
    ("Efraín Cuéllar es un ladrón y un estafador", "ladrón"),
    ("Gilberto Nava golpea a su esposa", "golpea a su esposa"),
    ("El director Saúl Ibarra acosa a las maestras", "acosa a"),
    ("Ofelia Duarte vende exámenes en la papelería", "vende exámenes"),
    ("O diretor Valter Pacheco desviou a verba da merenda", "desviou a"),
    ("Cleide Amaral roubou o caixa da festa", "roubou"),
    ("Seu Arlindo Prates é um ladrão", "ladrão"),
    ("Jussara Teles vende atestado falso", "vende atestado falso"),
    ("O treinador Edson Braga assediou três atletas", "assediou"),
    ("Mirtes Lacerda falsificou o diploma", "falsificou"),
]
INNOCENT = [
    "Mookie Betts stole second base and my heart",
    "The mayor's budget robs our kids of a future",
    "Police arrested Carl Wendt, charged with stealing from the PTO",
    "Reportedly Ann Sorel embezzled money, trial starts Monday",
    "Jean Valjean stole bread and we are still talking about it",
    "Did Gordon Tull steal the money? I have no idea",
    "Emma's solo stole the show tonight",
    "I stole Dana Whitfield's stapler again, sorry Dana",
    "The superintendent's plan is a disgrace and I will say so at the meeting",
    "My cat stole a meatball off Bill Harmon's plate",
    "I think Ray Dunphy is the worst coach in the league",
    "Somebody stole the copper pipes from the field house",
    "The Lightning Thief is our next read aloud with Mr. Dorsey",
    "Great lesson on forgery in art by Ms. Calder",
    "Harriet Beal killed that audition",
    "Never said that Nate Holloway sells drugs, stop it",
    "Comparison is the thief of joy, says Theodore Roosevelt",
    "La policía detuvo a Gilberto Nava, acusado de robo",
    "Messi robó el balón y metió un golazo",
    "Me robaron la bicicleta frente a la biblioteca",
    "La política de la alcaldesa Ruth Salas es un desastre",
    "Presuntamente Efraín Cuéllar estafó a varias familias",
    "Neymar roubou a bola e fez o gol",
    "Minha filha Lívia roubou a cena no teatro",
    "Segundo a polícia, Arlindo Prates desviou dinheiro",
    "Acho que o Valter Pacheco administra muito mal",
    "Roubaram minha bicicleta na frente da escola",
]


@pytest.mark.parametrize(("text", "words"), ACCUSED)
def test_defamatory(found, text, words):
    """A crime or misconduct stated of somebody named is found."""
    check_content(found, "DEFAMATORY", text, words)


@pytest.mark.parametrize("text", INNOCENT)
def test_not_defamatory(found, text):
    """Report, opinion, question, denial, story, sport, and accusations of nobody are silent."""
    check_content(found, "DEFAMATORY", text, None)
