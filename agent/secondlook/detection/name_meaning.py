"""What a word that could be a name stands for instead: somebody at an office or shop, a month or season.

Pure; looks at the folded text near one span and weighs nothing. Called by `name_cues.py`.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

_OFFICE_AFTER = re.compile(
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
_MONTHS = re.compile(
    r"(?:april|may|june|july|august|abril|mayo|maio|junio|junho|julio|julho|agosto|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|summer|spring|autumn|verano|verao)"
)
_DATE_BEFORE = re.compile(
    r"\b(?:in|since|until|til|till|by|of|through|thru|last|early|late|mid|every|this|all|en|em|desde|hasta|ate|proximo|january|february|march|april|may|june|july|\d+"
    r"|(?:jan|feb|mar|apr|may|jun|aug|sep|oct|nov|dec)[a-z]* to)[ -]$"
)
_DATE_AFTER = re.compile(r" (?:\d|to\b|through\b|and (?:july|august|june)\b|break\b|vacation\b|school\b|showers\b)")


def is_of_office(text: str, span: Span) -> bool:
    """Whether an office or shop follows where adults work ("Helena da secretaria")."""
    return bool(_OFFICE_AFTER.match(text, span[1]))


def is_date(text: str, span: Span) -> bool:
    """Whether a month or season is meant: "in June", "April 4"."""
    if not _MONTHS.fullmatch(text[span[0] : span[1]]):
        return False
    before = text[max(0, span[0] - 16) : span[0]]
    return bool(_DATE_BEFORE.search(before) or _DATE_AFTER.match(text, span[1]))
