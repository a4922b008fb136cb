"""What a word that could be a name stands for instead: somebody at an office or shop, a month or season, an animal or a thing; or somebody with a trade.

Pure; looks at the folded text near one span and weighs nothing. Called by `name_beside.py`.
"""

from __future__ import annotations

from secondlook.detection.late_pattern import late
from secondlook.detection.name_context import NameContext

Span = tuple[int, int]

_IS_CALLED = late(
    r"s?(?: (?:de|do|da|del|in|of|from|en|em) (?:(?:the|our|my|la|el|mi|nuestr[oa]|minha|meu|noss[oa]) )?\w+)?"
    r"(?:,? (?:that|which|who|que)\b)?(?: (?:is|was|are|has been|got|now|been|officially|finally|we|they|the kids|my kids|my students"
    r"|my class|ya|ahora|agora|ja))*"
    r"(?:,? (?:re)?(?:named|called|christened|dubbed|llamad[oa]|chamad[oa]|apelidad[oa]|bautizad[oa]|batizad[oa]|(?:se )?llama|(?:se )?chama)"
    r"|(?: \w+){0,6}[,.]? (?:(?:and|y|e) )?(?:his|her|its|the|su|el|o|seu) (?:name|nombre|nome)(?:'s| is| es| e| eh)?"
    r"|,|:|,? update:|)[ \"“'(]{1,3}"
)
"""What may stand between an animal or thing and its name: "fish, Emma", "turtle Mateo", "skeleton is now named Gerald"."""
_CALLING = late(
    r"\b(?:(?:re)?nam(?:ed|es?|ing)|call(?:ed|s|ing)?|christened|dubbed|llam(?:aron|amos|o|an)|bautiz(?:aron|amos|o|an)"
    r"|(?:pusieron|pusimos|puso)|cham(?:aram|amos|ou|am)|batiz(?:aram|amos|ou|am)|apelid(?:aram|amos|ou))"
    r" (?:(?:the|our|my|this|that|a|al|el|la|lo|o|as|os|a la|de) )?(?:(?:new|class|classroom|little|big|nuev[oa]|nov[oa]) )?\Z"
)
_CALLED_IT = late(
    r"\b(?:(?:re)?named|calls?|called|christened|dubbed) it(?: after)? [\"“']?\Z"
    r"|\b(?:le pusimos|le pusieron|le puso|colocaram o nome de|o nome dele ficou) (?:de )?[\"“']?\Z"
)
_OF_OURS = late(
    r",? (?:(?:is|es|e) )?(?:the|our|my|a|la|el|o|nuestr[oa]|noss[oa])(?: (?:class|classroom|school|new|library))? "
)

_OFFICE_AFTER = late(
    r",? (?:(?:el|la|o|a|the one|he|she) )?(?:d[aoe]|del|de la|from|in|at|over in|down in) (?:(?:the|our|la|el) )?(?:(?!my |mi |minha |meu )\w+ )?(?:office|secretaria|department|dept"
    r"|depto|departamento|hr|payroll|union|sindicato|it|tech|custodial|limpieza|limpeza|cocina|cozinha|cantina|coordenacao"
    r"|direcao|direccion|diretoria|oficina|guidance|transportation|facilities|maintenance|central office|copy center"
    r"|conserjeria|portaria|padaria|bakery|church|iglesia|igreja|bank|banco|store|tienda|loja|accounting|finance|billing|purchasing|procurement"
    r"|admissions|marketing|sales|security|the district|work|the deli|the salon|the bar|the diner|the pharmacy|the garage|the bakery|salon"
    r"|barbershop|tire place|nail place|pizza place|auto shop|counter|drive-thru|register|garage|pharmacy|deli|diner|taller|ferreteria|carniceria|panaderia|mercado|bodega|farmacia|peluqueria|barberia|lavanderia"
    r"|restaurante|taqueria|pupuseria|colmado|correo|contabilidad|contabilidade|acougue|feira|lanchonete|academia|correio|salao|barbearia"
    r"|mercadinho|borracharia|supermercado|gasolinera|posto)\b"
)
"""An office or shop straight after a name, which makes its bearer an adult: "Helena da secretaria"."""
_MONTHS = late(
    r"(?:april|may|june|july|august|abril|mayo|maio|junio|junho|julio|julho|agosto|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|summer|spring|autumn|verano|verao)"
)
_DATE_BEFORE = late(
    r"\b(?:in|since|until|til|till|by|of|through|thru|last|early|late|mid|every|this|all|en|em|desde|hasta|ate|proximo|january|february|march|april|may|june|july|\d+"
    r"|(?:jan|feb|mar|apr|may|jun|aug|sep|oct|nov|dec)[a-z]* to)[ -]$"
)
_DATE_AFTER = late(r" (?:\d|to\b|through\b|and (?:july|august|june)\b|break\b|vacation\b|school\b|showers\b)")


_TRADE_BEFORE = late(
    r"(?:[,:]|,? (?:named|called|llamad[oa]|chamad[oa]|de nombre|de nome|is|was|es|era|e|eh|besides|like|other than|better than|mejor que|melhor que"
    r"|se llama|se chama|guy|lady|do bairro|del barrio)|) [\"“'(]{0,2}"
)
_THE = r"(?:the|a|an|our|my|el|la|un|una|mi|o|um|uma|meu|minha|nuestr[oa]|noss[oa])"
_TRADE_AFTER = late(
    rf"(?: (?:no|nao|not that one))?(?:,? (?:who |que |el mio |la mia |o meu |a minha |mine |she |he |ele |ella |ela )?(?:is|was|es|era|e|eh)|,| \() ?{_THE} (?:\w+ )?"
)
"""What may stand between a name and a trade; one that somebody will have, or plays, comes after other words."""


def is_of_office(text: str, span: Span) -> bool:
    """Whether an office or shop follows where adults work ("Helena da secretaria")."""
    return bool(_OFFICE_AFTER.match(text, span[1]))


def is_of_trade(around: NameContext, span: Span) -> bool:
    """Whether the bearer is said to have a trade: "a plumber besides Paul", "Ana, the piano tuner", "pintor: Lucas"."""
    text, (start, end) = around.text, span
    return any(
        (hit.end < start and _TRADE_BEFORE.fullmatch(text, hit.end, start))
        or (hit.start > end and _TRADE_AFTER.fullmatch(text, end, hit.start))
        for hit in around.terms.near("trade", start)
    )


def is_of_thing(around: NameContext, span: Span) -> bool:
    """Whether an animal or a thing bears the name: "the class fish, Emma", "they named the robot Lucas", "Oliver the class snail"."""
    text, (start, end) = around.text, span
    for hit in around.terms.near("thing", start):
        if hit.end < start and (
            _IS_CALLED.fullmatch(text, hit.end, start)
            or (text[hit.end : start].strip(" \"“'") == "" and _CALLING.search(text, max(0, hit.start - 40), hit.start))
        ):
            return True
        if hit.start > end and _OF_OURS.fullmatch(text, end, hit.start):
            return True
    return bool(_CALLED_IT.search(text, max(0, start - 32), start))


def is_date(text: str, span: Span) -> bool:
    """Whether a month or season is meant: "in June", "April 4"."""
    if not _MONTHS.fullmatch(text[span[0] : span[1]]):
        return False
    before = text[max(0, span[0] - 16) : span[0]]
    return bool(_DATE_BEFORE.search(before) or _DATE_AFTER.match(text, span[1]))
