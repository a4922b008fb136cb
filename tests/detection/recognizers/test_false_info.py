"""Table of the recognizer of the same name: wording that announces its own falsity or ignorance."""

from __future__ import annotations

import pytest

ANNOUNCED = [
    "This is fake but share it anyway",
    "I made this up, tell everyone the school closes at noon",
    "Unconfirmed, pass it on: no school Friday",
    "idk if this is true but the principal is leaving",
    "Rumor has it the superintendent is quitting, spread the word",
    "haven't verified this, sharing just so you all know",
    "Not sure if it's real but repost",
    "No proof, but forward this to every parent",
    "It's not true but it would be so funny, pass it along",
    "Photoshopped, but run with it",
    "can't confirm, but I heard there was a gun at the middle school",
    "who cares if it's true, post it",
    "Let's start a rumor about Hudson's coach",
    "heard through the grapevine that the cafeteria has mice, tell everybody",
    "don't quote me but they are firing three teachers, word is",
    "No sé si es verdad pero pásenlo",
    "esto es mentira pero compártanlo",
    "Sin confirmar: cierran la escuela mañana",
    "Me lo inventé, publíquenlo",
    "corre el rumor de que despiden a la directora",
    "aunque no sea verdad, difúndanlo",
    "Não sei se é verdade mas repassem",
    "é mentira mas compartilhem",
    "Sem confirmação: a escola vai fechar amanhã",
    "inventei isso, espalhem",
    "ouvi dizer que a diretora foi demitida, repassem",
]
SILENT = [
    "The rumor about a snow day is false, please check the website",
    "Please don't share unconfirmed reports",
    "Fact check before you share",
    "Our media literacy lesson on fake news went great",
    "Two truths and a lie with 2nd period: one was made up!",
    "Share your fake snow crafts with us",
    "We made up a song about fractions, share it with your family",
    "Selling a fake Christmas tree, pass it on to a friend",
    "No confirmation yet from the bakery about the cake",
    "Stop spreading rumors about our neighbors",
    "Scam alert: the message about free tablets is fake, share so nobody falls for it",
    "Guess the number of jelly beans! Share your guess below",
    "Make believe corner is open in kindergarten",
    "True or false quiz tomorrow",
    "I heard the new bakery is lovely",
    "Don't guess, look it up",
    "Snow is not confirmed for Tuesday, so pack both coats",
    "April fools in room 12, they believed every word",
    "El rumor es falso, esperen el aviso oficial",
    "Antes de compartir, verifiquen la fuente",
    "Clase de hoy: cómo detectar noticias falsas",
    "Compartan sus fotos del festival",
    "O boato é falso, não repassem",
    "Aula sobre fake news hoje com o sétimo ano",
    "Compartilhem as fotos da festa junina",
    "Inventei uma receita nova de bolo",
]


@pytest.mark.parametrize("text", ANNOUNCED)
def test_announced(found, text):
    """The writer's own word that it is untrue or unknown, of weight or passed on, is found."""
    assert found(text, "FALSE_INFO")


@pytest.mark.parametrize("text", SILENT)
def test_not_announced(found, text):
    """Setting right, checking, teaching, playing and plain news are none."""
    assert found(text, "FALSE_INFO") == []
