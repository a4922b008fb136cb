"""Table of the recognizer of the same name, in three languages, with the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.content_table import check_content

CRUEL = [
    ("Freshman hazing is a rite of passage, quit whining", "hazing"),
    ("Every rookie shaves their head and runs naked to the lake, tradition", "shaves their head naked"),
    ("We are duct taping the new guys to the flagpole at midnight", "duct taping the new guys"),
    ("nobody likes you Karen, go home", "nobody likes you"),
    ("Look at this fat pig trying to do yoga", "fat pig"),
    ("She is so stupid she failed lunch", "stupid"),
    ("lol his stutter during the announcements, I can't", "his stutter"),
    ("Don't sit with her today, pass it on", "Don't sit with her"),
    ("What a loser, he cried over a parking spot", "What a loser"),
    ("kys nobody asked", "kys"),
    ("Let's all ignore her until she quits", "ignore her"),
    ("That idiot from the office messed up my check again", "idiot"),
    ("Rate the ugliest girls in the yearbook, I'll start", "ugliest"),
    ("Her haircut looks like a dying poodle 😂", "Her haircut looks like a"),
    ("Initiation night: the freshmen eat raw onions until they puke", "raw"),
    ("make fun of Brenda's accent in the group chat, she never checks it", "make fun"),
    ("Novatada del viernes: los nuevos van en pañales", "Novatada pañales"),
    ("Nadie le hable a Rosaura, que aprenda", "Nadie le hable"),
    ("Eres un idiota y un fracasado, Tomás", "idiota"),
    ("miren los dientes chuecos de la secretaria jajaja", "dientes chuecos"),
    ("Esa gorda ridícula no cabe en la silla", "gorda ridícula"),
    ("Trote dos calouros: vão rastejar na lama", "Trote rastejar"),
    ("Ninguém senta com o Valdir no almoço, combinado", "Ninguém senta com o"),
    ("Ela é muito burra, não sabe nem usar o e-mail", "burra"),
    ("kkkkk olha o cabelo dela, parece um espantalho", "cabelo dela parece um"),
    ("Vamos zoar ele até pedir demissão", "zoar ele"),
]
INNOCENT = [
    "Anti-bullying week starts Monday, wear orange",
    "Hazing is a crime in Massachusetts and coaches must report it",
    "Our freshmen made 200 cards for the nursing home",
    "I'm such an idiot, I left my lunch on the roof",
    "Ugly sweater contest in the library at noon",
    "The new guys on the team were welcomed with a pancake breakfast",
    "Losers bracket starts at four, go Panthers",
    "My dog is such a goofball, fat and happy",
    "The villain in this novel is a pathetic bully",
    "If you see someone left out, sit with them",
    "Morning haze over the lake, so pretty",
    "This printer is stupid and so is the toner",
    "Roast chicken and potatoes tonight",
    "Dumb luck, but we won the raffle",
    "The committee's plan is the dumbest thing I have read",
    "Tell your child to speak up when somebody is picked on",
    "Semana contra el acoso escolar, todos de azul",
    "Bautizo de mi sobrina el domingo, no falten",
    "Soy una tonta, dejé las llaves adentro",
    "El patito feo es el cuento de hoy",
    "Qué feo día, pura lluvia",
    "Campanha contra o bullying na escola toda",
    "Batizado do meu afilhado no sábado",
    "Trote solidário: doe sangue com os calouros",
    "Meu cachorro é um bobão, gordo e feliz",
    "Eu sou muito burra, esqueci a senha de novo",
    "Dia feio, mas a turma veio inteira",
]


@pytest.mark.parametrize(("text", "words"), CRUEL)
def test_bullying(found, text, words):
    """Hazing, ridicule of a person and shutting out are found."""
    check_content(found, "BULLYING", text, words)


@pytest.mark.parametrize("text", INNOCENT)
def test_no_bullying(found, text):
    """Anti-bullying work, oneself, family, pets, things, stories and policy are silent."""
    check_content(found, "BULLYING", text, None)
