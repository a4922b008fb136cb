"""Table of the recognizer of the same name, in three languages, with the innocent look-alikes."""

from __future__ import annotations

import pytest

from detection.recognizers.content_table import check_content

SEXUAL = [
    ("Somebody airdropped me nudes in the faculty lounge and I am screaming", "nudes"),
    ("He was so good in bed I called out sick the next day", "good in bed"),
    ("Selling feet pics and more, link to my OnlyFans below", "OnlyFans"),
    ("Vegas weekend: three strippers, one lap dance, zero memory", "lap dance"),
    ("Rough sex and then pancakes, that is a Sunday", "Rough sex"),
    ("My vibrator died mid session and so did my will to live", "vibrator"),
    ("single and HORNY, who is awake", "HORNY"),
    ("we had sex in his truck behind the Market Basket lol", "had sex"),
    ("New sexy lingerie pics dropping tonight for my subscribers", "lingerie"),
    ("honestly that man could get it, I would let him bend me over the copier", "bend me over"),
    ("Anyone into a threesome this weekend? DM me", "threesome"),
    ("Her tits were out at the pool party and nobody complained", "tits"),
    ("just hooking up with my ex again, send help", "hooking up"),
    ("He sent me a dick pic at 7 am before first bell", "dick pic"),
    ("Anoche tuvimos sexo en la playa y amanecimos llenos de arena", "sexo"),
    ("Busco amigo con derechos, sin compromiso, solo noches", "amigos con derechos"),
    ("Mándame el pack y hablamos, guapo", "pack"),
    ("estoy bien cachonda y mi marido de viaje", "cachonda"),
    ("Me compré un vibrador y ya no necesito novio", "vibrador"),
    ("Terminamos en el motel a las tres de la mañana, qué noche", "motel"),
    ("Ontem transei com o vizinho e não me arrependo", "transei"),
    ("mandei nudes pro grupo errado, socorro", "nudes"),
    ("Que bunda gostosa tem esse professor de educação física", "bunda"),
    ("Comprei lingerie sexy pra esperar o marido pelado na cama", "lingerie"),
    ("tô com um tesão nesse calor, alguém solteiro?", "tesão"),
    ("Fomos pro motel e só saímos no domingo", "motel"),
]
INNOCENT = [
    "Sex ed starts Monday in 7th grade health, permission slips are due",
    "The sex of the baby is a surprise until the party",
    "Breast cancer walk this Sunday, wear pink",
    "Title IX training on sexual harassment is due by Friday",
    "She graduated magna cum laude and we all cried",
    "Hot dogs and hot chocolate at the game",
    "Our biology unit compares sexual and asexual reproduction",
    "Hook up the projector before first bell please",
    "Chicken breasts and thighs on sale at Market Basket",
    "Essex Street is closed, plan another route to Sussex Hall",
    "The naked mole rat is our class favorite",
    "Peaches from the farm stand are so juicy this week",
    "Moby Dick is a slog and I love it",
    "Survivors of sexual assault can call the hotline any hour",
    "Extra virgin olive oil is the secret",
    "Blue tits and a wren in the nest box this morning",
    "The film has one steamy scene, so I sent the kids to bed",
    "La clase de educación sexual empieza en octubre",
    "Revelación de sexo este sábado, traigan pañales",
    "Aceite de oliva extra virgen y pan caliente, no pido más",
    "La Virgen de Guadalupe nos acompaña",
    "Nueva ley contra el acoso sexual en el trabajo",
    "Qué rico quedó el pozole de mi mamá",
    "Pelada de quinta com a galera da escola, faltam dois",
    "Chá revelação do sexo do bebê no domingo",
    "Palestra sobre assédio sexual no auditório amanhã",
    "Peito de frango grelhado e cachorro quente pras crianças",
    "A olho nu dá pra ver Júpiter hoje",
    "Esse bolo ficou gostoso demais",
]


@pytest.mark.parametrize(("text", "words"), SEXUAL)
def test_sexual(found, text, words):
    """Sexual acts, nudity and desire are found where they are said."""
    check_content(found, "SEXUAL", text, words)


@pytest.mark.parametrize("text", INNOCENT)
def test_not_sexual(found, text):
    """Health lessons, biology, cooking, survivors' help and everyday words are silent."""
    check_content(found, "SEXUAL", text, None)
