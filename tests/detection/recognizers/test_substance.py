"""Table of the recognizer of the same name, in three languages, with the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.content_table import CLEAR, check_content

USE = [
    ("Drunk by noon, no regrets, thanks snow day", "Drunk"),
    ("Four margaritas deep and the conferences are finally over", "margaritas"),
    ("Third margarita and counting, happy birthday to me", "margarita"),
    ("Ya vamos por la tercera chela y apenas son las seis", "chela"),
    ("Terceira caipirinha da noite, me segura", "caipirinha"),
    ("Who is bringing the keg to the tailgate?", "keg"),
    ("Weed is legal so mind your business, lighting up on the porch", "Weed"),
    ("my vape ran out during duty and I about cried", "vape"),
    ("Tequila shots with the science department, pray for Monday", "Tequila shots"),
    ("We killed three bottles of wine before the casserole was done", "wine"),
    ("hangover level: expert", "hangover"),
    ("took an edible before the faculty meeting and it was a vibe", "edible"),
    ("Smoking a joint by the lake with my besties", "joint"),
    ("Happy hour at the Pub after report cards, first round on me", "Happy hour"),
    ("I need a stiff drink after that observation", "stiff drink"),
    ("Beer pong champions of the staff party right here", "Beer pong"),
    ("A pack of Marlboros and a six pack, Friday is complete", "Marlboros"),
    ("Nos pusimos bien borrachos en la boda", "borrachos"),
    ("Unas chelas bien frías después de la junta", "chelas"),
    ("Hoy toca tequila hasta el amanecer con las comadres", "tequila"),
    ("fumando mota en la azotea, qué paz", "mota"),
    ("Ando crudísima y tengo primer periodo", "crudísima"),
    ("Mi vapeador nuevo sabe a mango, se los recomiendo", "vapeador"),
    ("Cerveja gelada e churrasco até de madrugada", "Cerveja"),
    ("tomei todas ontem, que ressaca", "ressaca"),
    ("Bora tomar umas depois do conselho de classe?", "tomar umas"),
    ("Fumando um beck na laje, sexta merecida", "beck"),
    ("Cachaça boa, roda de samba e nós bêbados de novo", "Cachaça bêbados"),
    ("Três caipirinhas e eu já tava dançando na mesa", "caipirinhas"),
]
ONE_GLASS = [
    "A glass of red wine and my book, good night",
    "Had a beer on the porch after mowing",
    "Una copita de vino con la cena",
    "Uma taça de vinho e um filme, boa noite",
    "Cold beer, warm deck, done for today",
]
INNOCENT = [
    "Red Ribbon Week starts Monday, wear red for a drug-free life",
    "The sauce needs half a cup of white wine and a bay leaf",
    "Beer bread recipe in the comments, three ingredients",
    "Vaping prevention night for parents in the cafeteria",
    "Flu shots for staff in the nurse's office at 2",
    "Root beer floats for the whole homeroom",
    "I pulled weeds for two hours and my joints hurt",
    "Six years sober today, one day at a time",
    "Narcan training for all coaches this Thursday",
    "Don't drink and drive this weekend, please",
    "The unit on Prohibition ends with a debate",
    "Police arrested a man for selling cocaine near Main Street",
    "Smoked brisket and potato salad at the block party",
    "High fives all around, the high school band won",
    "Screenshots of the schedule are in the group",
    "She drinks her coffee black and grades fast",
    "Semana de prevención de drogas en la escuela",
    "Vino mi abuela de visita y todos felices",
    "El pollo lleva un chorrito de vino blanco y tomillo",
    "Alcohol en gel en cada salón, por favor",
    "Ganamos la copa del torneo",
    "Palestra de prevenção ao álcool na quinta",
    "Frango ao vinho com batatas, receita da vó",
    "Se beber não dirija, feriado vem aí",
    "Álcool em gel na porta de cada sala",
    "Chá de erva cidreira pra acalmar a turma",
    "Doses da vacina chegaram ao posto de saúde",
]


@pytest.mark.parametrize(("text", "words"), USE)
def test_use(found, text, words):
    """Own drinking, drugs and tobacco, done or praised, score 0.6 and more."""
    check_content(found, "SUBSTANCE", text, words)


@pytest.mark.parametrize("text", ONE_GLASS)
def test_one_glass(found, text):
    """A single quiet glass scores below 0.6."""
    scores = [score for _, score in found(text, "SUBSTANCE")]
    assert scores
    assert max(scores) < CLEAR


@pytest.mark.parametrize("text", INNOCENT)
def test_no_use(found, text):
    """Prevention, cooking, recovery, news and everyday words are silent."""
    check_content(found, "SUBSTANCE", text, None)
