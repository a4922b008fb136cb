"""Table of the recognizer of the same name: plain, masked, spaced and leet, in three languages, and the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.content_table import check_content
from secondlook.detection.masked import masked_words

STRONG = [
    ("Fuck this weather", "Fuck"),
    ("what a shitshow of a day", "shitshow"),
    ("he is a total dickhead", "dickhead"),
    ("F*CK cancer", "F*CK"),
    ("this is bullsh!t", "bullsh!t"),
    ("this dumba$$ printer again", "dumba$$"),
    ("what a clusterf*ck of a schedule", "clusterf*ck"),
    ("fvck it, I quit", "fvck"),
    ("f u c k i n g traffic", "f u c k i n g"),
    ("you b!tches are the best", "b!tches"),
    ("holy s***, we won", "s***"),
    ("fuuuuuck I forgot the projector", "fuuuuuck"),
    ("no one gives a f**k", "f**k"),
    ("what an @sshole", "@sshole"),
    ("fckn copier again", "fckn"),
    ("ꜰᴜᴄᴋ this", "ꜰᴜᴄᴋ"),
    ("Vete a la verga con tu horario", "verga"),
    ("p*nche p*ta lluvia", "p*ta"),
    ("¡Coño, otra vez el tráfico!", "Coño"),
    ("son unos pendejos todos", "pendejos"),
    ("ch1nga tu madre, impresora", "ch1nga"),
    ("hijo de la chingada, me robaron la bici", "hijo de la chingada"),
    ("p.u.t.a m.a.d.r.e", "p.u.t.a"),
    ("que merda de segunda-feira", "merda"),
    ("pqp, esqueci o almoço", "pqp"),
    ("Vai tomar no cu, despertador", "tomar no cu"),
    ("caralh0, que frio", "caralh0"),
    ("f0da-se o trânsito", "f0da-se"),
    ("filho da p#ta levou minha vaga", "p#ta"),
    ("vtnc com essa reunião", "vtnc"),
    ("vão tomar no c* com essa fila", "tomar no c*"),
    ("a complete c*cksucker", "c*cksucker"),
]
INNOCENT = [
    "Damn proud of this crew",
    "One hell of a game last night",
    "Hoover Dam was worth the drive",
    "My cousin lives in Scunthorpe",
    "Holy crap, it snowed",
    "Shiitake mushrooms and rice",
    "Dick Van Dyke turns 100",
    "Pussy willows are out by the pond",
    "Assessment data is in the assistant's folder",
    "The cockpit tour was a hit with grade 3",
    "Kick butt at regionals, team",
    "Heck yes, pizza party",
    "Total was $4.50 * 3, see row #5",
    "Email us at f.costa@school.example",
    "2*3*4 = 24, check your work!!!",
    "Un cono de helado de vainilla, por favor",
    "La porra del equipo ganó el primer lugar",
    "Maldita sea, se me fue el camión",
    "Computadora nueva, disputa resuelta",
    "Verguenza me da llegar tarde",
    "Put a coat on, it is cold",
    "Merda pra você na estreia de hoje",
    "Cuca de banana da minha avó",
    "Que droga, choveu no passeio",
    "Os pintinhos nasceram na sala do jardim",
    "Caramba, que golaço",
    "As deputadas votaram o orçamento",
]


@pytest.mark.parametrize(("text", "words"), STRONG)
def test_obscene(found, text, words):
    """Strong obscenity is found however it is spelt."""
    check_content(found, "OBSCENE", text, words)


@pytest.mark.parametrize("text", INNOCENT)
def test_not_obscene(found, text):
    """Mild words, names, addresses, sums and words that only look alike are silent."""
    check_content(found, "OBSCENE", text, None)


def test_masked_words_is_linear_on_signs():
    """A text of nothing but signs yields nothing and ends."""
    assert list(masked_words("*" * 20_000, ("fuck",))) == []
